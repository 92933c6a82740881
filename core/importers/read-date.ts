import type { CslDate } from '../dossier/csl-date.ts';

const written = /^\s*(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?(?=$|[T\s,;])/;

/**
 * A date that begins with its year: `2025`, `2025-07`, `2025-07-12T09:30:00+07:00`, `2025/07/12`, `20250712`. The day
 * is the one that is written, in whatever time zone. `undefined` for everything else: `12/07/2025` has two readings.
 */
export function readDate(text: string): CslDate | undefined {
  const [, year, month, day] = written.exec(text.slice(0, 40)) ?? [];
  if (year === undefined || Number(year) < 1000) return undefined;
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
  const [, monthNumber = 1, dayNumber = 1] = parts;
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) return undefined;
  return { 'date-parts': [parts] };
}
