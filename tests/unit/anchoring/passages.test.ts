import { describe, expect, it } from 'vitest';
import { describePassage } from '../../../core/anchoring/describe-passage.ts';
import { findQuotation } from '../../../core/anchoring/find-quotation.ts';
import { asParagraphId } from '../../../core/dossier/ids.ts';
import type { Anchor } from '../../../core/dossier/passage.ts';
import { editionOf, paragraphAt } from './editions.ts';

const long =
  'The two sides agreed that trade should grow, that visits should follow, and that nobody should wait for long.';
const edition = editionOf('e1', [
  long,
  'a 😀 b',
  'They met.',
  'The “yellow card” — as the EU’s officials call it — stays… for now; cafe\u0301 and\u00a0tea.',
  'aaa, and one more time: the card, the card.',
]);

interface Row {
  readonly ranges: readonly (readonly [paragraph: number, start: number, end: number])[];
  readonly quotes: readonly Pick<Anchor, 'position' | 'quote'>[];
}

const rangesOf = (ranges: Row['ranges']) =>
  ranges.map(([index, start, end]) => ({ paragraph: paragraphAt(edition, index).id, start, end }));

describe('describePassage', () => {
  it.each<[string, Row]>([
    [
      '32 units of surroundings on both sides',
      {
        ranges: [[0, 45, 68]],
        quotes: [
          {
            position: { start: 45, end: 68 },
            quote: { exact: long.slice(45, 68), prefix: long.slice(13, 45), suffix: long.slice(68, 100) },
          },
        ],
      },
    ],
    [
      'a whole paragraph has no surroundings',
      {
        ranges: [[2, 0, 9]],
        quotes: [{ position: { start: 0, end: 9 }, quote: { exact: 'They met.', prefix: '', suffix: '' } }],
      },
    ],
    [
      'white space at both ends is left out',
      {
        ranges: [[2, 4, 9]],
        quotes: [{ position: { start: 5, end: 9 }, quote: { exact: 'met.', prefix: 'They ', suffix: '' } }],
      },
    ],
    [
      'half a character is taken whole, at the start',
      {
        ranges: [[1, 3, 6]],
        quotes: [{ position: { start: 2, end: 6 }, quote: { exact: '😀 b', prefix: 'a ', suffix: '' } }],
      },
    ],
    [
      'half a character is taken whole, at the end',
      {
        ranges: [[1, 0, 3]],
        quotes: [{ position: { start: 0, end: 4 }, quote: { exact: 'a 😀', prefix: '', suffix: ' b' } }],
      },
    ],
    [
      'several paragraphs, in reading order, without those that only the end of the selection touches',
      {
        ranges: [
          [2, 0, 4],
          [1, 4, 6],
          [3, 0, 0],
        ],
        quotes: [
          { position: { start: 5, end: 6 }, quote: { exact: 'b', prefix: 'a 😀 ', suffix: '' } },
          { position: { start: 0, end: 4 }, quote: { exact: 'They', prefix: '', suffix: ' met.' } },
        ],
      },
    ],
  ])('%s', (_, { ranges, quotes }) => {
    const result = describePassage(edition, rangesOf(ranges));
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.edition).toBe(edition.id);
    expect(result.value.anchors.map(({ position, quote }) => ({ position, quote }))).toEqual(quotes);
  });

  it('takes more surroundings until the words are the only ones of the edition', () => {
    const same = 'on the margins of the ministerial meeting, both sides agreed to raise the level of trade';
    const pair = editionOf('e2', [`In Hanoi, ${same} soon.`, `In Kuala Lumpur, ${same} soon.`]);
    const { id, text } = paragraphAt(pair, 0);
    const start = text.indexOf('agreed');
    const result = describePassage(pair, [{ paragraph: id, start, end: start + 6 }]);
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.anchors[0].quote.prefix).toContain('Hanoi');
  });

  it('never begins or ends its surroundings inside a character', () => {
    const text = `${'😀'.repeat(40)}word${'😀'.repeat(40)}`;
    const emojis = editionOf('e3', [`a${text}`, text]);
    for (const { id, text: whole } of emojis.paragraphs) {
      const start = whole.indexOf('word');
      const result = describePassage(emojis, [{ paragraph: id, start, end: start + 4 }]);
      if (!result.ok) throw new Error(result.error.code);
      const { prefix, suffix } = result.value.anchors[0].quote;
      expect(prefix + suffix).not.toMatch(/\p{Surrogate}/u);
      expect(prefix.length).toBeGreaterThanOrEqual(32);
    }
  });

  const first = paragraphAt(edition, 0).id;
  it.each([
    ['no range', [], 'empty-passage'],
    ['an empty range', [{ paragraph: first, start: 3, end: 3 }], 'empty-passage'],
    ['only white space', [{ paragraph: first, start: 3, end: 4 }], 'empty-passage'],
    [
      'an empty range inside a character',
      [{ paragraph: paragraphAt(edition, 1).id, start: 3, end: 3 }],
      'empty-passage',
    ],
    [
      'a paragraph of another edition',
      [{ paragraph: asParagraphId('e9.1'), start: 0, end: 1 }],
      'unknown-paragraph',
    ],
    ['an end past the text', [{ paragraph: first, start: 0, end: long.length + 1 }], 'out-of-range'],
    ['a negative start', [{ paragraph: first, start: -1, end: 4 }], 'out-of-range'],
    ['the end before the start', [{ paragraph: first, start: 4, end: 2 }], 'out-of-range'],
    ['a fraction', [{ paragraph: first, start: 0.5, end: 2 }], 'out-of-range'],
    [
      'two ranges in one paragraph',
      [
        { paragraph: first, start: 0, end: 3 },
        { paragraph: first, start: 8, end: 13 },
      ],
      'out-of-range',
    ],
  ])('refuses %s', (_, ranges, code) => {
    const result = describePassage(edition, ranges);
    expect(result.ok ? 'described' : result.error.code).toBe(code);
  });
});

