/** What most likely stood between two halves of one paragraph, from the letters at the break. */
import type { Seam } from './paragraph-pieces.ts';

/** Scripts that part words by nothing, with their punctuation and the wide forms of Latin letters. */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3000-\\u303F\\uFF00-\\uFF9F]';
const endsUnspaced = new RegExp(`${unspaced}$`, 'u');
const beginsUnspaced = new RegExp(`^${unspaced}`, 'u');

const endsInSoftHyphen = /\u00AD$/u;
const endsInHyphen = /\p{L}[-\u2010]$/u;
const beginsInSmallLetter = /^\p{Ll}/u;

/**
 * A hyphen before a small letter is taken for that of a broken word, and goes; before anything else (`EU-`, `Vietnam`)
 * it stays, with nothing behind it. Nobody but a person can tell `short-term` from a broken word: `otherSeam` is there
 * for that.
 */
export function chooseSeam(first: string, second: string): Seam {
  if (endsInSoftHyphen.test(first)) return 'drop-hyphen';
  if (endsInHyphen.test(first)) return beginsInSmallLetter.test(second) ? 'drop-hyphen' : 'nothing';
  return endsUnspaced.test(first) && beginsUnspaced.test(second) ? 'nothing' : 'space';
}

/** The other reading of a hyphen at the break; `null` where there is none to be read in two ways. */
export function otherSeam(first: string, second: string): Seam | null {
  if (!endsInHyphen.test(first)) return null;
  return chooseSeam(first, second) === 'drop-hyphen' ? 'nothing' : 'drop-hyphen';
}
