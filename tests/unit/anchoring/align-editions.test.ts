import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareReplacement } from '../../../core/anchoring/replacement.ts';
import { editionOf } from './editions.ts';
import { longTexts } from './long-texts.ts';

/** One word for each old paragraph: `same 2`, `moved 1`, `retypeset 1`, `changed 3`, `1 or 2`, `in 1 2`, `gone`. */
function align(before: readonly string[], after: readonly string[]) {
  const { alignment } = prepareReplacement(editionOf('old', before), editionOf('new', after));
  const number = (id: string) => id.slice('new.'.length);
  const fates = alignment.fates.map((fate) => {
    switch (fate.fate) {
      case 'gone':
        return 'gone';
      case 'ambiguous':
        return fate.candidates.map(number).join(' or ');
      case 'rewrapped':
        return `in ${fate.into.paragraphs.map(number).join(' ')}`;
      case 'same':
      case 'retypeset':
      case 'changed':
        return `${fate.moved ? 'moved ' : ''}${fate.fate} ${number(fate.paragraph)}`;
    }
  });
  return { fates, added: alignment.added.map(number) };
}

const a = 'The two ministers discussed the trade between both countries.';
const b = 'They agreed to meet again in Hanoi before the end of the year.';
const c = 'The “yellow card” — on seafood exports — was raised by the host.';
const note = 'The Committee took note of the report.';
const report = (number: number) => `The Committee took note of the report of group ${String(number)}.`;

interface Row {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly fates: readonly string[];
  readonly added?: readonly string[];
}

