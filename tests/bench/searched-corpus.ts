/** Paragraphs of made-up words that are as common and as rare as words of a language are, the same in each run. */

const paragraphsPerSource = 1_000;
const wordsPerParagraph = 60;
const vocabularySize = 20_000;
const syllables = [
  'ba',
  'đối',
  'ke',
  'lin',
  'mo',
  'nam',
  'pro',
  'quốc',
  'ri',
  'sta',
  'tác',
  'ti',
  'việt',
  'xa',
  'zo',
];

/** Numbers from 0 to below 1. https://en.wikipedia.org/wiki/Linear_congruential_generator, as in Numerical Recipes */
function repeatableNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Each number its own word; the numbers grow longer as the words of a language do. */
function wordAt(rank: number): string {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? '';
  }
  return word;
}

const vocabulary = Array.from({ length: vocabularySize }, (_, rank) => wordAt(rank));

/** The word that stands `rank`th (from 0) in order of how common it is. */
export const wordOfRank = (rank: number): string => vocabulary[rank % vocabularySize] ?? '';

/** @param source from 0. Returns its paragraphs; the same for the same number. */
export function paragraphsOfSource(source: number): string[] {
  const next = repeatableNumbers(source + 1);
  // Zipf's law: the chance of a word is that of 1 / rank, which an even choice of its logarithm gives.
  const word = () => wordOfRank(Math.floor(vocabularySize ** next()) - 1);
  return Array.from({ length: paragraphsPerSource }, () =>
    Array.from({ length: wordsPerParagraph }, word).join(' '),
  );
}

/** What people type: every beginning of two words that stand beside each other, some alone, and some as a phrase. */
export function queriesAsTyped(sources: number): string[] {
  const next = repeatableNumbers(4_711);
  const queries: string[] = [];
  while (queries.length < 600) {
    const paragraphs = paragraphsOfSource(Math.floor(next() * sources));
    const words = (paragraphs[Math.floor(next() * paragraphs.length)] ?? '').split(' ');
    const at = Math.floor(next() * (words.length - 1));
    const [first = '', second = ''] = words.slice(at, at + 2);
    const whole = `${first} ${second}`;
    for (let end = 2; end <= whole.length; end += 1) queries.push(whole.slice(0, end));
    queries.push(`"${whole}"`);
  }
  return queries;
}
