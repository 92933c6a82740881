import type { FoundPlace } from '../../core/search/find-in-edition.ts';
import type { Paragraph } from '../../core/dossier/source.ts';

const counted = new Intl.NumberFormat('en');

/** `3 of 12 · ¶4`: read out after each step. */
export function describeFound(
  phrase: string,
  places: readonly FoundPlace[],
  at: number,
  paragraphs: readonly Paragraph[],
): string {
  if (phrase.trim() === '') return '';
  const place = places[at];
  if (place === undefined) return 'Not found';
  const number = paragraphs[place.index]?.number ?? null;
  const where = number === null ? 'not numbered' : `¶${String(number)}`;
  return `${counted.format(at + 1)} of ${counted.format(places.length)} · ${where}`;
}
