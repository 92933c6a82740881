/** `Smith, John and {House of Commons} and Ho Chi Minh` → names, by the rules of BibTeX (“Tame the BeaST”, 11). */
import type { CslName } from '../dossier/source.ts';
import { plainValue } from './bibliography-record.ts';
import { latexToText } from './latex-text.ts';

export function readBibtexNames(latex: string): CslName[] {
  return splitOutside(latex.replaceAll(/\s+/gu, ' '), ' and ').flatMap((name) => readName(name.trim()) ?? []);
}

/** Where the separator stands in no braces, in any case of its letters. */
function splitOutside(text: string, separator: string): string[] {
  const folded = text.toLowerCase();
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '{') depth += 1;
    else if (letter === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && folded.startsWith(separator, at)) {
      parts.push(text.slice(start, at));
      // The space after one `and` may be the one before the next.
      start = at + Math.max(1, separator.trimEnd().length);
      at = start - 1;
    }
  }
  return [...parts, text.slice(start)];
}

const plain = (latex: string | undefined) => plainValue(latexToText(latex ?? ''));

function readName(latex: string): CslName | undefined {
  if (latex === '') return undefined;
  const parts = splitOutside(latex, ',').map((part) => part.trim());
  const [first = '', second, third] = parts;
  const isWhole = /^\{[^{}]*\}$/u.test(latex) || (parts.length === 1 && wordsOf(first).length === 1);
  if (isWhole || parts.length > 3) {
    const literal = plain(latex);
    return literal === '' ? undefined : { literal };
  }
  const [given, suffix] = third === undefined ? [second, undefined] : [third, second];
  const name =
    second === undefined ? uninverted(wordsOf(first)) : particleFirst(wordsOf(first), given, suffix);
  const known = Object.entries(name).filter(([, value]) => value !== '');
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

const wordsOf = (latex: string) => splitOutside(latex, ' ').filter((word) => word !== '');

/** `John van der Berg`: the family name is the last word, and what goes before it from the first small letter on. */
function uninverted(words: readonly string[]): CslName {
  const rest = words.slice(0, -1);
  const particle = rest.findIndex(isSmall);
  const family = particle < 0 ? words.length - 1 : rest.findLastIndex(isSmall) + 1;
  return {
    family: plain(words.slice(family).join(' ')),
    given: plain(words.slice(0, particle < 0 ? family : particle).join(' ')),
    'non-dropping-particle': particle < 0 ? '' : plain(words.slice(particle, family).join(' ')),
  };
}

/** `van der Berg, John`. */
function particleFirst(
  words: readonly string[],
  given: string | undefined,
  suffix: string | undefined,
): CslName {
  const family = words.slice(0, -1).findLastIndex(isSmall) + 1;
  const particle = words.slice(0, family);
  const isParticle = particle.every(isSmall);
  return {
    family: plain(words.slice(isParticle ? family : 0).join(' ')),
    given: plain(given),
    suffix: plain(suffix),
    'non-dropping-particle': isParticle ? plain(particle.join(' ')) : '',
  };
}

/** Its first letter that stands in no braces is a small one; an accent counts as its letter. */
function isSmall(word: string): boolean {
  if (word.startsWith('{') && !word.startsWith('{\\')) return false;
  const [letter = ''] = /\p{L}/u.exec(plain(word)) ?? [];
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}
