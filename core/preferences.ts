/** What a person has set, on this computer and for every dossier. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  /** Shares of the window's width, by pane; kept as the window last reported them. */
  readonly layout: Readonly<Record<string, number>>;
  /** A dossier with a passphrase is locked when nothing was done in its window for so long; 0: never. */
  readonly lockAfterMinutes: number;
  /** Size of the text of sources, in percent of the usual one. */
  readonly sourceTextPercent: number;
  /** Of the person, for the annotations they make. Empty: nobody said. */
  readonly name: string;
  /** BCP 47: of a note that is begun. The one that was chosen last. */
  readonly noteLanguage: string;
}

export const usualPreferences: Preferences = {
  theme: 'system',
  layout: {},
  lockAfterMinutes: 15,
  sourceTextPercent: 100,
  name: '',
  noteLanguage: 'en',
};

export const textPercents = { least: 80, most: 200, step: 10 } as const;

/** UTF-16 units that a new passphrase has at least. */
export const leastPassphrase = 8;
