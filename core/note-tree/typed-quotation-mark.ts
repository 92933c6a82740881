import { quotationMarks } from './quotation-marks.ts';

/** Languages that write an apostrophe where a letter is left out, all the time. */
const withApostrophes = new Set(['en', 'fr', 'it', 'ca', 'ga', 'uk']);

const opensBehind = /(?:^|[\s\p{Ps}\p{Pi}\p{Pd}/„‚])$/u;

function isOpen(before: string, { open, close }: { readonly open: string; readonly close: string }): boolean {
  return before.lastIndexOf(open.trim()) > before.lastIndexOf(close.trim());
}

/**
 * What the straight mark that is being typed becomes in a language (BCP 47), by what stands before it in its block.
 * Behind a letter, `'` is an apostrophe, unless it can only be the end of a quotation.
 */
export function typedQuotationMark(typed: '"' | "'", before: string, language: string): string {
  const { outer, inner } = quotationMarks(language);
  const marks = typed === '"' ? outer : inner;
  // What is at hand is read without the space that belongs to a mark: `«` and its space still open.
  const begins = before === '' || opensBehind.test(before);
  if (begins) return marks.open;
  if (typed === '"') return marks.close;
  const isAfterLetter = /[\p{Letter}\p{Number}]$/u.test(before);
  const mayBeApostrophe = isAfterLetter && withApostrophes.has(language.toLowerCase().split('-')[0] ?? '');
  return isOpen(before, inner) && !mayBeApostrophe ? inner.close : '’';
}
