import { describe, expect, it } from 'vitest';
import { reanchorPassage } from '../../../core/anchoring/reanchor-passage.ts';
import { prepareReplacement } from '../../../core/anchoring/replacement.ts';
import type { Passage } from '../../../core/dossier/passage.ts';
import type { Edition } from '../../../core/dossier/source.ts';
import { seedA, seedB } from '../importers/seed-files.ts';
import { editionOf, editionOfFile, paragraphAt, textsOf } from './editions.ts';
import { longTexts } from './long-texts.ts';
import { passageAt, passageOf, quotationsOf } from './quotations.ts';

/** The words that a passage is about, by paragraph. */
function wordsOf(edition: Edition, passage: Passage): string[] {
  return passage.anchors.map(({ paragraph, position }) => {
    const text = edition.paragraphs.find(({ id }) => id === paragraph)?.text ?? '';
    return text.slice(position.start, position.end);
  });
}

const exactOf = (passage: Passage) => passage.anchors.map(({ quote }) => quote.exact);

const plain = (text: string) =>
  text.replaceAll(/[’‘]/gu, "'").replaceAll(/[“”]/gu, '"').replaceAll(/[–—]/gu, '-').replaceAll(/\s+/gu, ' ');

const fancy = (text: string) =>
  text
    .replaceAll(/"([^"]*)"/gu, '“$1”')
    .replaceAll("'", '’')
    .replaceAll(' - ', ' — ')
    .replaceAll('fi', 'ﬁ')
    .replaceAll(/(\p{L}{4})(\p{L}{4})/gu, '$1\u00ad$2')
    .replaceAll(' the ', '\u00a0the  ')
    .normalize('NFD');

/** Each paragraph broken after each of its sentences. */
const broken = (texts: readonly string[]) => texts.flatMap((text) => text.split(/(?<=[.;]) /u));

/** Paragraphs joined by twos. */
const joined = (texts: readonly string[]) =>
  texts.flatMap((text, index) =>
    index % 2 === 0 ? [[text, ...texts.slice(index + 1, index + 2)].join(' ')] : [],
  );

const without = (texts: readonly string[], index: number) => texts.filter((_, other) => other !== index);

function expectFound(old: Edition, indexes: readonly number[], texts: readonly string[]): void {
  const next = editionOf('new', texts);
  const replacement = prepareReplacement(old, next);
  for (const passage of indexes.flatMap((index) => quotationsOf(replacement.before, index))) {
    const result = reanchorPassage(replacement, passage);
    const quoted = exactOf(passage).join(' ');
    if (result.state !== 'found') throw new Error(`${result.state}: ${quoted}`);
    const words = wordsOf(next, result.passage).join(' ');
    expect(result.passage.edition).toBe(next.id);
    expect(result.typography).toBe(words !== quoted);
    expect(plain(words.normalize('NFC').replaceAll('\u00ad', '').replaceAll('ﬁ', 'fi'))).toBe(plain(quoted));
  }
}

describe.each([
  ['A', seedA],
  ['B', seedB],
])('every quotation of seed %s', (_, file) => {
  const old = editionOfFile('old', file);
  const texts = textsOf(old);
  const rows = texts.map((text, index) => [index, text.slice(0, 40)] as const);

  it.each(rows)('paragraph %i (%s…) is orphaned when it is taken out', (index) => {
    const replacement = prepareReplacement(old, editionOf('new', without(texts, index)));
    for (const passage of quotationsOf(replacement.before, index)) {
      expect(reanchorPassage(replacement, passage).state, exactOf(passage).join()).toBe('orphaned');
    }
  });

  it.each(rows)('paragraph %i (%s…) is ambiguous when it stands there twice', (index) => {
    for (const at of [index, texts.length]) {
      const doubled = editionOf('new', texts.toSpliced(at, 0, texts[index] ?? ''));
      const replacement = prepareReplacement(old, doubled);
      const both = [index, at === index ? index + 1 : at].map((one) => paragraphAt(doubled, one).id);
      for (const passage of quotationsOf(replacement.before, index)) {
        const { state, anchors } = reanchorPassage(replacement, passage);
        expect(state).toBe('ambiguous');
        const [anchor] = anchors;
        if (anchor?.state !== 'ambiguous') throw new Error(anchor?.state);
        expect(anchor.candidates.map(({ paragraph }) => paragraph)).toEqual(both);
      }
    }
  });

  it.each<[string, readonly string[]]>([
    ['nothing is done', texts],
    ['the order is turned round', texts.toReversed()],
    ['quotation marks, dashes and spaces are typed plainly', texts.map(plain)],
    ['it is typeset with ligatures, soft hyphens, decomposed letters', texts.map(fancy)],
    ['it is typeset and turned round', texts.map(fancy).toReversed()],
    ['lines are broken after each sentence', broken(texts)],
    ['paragraphs are joined by twos', joined(texts)],
    [
      'paragraphs are put between',
      texts.flatMap((text, index) => [text, `A new paragraph, ${String(index)}.`]),
    ],
  ])('is found when %s', (_what, after) => {
    expectFound(old, [...texts.keys()], after);
  });
});

