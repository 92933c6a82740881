/**
 * Finding a phrase within one text, as it is typed: unlike the search of the whole dossier (`find-hits.ts`) any run of
 * characters is found, punctuation and parts of words included. Case and accents are folded as there, so that `viet`
 * finds `Việt`; typographic quotation marks, dashes and spaces are found by what keyboards have.
 */
import type { TextRange } from './find-hits.ts';
import { foldWord } from './fold-word.ts';

/** A text as it is compared, with the way back to what stands in it. */
export interface FoldedText {
  readonly folded: string;
  /**
   * For each UTF-16 unit of `folded`, the letter of the text that it comes from: where that begins, and where it ends.
   * `null` where unit and letter are the same, as in most English texts.
   */
  readonly letters: { readonly starts: readonly number[]; readonly ends: readonly number[] } | null;
}

const plainEnglish = /^(?:[!-~]| (?! ))*$/;
// A letter with the marks on it is found whole or not at all.
const letterPattern = /\s+|\P{M}\p{M}*|\p{M}+/uy;
const hasLetter = /[\p{L}\p{N}\p{M}\p{Co}]/u;
/** They stand inside words and can't be seen. */
const invisible = /^[\u00ad\u200b-\u200f\u2060\ufeff]/u;

const plainSigns: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
};

function foldLetter(letter: string): string {
  if (/^\s/u.test(letter)) return ' ';
  if (invisible.test(letter)) return '';
  if (hasLetter.test(letter)) return foldWord(letter);
  return plainSigns[letter] ?? letter;
}

// A text of a million letters has a few hundred different ones.
const foldedLetters = new Map<string, string>();
const mostKept = 20_000;

function folded(letter: string): string {
  const known = foldedLetters.get(letter);
  if (known !== undefined) return known;
  const made = foldLetter(letter);
  if (foldedLetters.size < mostKept) foldedLetters.set(letter, made);
  return made;
}

/** Where the letter that begins here ends. */
function letterEnd(text: string, start: number): number {
  // Most letters of most texts: what follows is no mark that could stand on them.
  const isPlain = text.charCodeAt(start) < 0x80 && !(text.charCodeAt(start + 1) >= 0x80);
  if (isPlain && text.charCodeAt(start) > 0x20) return start + 1;
  letterPattern.lastIndex = start;
  return start + (letterPattern.exec(text)?.[0].length ?? 1);
}

export function foldText(text: string): FoldedText {
  if (plainEnglish.test(text)) return { folded: text.toLowerCase(), letters: null };
  const starts: number[] = [];
  const ends: number[] = [];
  let all = '';
  for (let start = 0; start < text.length;) {
    const end = letterEnd(text, start);
    const made = folded(text.slice(start, end));
    for (let unit = 0; unit < made.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    all += made;
    start = end;
  }
  return { folded: all, letters: { starts, ends } };
}

/**
 * Where the phrase stands in the text, in order and apart from each other: UTF-16 offsets into the text as it was
 * given, never within a letter. Of a ligature of which only a part was looked for, all is found. Nothing is found of a
 * phrase without anything that can be seen.
 */
export function findInText({ folded: text, letters }: FoldedText, phrase: FoldedText): TextRange[] {
  const wanted = phrase.folded;
  if (wanted.trim() === '') return [];
  const ranges: TextRange[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    const last = at + wanted.length - 1;
    const start = letters === null ? at : (letters.starts[at] ?? 0);
    const end = letters === null ? last + 1 : (letters.ends[last] ?? start);
    // Two hits may lie in one ligature: it is shown once.
    if (start >= (ranges.at(-1)?.end ?? 0)) ranges.push({ start, end });
  }
  return ranges;
}
