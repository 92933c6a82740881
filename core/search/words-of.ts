import { foldWord } from './fold-word.ts';

/** A word of a text, with UTF-16 offsets into that text as it stands; `end` exclusive. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As it is compared. */
  readonly folded: string;
}

// Scripts that put no spaces between words: each letter is a word of its own, so that any run of them can be found.
const spaceless =
  '(?=[\\p{L}\\p{N}])[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const letter = `(?!${spaceless})[\\p{L}\\p{N}\\p{Co}]`;
// A soft hyphen or a joiner stands inside a word and is not a part of it.
const joiners = '[\\u00ad\\u200c\\u200d\\u2060]';
const wordPattern = new RegExp(
  `${spaceless}\\p{M}*|${letter}(?:${letter}|\\p{M}|${joiners}+(?=[\\p{L}\\p{N}\\p{M}]))*`,
  'gu',
);
const asciiWordPattern = /[a-z0-9]+/gi;
const ascii = /^[\u0000-\u007f]*$/;

/** The words of a text of any script, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(ascii.test(text) ? asciiWordPattern : wordPattern)) {
    const folded = foldWord(match[0]);
    if (folded !== '') words.push({ start: match.index, end: match.index + match[0].length, folded });
  }
  return words;
}

const notAsciiWord = /[^a-z0-9]+/g;

/** The same words as `wordsOf`, without an object for each: a note is indexed again and again while it is written. */
function foldedLine(line: string): string {
  if (ascii.test(line)) return line.toLowerCase().replace(notAsciiWord, ' ').trim();
  return wordsOf(line)
    .map(({ folded }) => folded)
    .join(' ');
}

/**
 * What the index is given of a text: its words as they are compared, so that index and query can't disagree. No word
 * goes over the end of a line, so that one foreign letter does not make every line slow.
 */
export const indexedText = (text: string): string =>
  text
    .split('\n')
    .map(foldedLine)
    .filter((line) => line !== '')
    .join(' ');
