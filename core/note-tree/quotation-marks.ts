export interface QuotationMarkPair {
  readonly open: string;
  readonly close: string;
}

export interface QuotationMarks {
  readonly outer: QuotationMarkPair;
  /** Of a quotation within a quotation. */
  readonly inner: QuotationMarkPair;
}

const pair = (open: string, close: string): QuotationMarkPair => ({ open, close });
const curly = { outer: pair('“', '”'), inner: pair('‘', '’') };
const angled = (space = '') => pair(`«${space}`, `${space}»`);

const marksOf: Readonly<Record<string, QuotationMarks>> = {
  en: curly,
  // The space belongs to the marks, and no line ends at it.
  fr: { outer: angled('\u00A0'), inner: pair('“', '”') },
  de: { outer: pair('„', '“'), inner: pair('‚', '‘') },
  es: { outer: angled(), inner: pair('“', '”') },
  it: { outer: angled(), inner: pair('“', '”') },
  pt: { outer: angled(), inner: pair('“', '”') },
  'pt-br': curly,
  pl: { outer: pair('„', '”'), inner: pair('«', '»') },
  ru: { outer: angled(), inner: pair('„', '“') },
  uk: { outer: angled(), inner: pair('„', '“') },
  vi: curly,
  ar: { outer: angled(), inner: pair('“', '”') },
  zh: curly,
  'zh-hant': { outer: pair('「', '」'), inner: pair('『', '』') },
  ja: { outer: pair('「', '」'), inner: pair('『', '』') },
};

/** The marks that a language (BCP 47) has around a quotation; English ones where nothing is known of it. */
export function quotationMarks(language: string): QuotationMarks {
  const [primary = '', next = ''] = language.toLowerCase().split('-');
  return marksOf[`${primary}-${next}`] ?? marksOf[primary] ?? curly;
}
