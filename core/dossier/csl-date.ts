import type { CslDate } from './source.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function day(parts: readonly number[], monthName: (name: string) => string): string {
  const [year, month, dayOfMonth] = parts;
  if (year === undefined) return '';
  const name = month === undefined ? undefined : months[month - 1];
  if (name === undefined) return String(year);
  const rest = `${monthName(name)} ${String(year)}`;
  return dayOfMonth === undefined ? rest : `${String(dayOfMonth)} ${rest}`;
}

function format(date: CslDate | undefined, monthName: (name: string) => string): string {
  return (date?.['date-parts'] ?? [])
    .map((parts) => day(parts, monthName))
    .filter(Boolean)
    .join('–');
}

/** `12 July 2025`, `July 2025`, `2025`, `11 July 2025–12 July 2025`; empty where nothing is known. No time zone enters. */
export function longDate(date: CslDate | undefined): string {
  return format(date, (name) => name);
}

/** The same with the month in three letters: `12 Jul 2025`. */
export function shortDate(date: CslDate | undefined): string {
  return format(date, (name) => name.slice(0, 3));
}
