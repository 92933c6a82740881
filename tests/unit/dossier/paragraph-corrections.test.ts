import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSeam, otherSeam } from '../../../core/dossier/choose-seam.ts';
import { changeStructure, structureOf } from '../../../core/dossier/correct-structure.ts';
import { asEditionId, paragraphIdAt } from '../../../core/dossier/ids.ts';
import { correctionsAt } from '../../../core/dossier/paragraph-corrections.ts';
import { joinTexts } from '../../../core/dossier/paragraph-pieces.ts';
import { beginningOfHalf, beginningOfWord, canSplitAt } from '../../../core/dossier/place-to-split.ts';
import { paragraphKinds, type Paragraph } from '../../../core/dossier/source.ts';

describe('the seam of two halves', () => {
  it.each([
    ['The talks went', 'on for days.', 'The talks went on for days.', 'of a sentence'],
    ['an agree-', 'ment was reached', 'an agreement was reached', 'of a broken word'],
    ['an agree\u00AD', 'Ment', 'an agreeMent', 'at a soft hyphen, which says so itself'],
    ['the EU-', 'Vietnam agreement', 'the EU-Vietnam agreement', 'of a name with a hyphen'],
    ['2019-', '2024', '2019- 2024', 'after a figure, where it is a dash'],
    ['he left –', 'nobody knows why', 'he left – nobody knows why', 'after a dash'],
    ['两国外长', '举行会谈', '两国外长举行会谈', 'in Chinese'],
    ['会談は、', '東京で', '会談は、東京で', 'after Japanese punctuation'],
    ['외교부 장관은', '회담했다', '외교부 장관은 회담했다', 'in Korean, which has spaces'],
    ['会谈后 Rubio', '说', '会谈后 Rubio 说', 'after a Latin word'],
    ['การ', 'ประชุม', 'การประชุม', 'in Thai'],
  ])('%j and %j make %j: %s', (first, second, whole) => {
    const joined = joinTexts({ text: first }, { text: second }, chooseSeam(first, second));
    expect(joined.ok && joined.value.text).toBe(whole);
  });

  it('has two readings where there is a hyphen, and one elsewhere', () => {
    expect(otherSeam('short-', 'term')).toBe('nothing');
    expect(otherSeam('EU-', 'Vietnam')).toBe('drop-hyphen');
    expect(otherSeam('one', 'two')).toBe(null);
  });
});

describe('the place to split at', () => {
  it('is the beginning of the word that was pointed at', () => {
    expect(beginningOfWord('one two three', 5)).toBe(4);
    expect(beginningOfWord('one two three', 4)).toBe(4);
    expect(beginningOfWord('one two three', 13)).toBe(13);
  });

  it('is shown by the words that begin the second half', () => {
    expect(beginningOfHalf('one two', 3)).toBe('two');
    expect(beginningOfHalf('They agreed to accelerate the ratification of the agreement.', 12)).toBe(
      'to accelerate the ratification…',
    );
  });

  it('has words on both sides', () => {
    expect([0, 1, 3, 4, 7].map((at) => canSplitAt('one two', at))).toEqual([false, true, true, true, false]);
  });
});

const edition = asEditionId('e');
const paragraphsOf = (parts: readonly Partial<Paragraph>[]): Paragraph[] =>
  parts.map((part, index) => ({
    id: paragraphIdAt(edition, index),
    kind: 'text',
    text: 'Some words.',
    number: index + 1,
    leftover: false,
    ...part,
  }));

describe('what a paragraph is offered', () => {
  const offer = (parts: readonly Partial<Paragraph>[], offset: number | null = null) =>
    correctionsAt(paragraphsOf(parts), { paragraph: paragraphIdAt(edition, 0), offset });
  const possible = (...args: Parameters<typeof offer>) =>
    offer(...args)
      .filter(({ change }) => change !== null)
      .map(({ name }) => name);

  it('is all but what it is already, what needs a place, and what needs a next one', () => {
    expect(possible([{}])).toEqual(['make-heading', 'make-item', 'make-quote', 'set-aside']);
    expect(possible([{}, {}], 5)).toEqual([
      'join-paragraph',
      'split-paragraph',
      'make-heading',
      'make-item',
      'make-quote',
      'set-aside',
    ]);
  });

  it('is another way to read a hyphen', () => {
    const labels = offer([{ text: 'The short-' }, { text: 'term aims.' }]).map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual([
      'Join with the next paragraph: “shortterm”',
      'Join with the next paragraph: “short-term”',
    ]);
  });

  it('takes a leftover back, as a text too', () => {
    expect(possible([{ leftover: true, number: null }])).toEqual([
      'make-text',
      'make-heading',
      'make-item',
      'make-quote',
      'number-again',
    ]);
  });

  it('is only to be set aside as a row of a table, and says why', () => {
    expect(possible([{ kind: 'table' }, {}], 5)).toEqual(['set-aside']);
    const [join] = offer([{ kind: 'table' }, {}]);
    expect(join?.change === null && join.why).toMatch(/row of a table/);
  });

  it('is nothing for a paragraph that is gone', () => {
    expect(correctionsAt([], { paragraph: paragraphIdAt(edition, 3), offset: 0 })).toEqual([]);
  });
});

it('offers nothing that is refused, and has a sentence for all the rest', () => {
  const anyParagraph = fc.record({
    kind: fc.constantFrom(...paragraphKinds),
    text: fc.constantFrom('Some words', 'a word-', 'broken', '两国外长', 'e\u0301tat 👩‍👩‍👧 x', '2019-', 'x'),
    leftover: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(anyParagraph, { minLength: 1, maxLength: 3 }),
      fc.option(fc.nat({ max: 14 })),
      (parts, offset) => {
        const paragraphs = paragraphsOf(parts);
        for (const { id } of paragraphs) {
          for (const correction of correctionsAt(paragraphs, { paragraph: id, offset })) {
            if (correction.change === null) expect(correction.why).toMatch(/^[A-Z].*\.$/);
            else
              expect(
                changeStructure(structureOf({ id: edition, paragraphs }, null), correction.change),
              ).toMatchObject({ ok: true });
          }
        }
      },
    ),
  );
});
