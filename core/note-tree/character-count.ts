const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a person may see as one sign although it is several in Unicode: marks, joined signs, flags, Korean parts. */
const joined =
  /\p{M}|\p{RI}|\p{Emoji_Modifier}|[\u200C\u200D]|[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]|[\u{E0020}-\u{E007F}]/u;

export interface CharacterCount {
  readonly all: number;
  readonly withoutSpaces: number;
}

/** Characters as a person sees them: `ệ` is one, however it is written. The ends of lines are none. */
export function countCharacters(text: string): CharacterCount {
  const line = text.replaceAll(/[\n\r]/gu, '');
  return { all: signsIn(line), withoutSpaces: signsIn(line.replaceAll(/\s/gu, '')) };
}

function signsIn(text: string): number {
  let signs = 0;
  // Asking the segmenter for every sign of a long note would be felt: most texts have nothing to join.
  const parts: Iterable<unknown> = joined.test(text) ? segmenter.segment(text) : text;
  for (const _ of parts) signs += 1;
  return signs;
}
