import type { NoteTree } from './note-tree.ts';
import { plainText } from './plain-text.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * A piece that is plainly one word, with whatever stands around it. The segmenter takes some ten thousandths of a
 * second for a word, and more the longer its text is: asked for every word, it would be felt at every key.
 */
const oneWord =
  /^[\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}\p{S}]*[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}0-9]+[\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}\p{S}]*$/u;

/** The same of ASCII alone, which most words are: told at once. */
const oneAsciiWord = /^[!-/:-@[-^`{-~]*[A-Za-z0-9]+[!-/:-@[-^`{-~]*$/;

function wordsIn(piece: string): number {
  if (piece === '') return 0;
  if (oneAsciiWord.test(piece)) return 1;
  if (oneWord.test(piece)) return 1;
  let words = 0;
  for (const segment of segmenter.segment(piece)) if (segment.isWordLike === true) words += 1;
  return words;
}

/**
 * Words of the note's text: headings, tables and own footnotes count, the header and citations do not.
 * Word boundaries are Unicode's, so that scripts without spaces are counted too. No word goes over a space.
 */
export function countWords(tree: NoteTree): number {
  return wordsOfText(plainText(tree));
}

export function wordsOfText(text: string): number {
  let words = 0;
  for (const piece of text.split(/\s+/u)) words += wordsIn(piece);
  return words;
}