describe('a passage of a changed paragraph', () => {
  const first =
    'The two ministers discussed the trade between both countries, the visits of the autumn, and the yellow card.';
  const second =
    'They agreed to meet again in Hanoi before the end of the year, and to report to both parliaments.';
  const note = (number: number) =>
    `The Committee took note of the report of working group ${String(number)}.`;
  const old = editionOf('old', [
    first,
    second,
    note(1),
    note(2),
    note(3),
    'The end of the meeting came at noon.',
  ]);
  const texts = textsOf(old);
  const changed = (index: number, text: string) => texts.with(index, text);

  interface Row {
    readonly of: number;
    readonly words: string;
    readonly after: readonly string[];
    /** `found 2`, `found 2 typography`, `ambiguous 1 2`, `orphaned`, `orphaned 2: the words that are suggested`. */
    readonly becomes: string;
  }

  it.each<[string, Row]>([
    [
      'far from the change is found',
      {
        of: 0,
        words: 'trade between both countries',
        after: changed(0, first.replace('yellow card', 'red card')),
        becomes: 'found 1',
      },
    ],
    [
      'near the change, with other surroundings, is suggested only',
      {
        of: 0,
        words: 'the visits of the autumn',
        after: changed(0, first.replace('and the yellow', 'then the red')),
        becomes: 'orphaned 1: the visits of the autumn',
      },
    ],
    [
      'that was itself changed is orphaned, and the change suggested',
      {
        of: 0,
        words: 'the visits of the autumn',
        after: changed(0, first.replace('autumn', 'winter')),
        becomes: 'orphaned 1: the visits of the winter',
      },
    ],
    [
      'whose case was changed is orphaned',
      {
        of: 0,
        words: 'yellow card',
        after: changed(0, first.replace('yellow card', 'Yellow Card')),
        becomes: 'orphaned 1: Yellow Card',
      },
    ],
    [
      'that was retypeset in it is found so',
      {
        of: 1,
        words: 'before the end of the year',
        after: changed(1, `It is said: ${second.replace('end of the year', 'end of\u00a0the year')}`),
        becomes: 'found 2 typography',
      },
    ],
    [
      'too short, with changes on both sides, is not found',
      {
        of: 1,
        words: 'in Hanoi',
        after: changed(1, second.replace('again', 'once more').replace('before', 'by')),
        becomes: 'orphaned 2: in Hanoi',
      },
    ],
    [
      'that stands in others too is not found in the one that took its place',
      {
        of: 3,
        words: 'took note of the report',
        after: changed(3, note(12)),
        becomes: 'orphaned 4: took note of the report',
      },
    ],
    [
      'that went to another paragraph with its surroundings is found there',
      {
        of: 1,
        words: 'to meet again in Hanoi',
        after: [
          `Much else was said that day. ${second} It is not known how. ${'It rained. '.repeat(20)}`,
          ...without(texts, 1),
        ],
        becomes: 'orphaned 1: to meet again in Hanoi', // it stood at the beginning of its paragraph
      },
    ],
    [
      'whose inner surroundings went elsewhere is found there',
      {
        of: 1,
        words: 'before the end of the year',
        after: [
          `Much else was said that day. ${second} ${'It rained, and nobody came. '.repeat(20)}`,
          ...without(texts, 1),
        ],
        becomes: 'found 1',
      },
    ],
    [
      'that stands there twice now, in the same surroundings, is ambiguous or not found',
      {
        of: 1,
        words: 'before the end of the year',
        after: [`${'It rained. '.repeat(30)}${second} ${second}`, ...without(texts, 1)],
        becomes: 'ambiguous 1 1',
      },
    ],
  ])('%s', (_, { of, words, after, becomes }) => {
    const next = editionOf('new', after);
    const result = reanchorPassage(prepareReplacement(old, next), passageOf(old, of, words));
    const number = (id: string) => id.slice('new.'.length);
    const [anchor] = result.anchors;
    let told: string = result.state;
    if (result.state === 'found') {
      told += ` ${number(result.passage.anchors[0].paragraph)}${result.typography ? ' typography' : ''}`;
    } else if (anchor?.state === 'ambiguous') {
      told += ` ${anchor.candidates.map(({ paragraph }) => number(paragraph)).join(' ')}`;
    } else if (anchor?.state === 'orphaned' && anchor.suggestion !== null) {
      const { paragraph, start, end, score, difference } = anchor.suggestion;
      const there = next.paragraphs.find(({ id }) => id === paragraph)?.text.slice(start, end) ?? '';
      told += ` ${number(paragraph)}: ${there}`;
      expect(score).toBeGreaterThanOrEqual(0.5);
      const said = (change: string) =>
        difference
          .filter((run) => run.change !== change)
          .map(({ text }) => text)
          .join('');
      expect(said('inserted')).toBe(words);
      expect(said('deleted')).toBe(there);
    }
    expect(told).toBe(becomes);
  });
});

