/** What an importer of long files is given: whom to tell how far it is. */
export interface ImportProgress {
  /** Called with the share that is done, 0 to 1. */
  readonly progress?: (share: number) => void;
}
