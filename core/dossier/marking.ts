/** Marking schemes are data: an ordered list of levels, from the lowest to the highest. */
export interface MarkingLevel {
  readonly key: string;
  /** The banner, as it is printed: `OFFICIAL-SENSITIVE`. */
  readonly words: string;
  /** What stands before a block that bears its own marking, without the brackets. */
  readonly portion: string;
  /** `#rrggbb`, on white paper. */
  readonly colour: string;
}

export interface MarkingScheme {
  readonly key: string;
  readonly name: string;
  readonly levels: readonly MarkingLevel[];
}

export const markingSchemes: readonly MarkingScheme[] = [
  { key: 'none', name: 'No marking', levels: [] },
  {
    key: 'uk',
    name: 'United Kingdom',
    levels: [
      { key: 'official', words: 'OFFICIAL', portion: 'OFFICIAL', colour: '#a3262b' },
      {
        key: 'official-sensitive',
        words: 'OFFICIAL-SENSITIVE',
        portion: 'OFFICIAL-SENSITIVE',
        colour: '#a3262b',
      },
    ],
  },
];

export function findScheme(key: string): MarkingScheme | undefined {
  return markingSchemes.find((scheme) => scheme.key === key);
}

export function findLevel(schemeKey: string, levelKey: string | null): MarkingLevel | undefined {
  return findScheme(schemeKey)?.levels.find((level) => level.key === levelKey);
}