describe('a passage of several paragraphs', () => {
  const texts = [
    'They met in Hanoi on a Monday morning.',
    'They spoke of trade, and of nothing else.',
    'They parted as friends do, late.',
  ];
  const old = editionOf('old', texts);
  const passage = passageAt(old, [0, 8, 38], [1, 0, 20]);

  it.each<[string, readonly string[], string]>([
    ['is found', ['A title', ...texts], 'in Hanoi on a Monday morning. / They spoke of trade,'],
    [
      'is found with a paragraph put between',
      texts.toSpliced(1, 0, 'And then?'),
      'in Hanoi on a Monday morning. / They spoke of trade,',
    ],
    [
      'is one run where they were joined',
      [texts.slice(0, 2).join(' '), texts[2] ?? ''],
      'in Hanoi on a Monday morning. They spoke of trade,',
    ],
    ['is orphaned when one of them is gone', texts.slice(1), 'orphaned'],
    ['is ambiguous when one of them stands there twice', [...texts, texts[1] ?? ''], 'ambiguous'],
    ['is ambiguous when they stand in another order', texts.toReversed(), 'ambiguous'],
  ])('%s', (_, after, becomes) => {
    const next = editionOf('new', after);
    const result = reanchorPassage(prepareReplacement(old, next), passage);
    expect(result.state === 'found' ? wordsOf(next, result.passage).join(' / ') : result.state).toBe(becomes);
  });

  it('is orphaned when it does not stand where it says in its own edition', () => {
    const [first, second] = passage.anchors;
    if (second === undefined) throw new Error('one anchor');
    const wrong = { ...passage, anchors: [{ ...first, position: { start: 0, end: 30 } }, second] as const };
    expect(reanchorPassage(prepareReplacement(old, editionOf('new', texts)), wrong).state).toBe('orphaned');
  });
});

describe('an edition of 10,000 paragraphs, many of them alike', () => {
  const texts = longTexts(10_000);
  const old = editionOf('old', texts);
  const sample = Array.from({ length: 10 }, (_, index) => 40 + index * 801); // of each of the ten kinds

  it.each(sample)('what is quoted of paragraph %i is orphaned when it is taken out', (index) => {
    const replacement = prepareReplacement(old, editionOf('new', without(texts, index)));
    for (const passage of quotationsOf(replacement.before, index)) {
      expect(reanchorPassage(replacement, passage).state).toBe('orphaned');
    }
  });

  it.each(sample)('and is ambiguous when it is doubled', (index) => {
    for (const at of index % 2 === 0 ? [index] : [texts.length]) {
      const replacement = prepareReplacement(
        old,
        editionOf('new', texts.toSpliced(at, 0, texts[index] ?? '')),
      );
      for (const passage of quotationsOf(replacement.before, index)) {
        expect(reanchorPassage(replacement, passage).state).toBe('ambiguous');
      }
    }
  });

  it('all is found in a copy, retypeset, with a part moved, with lines broken', () => {
    expectFound(old, sample, texts);
    expectFound(old, sample, texts.map(plain));
    expectFound(old, sample, [...texts.slice(5_000), ...texts.slice(0, 5_000)]);
    expectFound(
      old,
      sample,
      texts.flatMap((text) => text.split(/(?<=— )/u).map((part) => part.trim())),
    );
  }, 60_000);
});
