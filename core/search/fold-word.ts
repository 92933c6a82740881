// Accents of Latin, Greek and Cyrillic, the vowels of Hebrew and Arabic, and the stroke that stretches Arabic: writers
// leave these out. Elsewhere (in Devanagari, Thai or kana) a mark makes another letter, and stays.
const droppedMarks =
  /(?![\u3099\u309a])(?=\p{M})[\p{sc=Inherited}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}]|\u0640/gu;
const unspoken = /[^\p{L}\p{N}\p{M}\p{Co}]/gu;

/** Letters that Unicode does not take apart, as people without that keyboard type them. */
const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
};
const unplain = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
const isPlain = /^[a-z0-9]*$/;

/** A word as it is compared: without case, accents and ligatures; `Việt` and `VIET` are both `viet`. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (isPlain.test(lower)) return lower;
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(droppedMarks, '')
    .replace(unplain, (letter) => plainLetters[letter] ?? letter)
    .replace(unspoken, '');
}