describe('alignEditions', () => {
  it.each<[string, Row]>([
    ['a copy', { before: [a, b, c], after: [a, b, c], fates: ['same 1', 'same 2', 'same 3'] }],
    ['one put in', { before: [a, b], after: [a, c, b], fates: ['same 1', 'same 3'], added: ['2'] }],
    ['one taken out', { before: [a, b, c], after: [a, c], fates: ['same 1', 'gone', 'same 2'] }],
    [
      'one moved to the end',
      { before: [a, b, c], after: [b, c, a], fates: ['moved same 3', 'same 1', 'same 2'] },
    ],
    [
      'other quotation marks and dashes',
      {
        before: [c],
        after: ['The "yellow card" - on seafood exports - was raised by the host.'],
        fates: ['retypeset 1'],
      },
    ],
    ['other white space', { before: [a], after: [a.replaceAll(' ', '\u00a0 ')], fates: ['retypeset 1'] }],
    [
      'a ligature and a soft hyphen',
      { before: ['A first offi\u00adcial word'], after: ['A ﬁrst oﬃcial word'], fates: ['retypeset 1'] },
    ],
    ['a decomposed letter', { before: ['café'], after: ['cafe\u0301'], fates: ['retypeset 1'] }],
    ['another case is a change', { before: [a], after: [a.toUpperCase()], fates: ['gone'], added: ['1'] }],
    [
      'a superscript figure is not its figure',
      { before: ['10² square metres of floor'], after: ['102 square metres of floor'], fates: ['changed 1'] },
    ],
    [
      'a word changed',
      { before: [a, b], after: [a, b.replace('Hanoi', 'Brussels')], fates: ['same 1', 'changed 2'] },
    ],
    [
      'a word changed in one that was moved',
      {
        before: [a, b, c],
        after: [a, c, b.replace('again', 'once more')],
        fates: ['same 1', 'moved changed 3', 'same 2'],
      },
    ],
    ['one that became two', { before: [a, b], after: [a, b, a], fates: ['1 or 3', 'same 2'] }],
    [
      'one that became two beside each other',
      { before: [a, b], after: [a, a, b], fates: ['1 or 2', 'same 3'] },
    ],
    [
      'one that became two with other quotation marks',
      { before: [c], after: [c.replaceAll('“', '"'), c.replaceAll('”', '"')], fates: ['1 or 2'] },
    ],
    [
      'of two, the one whose neighbours stay is the same; the other is gone',
      {
        before: [a, note, b, note, c],
        after: [a, b, note, c],
        fates: ['same 1', 'gone', 'same 2', 'same 3', 'same 4'],
      },
    ],
    [
      'of two beside each other one is gone: which, can not be told',
      { before: [a, note, note, b], after: [a, note, b], fates: ['same 1', '2', '2', 'same 3'] },
    ],
    [
      'two stay in their places',
      {
        before: [note, a, note, note, b],
        after: [note, a, note, note, b],
        fates: ['same 1', 'same 2', 'same 3', 'same 4', 'same 5'],
      },
    ],
    [
      'a repeated one stays beside its neighbour when the other neighbour changed',
      {
        before: [a, note, 'A sentence that is going to be another one.', b, note],
        after: [a, note, 'Nothing like what it was.', b, note],
        fates: ['same 1', 'same 2', 'gone', 'same 4', 'same 5'],
        added: ['3'],
      },
    ],
    [
      'a repeated one between changed neighbours is in doubt',
      {
        before: [a, note, b, c, note],
        after: ['Quite another text.', note, 'And one more of them.', c, note],
        fates: ['gone', '2', 'gone', 'same 4', 'same 5'],
        added: ['1', '3'],
      },
    ],
    [
      'one more of several puts all in doubt',
      {
        before: [note, a, note],
        after: [note, a, note, b, note],
        fates: ['1 or 3 or 5', 'same 2', '1 or 3 or 5'],
        added: ['4'],
      },
    ],
    [
      'a moved part takes its repeated paragraph along',
      {
        before: [a, note, b, c, note],
        after: [c, note, a, note, b],
        fates: ['same 3', 'same 4', 'same 5', 'moved same 1', '2'],
      },
    ],
    [
      'which of two like ones was changed can not be told',
      {
        before: [a, report(1), report(2), b],
        after: [a, report(3), b],
        fates: ['same 1', '2', 'gone', 'same 3'],
      },
    ],
    ['broken into two', { before: [`${a} ${b}`, c], after: [a, b, c], fates: ['in 1 2', 'same 3'] }],
    ['joined into one', { before: [a, b, c], after: [`${a} ${b}`, c], fates: ['in 1', 'in 1', 'same 2'] }],
    [
      'broken elsewhere',
      {
        before: [`${a} ${b} They`, `were glad. ${c}`],
        after: [a, `${b} They were glad.`, c],
        fates: ['in 1 2', 'in 2 3'],
      },
    ],
    [
      'a space more or less within a paragraph is a change',
      {
        before: ['He is not able to say what it was.'],
        after: ['He is notable to say what it was.'],
        fates: ['changed 1'],
      },
    ],
    [
      'as is a word that was broken in two',
      {
        before: ['It was not', 'able to be said.'],
        after: ['It was notable to be said.'],
        fates: ['gone', 'changed 1'],
      },
    ],
    [
      'a repeated text between what was broken',
      {
        before: [`${a} ${b}`, note, `${b} ${c}`, note],
        after: [a, b, note, b, c, note],
        fates: ['in 1 2', 'same 3', 'in 4 5', 'same 6'],
      },
    ],
    [
      'Chinese, broken without a space',
      {
        before: ['两国部长讨论了贸易。双方同意再次会晤。'],
        after: ['两国部长讨论了贸易。', '双方同意再次会晤。'],
        fates: ['in 1 2'],
      },
    ],
  ])('%s', (_, { before, after, fates, added = [] }) => {
    expect(align(before, after)).toEqual({ fates, added });
  });

  const text = fc.constantFrom(a, b, c, note, report(1), report(2), c.replaceAll('“', '"'));
  const texts = fc.array(text, { maxLength: 8 });

  it('an edition is the same as its copy, whatever is repeated in it', () => {
    fc.assert(
      fc.property(texts, (before) => {
        expect(align(before, before).fates).toEqual(before.map((_, index) => `same ${String(index + 1)}`));
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('says “same” only of equal texts, and gives no paragraph to two', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { fates } = align(before, after);
        const partners: string[] = [];
        for (const [index, fate] of fates.entries()) {
          const same = /same (\d+)$/u.exec(fate)?.[1];
          if (same !== undefined) expect(after[Number(same) - 1]).toBe(before[index]);
          const partner = /(?:same|retypeset|changed) (\d+)$/u.exec(fate)?.[1];
          if (partner !== undefined) partners.push(partner);
        }
        expect(new Set(partners).size).toBe(partners.length);
      }),
      { numRuns: 2_000, seed: 4 },
    );
  });

  it('a deleted paragraph is never the same as another one', () => {
    fc.assert(
      fc.property(
        texts.filter(({ length }) => length > 0),
        fc.nat(),
        (before, which) => {
          const index = which % before.length;
          const after = before.filter((_, other) => other !== index);
          expect(align(before, after).fates[index]).not.toMatch(/same|retypeset/u);
        },
      ),
      { numRuns: 2_000, seed: 5 },
    );
  });
});

describe('editions of 10,000 paragraphs', () => {
  const before = longTexts(10_000);

  it.each<[string, readonly string[], number]>([
    ['a copy', before, 10_000],
    [
      'every tenth changed',
      before.map((one, index) => (index % 10 === 5 ? one.replace('said', 'told us') : one)),
      7_000,
    ],
    ['every tenth taken out', before.filter((_, index) => index % 10 !== 5), 7_000],
    ['all retypeset', before.map((one) => one.replaceAll('“', '"').replaceAll('”', '"')), 3_000],
    ['all changed', before.map((one) => one.replaceAll('the', 'some')), 0],
    ['the halves exchanged', [...before.slice(5_000), ...before.slice(0, 5_000)], 7_000],
  ])('%s: in well under a second', (_, after, least) => {
    const began = performance.now();
    const { fates } = align(before, after);
    const took = performance.now() - began;
    expect(fates.filter((fate) => fate.includes('same')).length).toBeGreaterThanOrEqual(least);
    expect(took).toBeLessThan(3_000); // of a machine with other work: it takes a tenth of that
  });
});