describe('findQuotation', () => {
  const quoted = paragraphAt(edition, 3);

  it.each([
    ['exact words', 'yellow card'],
    ['white space around them does not count', '  yellow card\n'],
    ['quotation marks and dashes as they stand', '“yellow card” — as the EU’s officials'],
  ])('finds %s', (_, words) => {
    const result = findQuotation(edition, quoted.id, words);
    if (!result.ok) throw new Error(result.error.code);
    const { position, quote, paragraph } = result.value.anchors[0];
    expect(paragraph).toBe(quoted.id);
    expect(quote.exact).toBe(words.trim());
    expect(quoted.text.slice(position.start, position.end)).toBe(words.trim());
  });

  it.each<[string, number, string, string, string]>([
    ['words that are not there', 3, 'red card', 'quote-not-found', '“red card” does not stand'],
    ['an empty quotation', 3, ' ', 'quote-not-found', 'empty'],
    ['words of another paragraph', 3, 'They met.', 'quote-not-found', 'does not stand'],
    ['straight quotes for curly ones', 3, '"yellow card"', 'quote-not-found', ': “yellow card” —'],
    ['a straight apostrophe', 3, "the EU's officials", 'quote-not-found', ': the EU’s officials —'],
    ['a hyphen for a dash', 3, 'card” - as', 'quote-not-found', ': card” — as —'],
    ['three dots for an ellipsis', 3, 'stays... for', 'quote-not-found', ': stays… for —'],
    ['a space for a no-break space', 3, 'and tea', 'quote-not-found', ': and\u00a0tea —'],
    ['a composed letter for a decomposed one', 3, 'café', 'quote-not-found', ': cafe\u0301 —'],
    ['two spaces for one', 3, 'yellow  card', 'quote-not-found', ': yellow card —'],
    ['words that are there twice', 4, 'the card', 'ambiguous', '2 times'],
    ['words that overlap themselves', 4, 'aa', 'ambiguous', '2 times'],
    ['half a character', 1, '\ud83d', 'quote-not-found', 'does not stand'],
  ])('refuses %s', (_, index, words, code, message) => {
    const result = findQuotation(edition, paragraphAt(edition, index).id, words);
    if (result.ok) throw new Error('found');
    expect(result.error.code).toBe(code);
    expect(result.error.message).toContain(message);
  });
});
