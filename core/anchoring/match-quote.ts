/**
 * Where the words of an anchor stand in a paragraph with the surroundings that the anchor names.
 * Nothing is folded, scored or approximated: the text agrees unit for unit, or it is no match.
 */
import type { Anchor } from '../dossier/passage.ts';

/**
 * UTF-16 units of surroundings that a passage takes along on each side, where the paragraph has so many.
 * A shorter suffix therefore says: here the paragraph ends.
 */
export const leastContext = 32;

/** Every start, in UTF-16 units, at which `words` stand in `text`; overlapping ones too. */
export function occurrencesOf(words: string, text: string): number[] {
  const starts: number[] = [];
  if (words === '') return starts;
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
    if (!splitsPair(text, start) && !splitsPair(text, start + words.length)) starts.push(start);
  }
  return starts;
}

/** Words with what has to stand around them. */
export interface QuotedWords {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the paragraph must begin with the prefix, and end with the suffix. */
  readonly fromBeginning: boolean;
  readonly toEnd: boolean;
}

/**
 * What an anchor asks for. A prefix that reached the beginning of its paragraph must reach the beginning wherever it
 * is found, and likewise for a suffix and the end: a whole paragraph that was quoted is found only as a whole one.
 */
export function quotedWordsOf({ quote, position }: Pick<Anchor, 'quote' | 'position'>): QuotedWords {
  const { exact, prefix, suffix } = quote;
  return {
    exact,
    prefix,
    suffix,
    fromBeginning: prefix.length === position.start,
    toEnd: suffix.length < leastContext,
  };
}

/** The starts at which the words stand in `text` with what has to stand around them. */
export function matchesAround(words: QuotedWords, text: string): number[] {
  const { exact, prefix, suffix, fromBeginning, toEnd } = words;
  return occurrencesOf(exact, text).filter((start) => {
    const end = start + exact.length;
    return (
      text.endsWith(prefix, start) &&
      text.startsWith(suffix, end) &&
      (!fromBeginning || start === prefix.length) &&
      (!toEnd || end + suffix.length === text.length)
    );
  });
}

/** The starts at which the anchor's words stand in `text` with its surroundings. */
export const matchesOf = (anchor: Pick<Anchor, 'quote' | 'position'>, text: string): number[] =>
  matchesAround(quotedWordsOf(anchor), text);

/** Whether an offset lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return isHalf(text, offset - 1, 0xd800) && isHalf(text, offset, 0xdc00);
}

function isHalf(text: string, offset: number, first: number): boolean {
  const unit = text.charCodeAt(offset); // NaN outside of the text
  return unit >= first && unit < first + 0x400;
}
