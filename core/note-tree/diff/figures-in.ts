const number = String.raw`\p{Nd}+(?:[.,\u00a0\u202f]\p{Nd}+)*`;
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const size = String.raw`(?:\s(?:thousand|million|billion|trillion|bn|mn)\b)?`;

/** Whole figures before their parts: a date is one figure, not three numbers. */
const figurePattern = new RegExp(
  // First what no figure begins without: most letters of a text need no further look.
  String.raw`(?=[\p{Nd}\p{Sc}A-Z])(?:` +
    [
      String.raw`\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}`,
      String.raw`\p{Nd}{1,2}\s${month}\b(?:\s\p{Nd}{4})?`,
      String.raw`\b${month}\s\p{Nd}{1,2},\s\p{Nd}{4}`,
      String.raw`\b${month}\s\p{Nd}{4}`,
      String.raw`(?:\b(?:USD|EUR|GBP|JPY|CNY|VND)\s?|(?:\bUS)?\p{Sc}\s?)${number}${size}`,
      String.raw`${number}\s?(?:%|‰|per\scent\b|percent\b|\p{Sc})`,
      String.raw`${number}${size}`,
    ].join('|') +
    ')',
  'gu',
);

/** Numbers, dates, percentages and amounts of money as they are written, in reading order. */
export function figuresIn(text: string): string[] {
  return /\p{Nd}/u.test(text) ? (text.match(figurePattern) ?? []) : [];
}
