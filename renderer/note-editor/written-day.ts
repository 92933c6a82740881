/** Days as a person writes them in a header, and as a calendar has them. */

/** `12 July 2025`, as the language has it; `null` for what is no day of ISO 8601. */
export function dayInWords(isoDay: string, language: string): string | null {
  const day = new Date(`${isoDay}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(isoDay) || Number.isNaN(day.getTime())) return null;
  // Plain `en` would give July 12, 2025; outside of America the day comes first.
  const [locale = 'en-GB'] = Intl.DateTimeFormat.supportedLocalesOf([
    language === 'en' ? 'en-GB' : language,
    'en-GB',
  ]);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** The day that a field holds, where it is written with the month's English name or as ISO 8601 has it. */
export function isoDayIn(text: string): string | null {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})\b/u.exec(text)?.[1];
  if (iso !== undefined) return iso;
  const written = /\b(\d{1,2})\s+(\p{L}{3,})\.?\s+(\d{4})\b/u.exec(text);
  if (written === null) return null;
  const [, day = '', month = '', year = ''] = written;
  const at = months.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase()));
  return at === -1 ? null : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
