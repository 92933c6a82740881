import type { CitationAffixes } from './note-tree.ts';

/** UTF-16 units of the words before a citation, and of those after it: a clause, not a paragraph. */
export const longestAffix = 200;

/** Only what holds words: one line, without white space at its ends. */
export function citationAffixes(said: {
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}): CitationAffixes {
  const [prefix, suffix] = [tidy(said.prefix), tidy(said.suffix)];
  return { ...(prefix === '' ? {} : { prefix }), ...(suffix === '' ? {} : { suffix }) };
}

function tidy(words = ''): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  return line
    .slice(0, longestAffix)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd();
}

/** `see A ¶12, emphasis added`; a suffix in brackets needs no comma. */
export function withAffixes(words: string, { prefix, suffix }: CitationAffixes): string {
  const before = prefix === undefined ? '' : `${prefix} `;
  const mark = /^[,;.)]/u.test(suffix ?? '') ? '' : /^[([–—]/u.test(suffix ?? '') ? ' ' : ', ';
  return before + words + (suffix === undefined ? '' : mark + suffix);
}
