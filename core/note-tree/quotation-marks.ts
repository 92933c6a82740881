/** The quotation marks of a language, as its publishers set them. */

export interface MarkPair {
  readonly open: string;
  readonly close: string;
}

export interface QuotationMarks {
  /** Around a quotation. */
  readonly outer: MarkPair;
  /** Around a quotation within it. */
  readonly inner: MarkPair;
}

const pair = (open: string, close: string): MarkPair => ({ open, close });
const english: QuotationMarks = { outer: pair('“', '”'), inner: pair('‘', '’') };
const guillemets: QuotationMarks = { outer: pair('«', '»'), inner: pair('“', '”') };
const corners: QuotationMarks = { outer: pair('「', '」'), inner: pair('『', '』') };
const german: QuotationMarks = { outer: pair('„', '“'), inner: pair('‚', '‘') };
const low: QuotationMarks = { outer: pair('„', '”'), inner: pair('«', '»') };

/** By language, and by language and region or script where that differs. Whatever is missing is set as in English. */
const byLanguage: ReadonlyMap<string, QuotationMarks> = new Map([
  // French puts a space that never breaks inside its marks.
  ['fr', { outer: pair('«\u00A0', '\u00A0»'), inner: pair('“', '”') }],
  ['fr-ch', { outer: pair('«', '»'), inner: pair('‹', '›') }],
  ['de', german],
  ['de-ch', { outer: pair('«', '»'), inner: pair('‹', '›') }],
  ['es', guillemets],
  ['it', guillemets],
  ['pt', guillemets],
  ['pt-br', english],
  ['pl', low],
  ['ro', low],
  ['ru', { outer: pair('«', '»'), inner: pair('„', '“') }],
  ['uk', { outer: pair('«', '»'), inner: pair('„', '“') }],
  ['el', guillemets],
  ['ar', guillemets],
  ['fa', guillemets],
  ['cs', german],
  ['sk', german],
  ['sl', german],
  ['bg', german],
  ['hu', { outer: pair('„', '”'), inner: pair('»', '«') }],
  ['sv', { outer: pair('”', '”'), inner: pair('’', '’') }],
  ['fi', { outer: pair('”', '”'), inner: pair('’', '’') }],
  ['ja', corners],
  ['zh-hant', corners],
  ['zh-tw', corners],
  ['zh-hk', corners],
]);

/** `language` is BCP 47; of `fr-Latn-CA` the longest part that is known counts. */
export function quotationMarks(language: string): QuotationMarks {
  const parts = language.toLowerCase().replaceAll('_', '-').split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const marks = byLanguage.get(parts.slice(0, length).join('-'));
    if (marks !== undefined) return marks;
  }
  return english;
}
