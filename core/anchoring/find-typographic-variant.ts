import { foldTypography, unfoldSpan } from './fold-typography.ts';
import { occurrencesOf } from './match-quote.ts';

/**
 * The text as it stands in `text` where it differs from `words` only in typography; `null` where there is none.
 * It is for showing to a person, never for anchoring.
 */
export function findTypographicVariant(words: string, text: string): string | null {
  const wanted = foldTypography(words).folded;
  if (wanted === '') return null;
  const folded = foldTypography(text);
  const [start] = occurrencesOf(wanted, folded.folded);
  if (start === undefined) return null;
  const place = unfoldSpan(folded, { start, end: start + wanted.length });
  const variant = text.slice(place.start, place.end).trim();
  return variant === '' ? null : variant; // empty when `words` is white space
}
