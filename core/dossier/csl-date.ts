/** Dates of sources: in words, from words, and in order. No time zone enters anywhere. */
/**
 * A date as CSL-JSON writes it: `{ 'date-parts': [[2025, 7, 12]] }`; month and day may be missing. A second list is the
 * end of a range; `[0]` says that the end is open, as it does to pandoc.
 */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  /** 1 is spring, 4 is winter; only where no month is known. */
  readonly season?: number;
  /** Only roughly known. */
  readonly circa?: boolean;
  /** What the source says instead of a date: `undated`, `Eid al-Fitr 1446`. Read only where there are no parts. */
  readonly literal?: string;
}

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

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'] as const;

type MonthName = (name: string) => string;

function dayInWords(parts: readonly number[], monthName: MonthName): string {
  const [year, month, dayOfMonth] = parts;
  if (year === undefined || year === 0) return '';
  const name = month === undefined ? undefined : months[month - 1];
  if (name === undefined) return yearInWords(year);
  const rest = `${monthName(name)} ${yearInWords(year)}`;
  return dayOfMonth === undefined ? rest : `${String(dayOfMonth)} ${rest}`;
}

const yearInWords = (year: number) => (year < 0 ? `${String(-year)} BC` : String(year));

function format(date: CslDate | undefined, monthName: MonthName): string {
  if (date === undefined) return '';
  const [first = [], ...rest] = date['date-parts'] ?? [];
  const start = dayInWords(first, monthName);
  if (start === '') return date.literal?.trim() ?? '';
  const season = first.length === 1 ? seasons[(date.season ?? 0) - 1] : undefined;
  // The year 0 stands for an end that is open.
  const days = [start, ...rest.map((parts) => dayInWords(parts, monthName))].join('–');
  return (date.circa === true ? 'c. ' : '') + (season === undefined ? days : `${season} ${days}`);
}

/**
 * `12 July 2025`, `July 2025`, `2025`, `11 July 2025–12 July 2025`, `2019–`, `c. 1954`, `Spring 1954`, or what the
 * source says instead; empty where nothing is known.
 */
export function longDate(date: CslDate | undefined): string {
  return format(date, (name) => name);
}

/** The same with the month in three letters: `12 Jul 2025`. */
export function shortDate(date: CslDate | undefined): string {
  return format(date, (name) => name.slice(0, 3));
}

/** `2025-07-12` is a day of the calendar: there is a 29 February 2024 and none in 2025. */
export function isIsoDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return match !== null && isDay(match.slice(1).map(Number));
}

function isDay([year = 0, month, dayOfMonth]: readonly number[]): boolean {
  if (month === undefined) return year !== 0;
  if (year === 0 || month < 1 || month > 12) return false;
  return dayOfMonth === undefined || (dayOfMonth >= 1 && dayOfMonth <= daysOf(year, month));
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const monthPattern = months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
/** Ways in which people and programs write one day, month or year, with the groups that hold its parts. */
const forms: readonly (readonly [pattern: RegExp, parts: readonly ('year' | 'month' | 'day')[]])[] = [
  [/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?$/iu, ['year', 'month', 'day']],
  [/^(\d{4})[-/](\d{1,2})$/u, ['year', 'month']],
  [/^(\d{3,4})$/u, ['year']],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+(${monthPattern})\\.?,?\\s+(\\d{4})$`, 'iu'),
    ['day', 'month', 'year'],
  ],
  [
    new RegExp(`^(${monthPattern})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'iu'),
    ['month', 'day', 'year'],
  ],
  [new RegExp(`^(${monthPattern})\\.?,?\\s+(\\d{4})$`, 'iu'), ['month', 'year']],
];

function parseDay(text: string): number[] | undefined {
  for (const [pattern, order] of forms) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const found = (part: 'year' | 'month' | 'day') => match[order.indexOf(part) + 1];
    const [year, month, dayOfMonth] = [found('year'), found('month'), found('day')];
    const parts = [
      Number(year),
      ...(month === undefined || !order.includes('month') ? [] : [monthNumber(month)]),
      ...(dayOfMonth === undefined || !order.includes('day') ? [] : [Number(dayOfMonth)]),
    ];
    return isDay(parts) ? parts : undefined;
  }
  return undefined;
}

/** Of `7`, `jul` or `July`; `NaN` of anything else. */
export function monthNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const start = text.slice(0, 3).toLowerCase();
  const index = text.length < 3 ? -1 : months.findIndex((name) => name.toLowerCase().startsWith(start));
  return index < 0 ? Number.NaN : index + 1;
}

/**
 * Reads `2025-07-12`, `12 July 2025`, `Jul 12, 2025`, `July 2025`, `2025`, ranges of them with `/` or a dash between,
 * `11–12 July 2025`, and `c. 1954` or `1954~`. Anything else is kept as a literal, never bent into a date: `03/04/2025`
 * is in March to some and in April to others. `undefined` for an empty text.
 */
