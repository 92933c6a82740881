import type { ParagraphId } from '../dossier/ids.ts';
import type { Passage } from '../dossier/passage.ts';
import type { Edition } from '../dossier/source.ts';
import { refused, type Result } from '../result.ts';
import { describePassage } from './describe-passage.ts';
import { findTypographicVariant } from './find-typographic-variant.ts';
import { occurrencesOf, splitsPair } from './match-quote.ts';

export type QuotationCode = 'quote-not-found' | 'ambiguous';

/**
 * Finds words in one paragraph of an edition, exactly as they are given but for white space at their ends.
 * Refuses words that are not there (`quote-not-found`; when only quotation marks, dashes, spaces or the Unicode form
 * differ, the message shows how the source has them) and words that are there more than once (`ambiguous`).
 * The paragraph must be one of the edition's.
 */
export function findQuotation(
  edition: Edition,
  paragraph: ParagraphId,
  exact: string,
): Result<Passage, QuotationCode> {
  const text = edition.paragraphs.find(({ id }) => id === paragraph)?.text;
  if (text === undefined) throw new Error(`edition ${edition.id} has no paragraph ${paragraph}`);
  const words = exact.trim();
  const starts = occurrencesOf(words, text);
  const [start] = starts;
  if (start === undefined) return notFound(words, text);
  if (starts.length > 1) {
    return refused(
      'ambiguous',
      `“${shorten(words)}” stands ${String(starts.length)} times in this paragraph. Quote more of the words around the one you mean.`,
    );
  }
  const passage = describePassage(edition, [{ paragraph, start, end: start + words.length }]);
  if (!passage.ok) throw new Error(`a quotation that was found can't be described: ${passage.error.code}`);
  return passage;
}

function notFound(words: string, text: string) {
  if (words === '')
    return refused('quote-not-found', 'The quotation is empty. Quote some words of the paragraph.');
  const variant = findTypographicVariant(words, text);
  return refused(
    'quote-not-found',
    variant === null
      ? `“${shorten(words)}” does not stand in this paragraph. Quote its words exactly.`
      : `The paragraph has these words with other quotation marks, dashes, spaces or letter forms: ${variant} — quote them as they stand there.`,
  );
}

const longestShown = 200; // UTF-16 units

function shorten(words: string): string {
  if (words.length <= longestShown) return words;
  const end = splitsPair(words, longestShown) ? longestShown - 1 : longestShown;
  return `${words.slice(0, end).trimEnd()}…`;
}
