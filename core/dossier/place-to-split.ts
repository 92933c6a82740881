/** Where a paragraph is cut in two, as a person who points at a word means it. UTF-16 offsets throughout. */
import { splitText } from './paragraph-pieces.ts';

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The beginning of the word that the offset lies in; the offset itself between words. */
export function beginningOfWord(text: string, offset: number): number {
  const segment = words.segment(text).containing(offset);
  return segment?.isWordLike === true ? segment.index : offset;
}

/** Whether there are words on both sides of the place, and it lies in no letter. */
export function canSplitAt(text: string, at: number): boolean {
  return splitText({ text }, at).ok;
}

const longestPreview = 32; // UTF-16 units: enough to know the place again

/** How the second half would begin, to be shown: `accelerate the ratification…`. */
export function beginningOfHalf(text: string, at: number): string {
  const half = text.slice(at).trimStart();
  if (half.length <= longestPreview) return half;
  const cut = beginningOfWord(half, longestPreview);
  return `${half.slice(0, cut > 0 ? cut : longestPreview).trimEnd()}…`;
}
