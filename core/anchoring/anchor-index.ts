import type { ParagraphId } from '../dossier/ids.ts';
import type { Edition, Paragraph } from '../dossier/source.ts';
import { foldTypography, type FoldedText } from './fold-typography.ts';
import { occurrencesOf } from './match-quote.ts';

/** An edition prepared once, so that finding words in it does not read all of it each time. */
export interface AnchorIndex {
  readonly edition: Edition;
  /** Where the paragraph stands, from 0; `undefined` when it is not one of this edition's. */
  indexOf(paragraph: ParagraphId): number | undefined;
  /** The paragraph at an index. Throws when there is none. */
  paragraphAt(index: number): Paragraph;
  /** Its text without typography. */
  foldedAt(index: number): FoldedText;
  /** The paragraphs whose folded text holds these folded words, in reading order. */
  holding(words: string): number[];
  /** The paragraphs with this word in their folded text, in reading order. Words are as `wordsOf` cuts them. */
  withWord(word: string): readonly number[];
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** Runs of letters and figures. */
export const wordsOf = (text: string): readonly string[] => text.match(wordPattern) ?? [];

/** The words that the run holds whole wherever it stands: its first and last may be parts of longer ones there. */
function wholeWordsOf(run: string): readonly string[] {
  const words = wordsOf(run);
  const from = startsInWord.test(run) ? 1 : 0;
  return words.slice(from, endsInWord.test(run) ? -1 : words.length);
}
const startsInWord = /^[\p{L}\p{N}\p{M}]/u;
const endsInWord = /[\p{L}\p{N}\p{M}]$/u;

function indexWords(texts: readonly FoldedText[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [index, { folded }] of texts.entries()) {
    for (const word of wordsOf(folded)) {
      const places = postings.get(word);
      if (places === undefined) postings.set(word, [index]);
      else if (places.at(-1) !== index) places.push(index);
    }
  }
  return postings;
}

export function createAnchorIndex(edition: Edition): AnchorIndex {
  const { paragraphs } = edition;
  const indexes = new Map(paragraphs.map(({ id }, index) => [id, index]));
  const folded = paragraphs.map(({ text }) => foldTypography(text));
  const everywhere = [...paragraphs.keys()];
  let words: Map<string, number[]> | undefined; // made when it is first asked for
  const withWord = (word: string): readonly number[] => (words ??= indexWords(folded)).get(word) ?? [];
  const foldedAt = (index: number) => folded[index] ?? { folded: '', origins: null };
  return {
    edition,
    indexOf: (paragraph) => indexes.get(paragraph),
    paragraphAt(index) {
      const paragraph = paragraphs[index];
      if (paragraph === undefined)
        throw new Error(`edition ${edition.id} has no paragraph at ${String(index)}`);
      return paragraph;
    },
    foldedAt,
    holding(run) {
      const fewest = wholeWordsOf(run)
        .map(withWord)
        .reduce((least, places) => (places.length < least.length ? places : least), everywhere);
      return fewest.filter((index) => occurrencesOf(run, foldedAt(index).folded).length > 0);
    },
    withWord,
  };
}
