/** What an importer may be given beside the file. */
export interface ImportOptions {
  /** Called with the share that is done, 0 to 1, while a long file is read. */
  readonly progress?: (share: number) => void;
  /**
   * Gives one of the character maps that PDFs with Chinese, Japanese or Korean text may only name (`UniGB-UCS2-H.bcmap`).
   * Without it, such text is not read.
   */
  readonly readCharacterMap?: (fileName: string) => Promise<Uint8Array | null>;
}
