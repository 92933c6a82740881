/** Marking schemes are data: an ordered list of levels, from the lowest to the highest. Files in `schemes/`. */
export interface MarkingLevel {
  readonly key: string;
  /** The banner, as it is printed: `OFFICIAL-SENSITIVE`. */
  readonly words: string;
  /** What stands before a block that bears its own marking, without the brackets. */
  readonly portion: string;
  /** `#rrggbb`, on white paper. */
  readonly colour: string;
}

/** A prefix stands before the words of the level, a caveat after them, an instruction on a line below the header. */
export const handlingPlaces = ['before', 'after', 'line'] as const;

export interface HandlingWord {
  readonly key: string;
  /** `NOFORN`, `RECIPIENTS ONLY`. */
  readonly words: string;
  /** Missing: `after`. */
  readonly place?: (typeof handlingPlaces)[number];
}

/** Where the banner stands on each page. */
export const pageMarks = ['top', 'bottom', 'top-and-bottom'] as const;

export interface MarkingScheme {
  readonly key: string;
  readonly name: string;
  readonly levels: readonly MarkingLevel[];
  readonly handling: readonly HandlingWord[];
  /** Between the level and each caveat: `//`. */
  readonly separator: string;
  readonly pageMarks: (typeof pageMarks)[number];
  /** A line that says which sources a marking comes from, from the level `lowest` up. Missing: there is none. */
  readonly derivedFrom?: {
    /** `Derived from`. */
    readonly label: string;
    /** Where there are several: `Multiple sources`, and then their list. */
    readonly many: string;
    readonly lowest: string;
  };
}

export function levelOf(scheme: MarkingScheme, key: string | null | undefined): MarkingLevel | undefined {
  return scheme.levels.find((level) => level.key === key);
}

/** The words of the banner: prefixes, the level, caveats. Keys that the scheme does not know are shown as they are. */
export function bannerWords(
  scheme: MarkingScheme,
  marking: string | null,
  handling: readonly string[],
): string {
  if (marking === null) return '';
  const words = handling.map(
    (key) =>
      scheme.handling.find((word) => word.key === key) ?? {
        key,
        words: key.toUpperCase(),
        place: 'after' as const,
      },
  );
  const before = words.filter(({ place }) => place === 'before').map((word) => word.words);
  const after = words.filter(({ place = 'after' }) => place === 'after').map((word) => word.words);
  const level = levelOf(scheme, marking)?.words ?? marking.toUpperCase();
  return [[...before, level].join(' '), ...after].join(scheme.separator);
}

/** Instructions that stand on a line of their own below the banner. */
export function handlingLines(scheme: MarkingScheme, handling: readonly string[]): string[] {
  return scheme.handling
    .filter(({ key, place }) => place === 'line' && handling.includes(key))
    .map(({ words }) => words);
}
