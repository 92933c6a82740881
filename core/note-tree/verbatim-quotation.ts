/** Words of a source as a note quotes them: exactly, within quotation marks or as a block of their own. */
import { type QuotationMarks, quotationMarks } from './quotation-marks.ts';
import { wordsOfText } from './word-count.ts';

/** More words than this are set apart, as house styles have it. */
export const longestInline = 40;

export interface VerbatimQuotation {
  /** Within quotation marks, in one line. */
  readonly inline: string;
  /** Without marks: a block says by its form that it quotes. One paragraph of the source each. */
  readonly paragraphs: readonly [string, ...string[]];
  /** Long, or of several paragraphs: to be set apart. */
  readonly isBlock: boolean;
}

/**
 * `pieces` is what is quoted of each paragraph, `language` that of the note (BCP 47). Only white space changes: at the
 * ends it goes, and a line break within a paragraph is a space. `null` where nothing is left.
 */
export function verbatimQuotation(pieces: readonly string[], language: string): VerbatimQuotation | null {
  const [first, ...rest] = pieces
    .map((piece) => piece.replaceAll(/[\t\r\n]+/gu, ' ').trim())
    .filter((piece) => piece !== '');
  if (first === undefined) return null;
  const words = [first, ...rest].join(' ');
  const marks = quotationMarks(language);
  return {
    inline: marks.outer.open + withInnerMarks(words, marks) + marks.outer.close,
    paragraphs: [first, ...rest],
    isBlock: rest.length > 0 || wordsOfText(words) > longestInline,
  };
}

/**
 * A quotation within the quotation gets the inner marks only where that is beyond doubt: it stands in the outer marks of
 * the note's language, every one that opens is closed, none lies in another, and no inner mark is there already.
 * An apostrophe (’) is one that could be taken for an inner mark: then the source's own marks stay.
 */
function withInnerMarks(words: string, { outer, inner }: QuotationMarks): string {
  const [open, close] = [outer.open.trim(), outer.close.trim()];
  if (open === close || words.includes(inner.open.trim()) || words.includes(inner.close.trim())) return words;
  const marks = [...words].filter((character) => character === open || character === close);
  const isPaired =
    marks.length % 2 === 0 && marks.every((mark, index) => mark === (index % 2 === 0 ? open : close));
  if (!isPaired) return words;
  return words.replaceAll(open, inner.open).replaceAll(close, inner.close);
}