export function parseDateText(text: string): CslDate | undefined {
  const written = text.replaceAll(/\s+/gu, ' ').trim();
  if (written === '') return undefined;
  const circa = /^(?:c\.|ca\.?|circa|about)\s*/iu.exec(written)?.[0];
  const sure = written.slice(circa?.length ?? 0);
  const rough = circa !== undefined || /^\d{4}(?:-\d{2}){0,2}~$/u.test(sure);
  const parts = parseRange(rough ? sure.replace(/~$/u, '') : sure);
  if (parts === undefined) return { literal: written };
  return { 'date-parts': parts, ...(rough ? { circa: true } : {}) };
}

function parseRange(text: string): number[][] | undefined {
  const one = parseDay(text);
  if (one !== undefined) return [one];
  const sameMonth = /^(\d{1,2})\s?[–-]\s?(\d{1,2}(\s\p{L}.*))$/u.exec(text);
  if (sameMonth !== null)
    return parseRange(`${sameMonth[1] ?? ''}${sameMonth[3] ?? ''}/${sameMonth[2] ?? ''}`);
  const [start = '', end, ...more] = text.split(/\s*[/–—]\s*|\s+(?:-|to)\s+|(?<=^\d{4})-(?=\d{4}$)/u);
  const first = parseDay(start);
  if (first === undefined || end === undefined || more.length > 0) return undefined;
  if (end === '' || end === '..') return [first, [0]];
  const last = parseDay(end);
  return last === undefined || compareParts(first, last) > 0 ? undefined : [first, last];
}

function compareParts(a: readonly number[], b: readonly number[]): number {
  for (const index of [0, 1, 2]) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * A date of CSL-JSON as other programs write it: parts that are texts, a season as a month from 13 or 21 on, a text that
 * is still to be read (`raw`). What is no day of the calendar becomes a literal. `undefined`: it says nothing.
 */
export function parseCslDate(written: Readonly<Record<string, unknown>>): CslDate | undefined {
  const { raw, literal, circa, season } = written;
  const rough = circa === undefined || circa === false || circa === '' ? {} : { circa: true };
  const parts = readParts(written['date-parts']);
  if (parts === undefined) {
    const words = [raw, literal].find((text) => typeof text === 'string' && text.trim() !== '');
    const parsed = typeof words === 'string' ? parseDateText(words) : undefined;
    return parsed === undefined ? undefined : { ...parsed, ...rough };
  }
  if (parts.every((day, index) => isDay(day) || (index > 0 && day[0] === 0))) {
    const named = seasonNumber(season);
    return { 'date-parts': parts, ...(named === undefined ? {} : { season: named }), ...rough };
  }
  const [[year = 0, month = 0] = [], ...more] = parts;
  const coded = month > 20 ? month - 20 : month - 12;
  if (year !== 0 && coded >= 1 && coded <= 4 && more.length === 0) {
    return { 'date-parts': [[year]], season: coded, ...rough };
  }
  return { literal: parts.map((day) => day.join('-')).join('/'), ...rough };
}

/** Whole numbers only; a list that begins with none is left out, and what follows a missing part with it. */
function readParts(given: unknown): number[][] | undefined {
  if (!Array.isArray(given)) return undefined;
  const days = (given as unknown[]).slice(0, 2).map((one) => {
    const numbers = (Array.isArray(one) ? (one as unknown[]) : [one]).slice(0, 3).map(wholeNumber);
    const missing = numbers.indexOf(undefined);
    return numbers.slice(0, missing < 0 ? numbers.length : missing).filter((part) => part !== undefined);
  });
  const [first, second] = days;
  if (first === undefined || first.length === 0 || first[0] === 0) return undefined;
  const [start, end] = [first, second].map((day) => trimZeros(day ?? []));
  if (start === undefined || second === undefined) return [start ?? []];
  return [start, end === undefined || end.length === 0 ? [0] : end];
}

/** A month or day 0 is one that is not known. */
function trimZeros([year, month, dayOfMonth]: readonly number[]): number[] {
  if (year === undefined) return [];
  if (month === undefined || month === 0) return [year];
  return dayOfMonth === undefined || dayOfMonth === 0 ? [year, month] : [year, month, dayOfMonth];
}

function wholeNumber(given: unknown): number | undefined {
  const number = typeof given === 'string' && /^\s*-?\d{1,6}\s*$/u.test(given) ? Number(given) : given;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

function seasonNumber(given: unknown): number | undefined {
  const named = typeof given === 'string' ? seasonNames.indexOf(given.trim().toLowerCase()) + 1 : 0;
  const number = named > 0 ? named : wholeNumber(given);
  if (number === undefined) return undefined;
  return number >= 1 && number <= 4 ? number : undefined;
}

const seasonNames: readonly string[] = seasons.map((name) => name.toLowerCase());
