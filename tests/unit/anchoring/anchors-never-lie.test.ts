import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage } from '../../../core/anchoring/describe-passage.ts';
import { resolveAnchor } from '../../../core/anchoring/resolve-anchor.ts';
import type { Anchor } from '../../../core/dossier/passage.ts';
import type { Edition } from '../../../core/dossier/source.ts';
import { seedA, seedB } from '../importers/seed-files.ts';
import { editionOf, editionOfFile, paragraphAt, textsOf } from './editions.ts';

function anchorAt(edition: Edition, index: number, start: number, end: number): Anchor {
  const result = describePassage(edition, [{ paragraph: paragraphAt(edition, index).id, start, end }]);
  if (!result.ok) throw new Error(`${result.error.code} at ${String(start)}–${String(end)}`);
  return result.value.anchors[0];
}

/** The whole paragraph, its clauses, each word with the next, and each word. */
function quotationsOf(edition: Edition, index: number): Anchor[] {
  const { text } = paragraphAt(edition, index);
  const runs = [
    text,
    ...matches(text, /[^,;.:]+/gu),
    ...matches(text, /\S+ \S+/gu),
    ...matches(text, /\S+/gu),
  ];
  const anchors: Anchor[] = [];
  for (const run of new Set(runs.filter((one) => one.trim() !== ''))) {
    for (let start = text.indexOf(run); start !== -1; start = text.indexOf(run, start + run.length)) {
      anchors.push(anchorAt(edition, index, start, start + run.length));
    }
  }
  return anchors;
}

const matches = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([match]) => match);

const without = (texts: readonly string[], index: number) => texts.filter((_, other) => other !== index);
const twice = (texts: readonly string[], index: number) => [...texts, texts[index] ?? ''];

describe.each([
  ['A', seedA],
  ['B', seedB],
])('every quotation of seed %s', (label, file) => {
  const edition = editionOfFile('old', file);
  const texts = textsOf(edition);
  const rows = texts.map((text, index) => [index, text.slice(0, 40)] as const);

  it.each(rows)(
    'paragraph %i (%s…): found at home and in a copy, orphaned without it, ambiguous twice',
    (index) => {
      const anchors = quotationsOf(edition, index);
      expect(anchors.length).toBeGreaterThan(2);
      const copy = editionOf('copy', texts);
      const poorer = editionOf('poorer', without(texts, index));
      const doubled = editionOf('doubled', twice(texts, index));
      for (const anchor of anchors) {
        const { position, quote } = anchor;
        const place = { paragraph: anchor.paragraph, start: position.start, end: position.end };
        expect(resolveAnchor(edition, anchor)).toEqual({ state: 'found', ...place });
        expect(resolveAnchor(copy, anchor), quote.exact).toEqual({
          state: 'found',
          ...place,
          paragraph: paragraphAt(copy, index).id,
        });
        expect(resolveAnchor(poorer, anchor), quote.exact).toEqual({ state: 'orphaned' });
        expect(resolveAnchor(doubled, anchor), quote.exact).toEqual({
          state: 'ambiguous',
          candidates: [
            { ...place, paragraph: paragraphAt(doubled, index).id },
            { ...place, paragraph: paragraphAt(doubled, texts.length).id },
          ],
        });
      }
    },
  );

  it('attaches in the other report only where the same words stand in the same surroundings', () => {
    const other = editionOfFile('other', label === 'A' ? seedB : seedA);
    for (const index of texts.keys()) {
      for (const anchor of quotationsOf(edition, index)) {
        const state = resolveAnchor(other, anchor);
        const { prefix, exact, suffix } = anchor.quote;
        const holds = textsOf(other).filter((text) => text.includes(prefix + exact + suffix));
        if (holds.length === 0) expect(state).toEqual({ state: 'orphaned' });
        if (state.state !== 'found') continue;
        const text = other.paragraphs.find(({ id }) => id === state.paragraph)?.text ?? '';
        expect(text.slice(state.start - prefix.length, state.end + suffix.length)).toBe(
          prefix + exact + suffix,
        );
      }
    }
  });
});

describe('another edition', () => {
  const old = editionOf('old', [
    'Both sides agreed.',
    'Both sides agreed. They will meet again in the new year, in Hanoi.',
    'Yes.',
  ]);

  it.each<[string, Anchor, string[], string | null]>([
    [
      'a whole paragraph is found as a whole one',
      anchorAt(old, 0, 0, 18),
      ['They met.', 'Both sides agreed.'],
      'new.2',
    ],
    [
      'a whole paragraph is not found inside a longer one',
      anchorAt(old, 0, 0, 18),
      ['They met. Both sides agreed.'],
      null,
    ],
    ['nor at the beginning of one', anchorAt(old, 0, 0, 18), ['Both sides agreed. They met.'], null],
    [
      'a beginning is not found in the middle',
      anchorAt(old, 1, 0, 10),
      [`So: ${textsOf(old)[1] ?? ''}`],
      null,
    ],
    [
      'an end is not found in the middle',
      anchorAt(old, 1, 60, 66),
      [`${textsOf(old)[1] ?? ''} Or not.`],
      null,
    ],
    ['words with other surroundings are not found', anchorAt(old, 1, 19, 28), ['They will go home.'], null],
    [
      'a change far from the words does no harm',
      anchorAt(old, 1, 61, 66),
      [`All ${textsOf(old)[1] ?? ''}`],
      'new.1',
    ],
    ['a change of case is a change', anchorAt(old, 2, 0, 4), ['yes.'], null],
  ])('%s', (_, anchor, texts, paragraph) => {
    const state = resolveAnchor(editionOf('new', texts), anchor);
    expect(state.state === 'found' ? state.paragraph : null).toBe(paragraph);
    if (paragraph === null) expect(state.state).toBe('orphaned');
  });
});

describe('its own edition', () => {
  const edition = editionOf('e1', ['They met.', 'They met.', 'They met in Hanoi.']);
  const anchor = anchorAt(edition, 0, 5, 8);

  it('is exact though the words stand elsewhere too', () => {
    expect(resolveAnchor(edition, anchor)).toEqual({ state: 'found', paragraph: 'e1.1', start: 5, end: 8 });
  });

  it.each<[string, Anchor]>([
    ['the position holds other words', { ...anchor, position: { start: 4, end: 7 } }],
    ['the position is of another length', { ...anchor, position: { start: 5, end: 9 } }],
    [
      'there is no such paragraph',
      { ...anchor, paragraph: anchorAt(editionOf('e1', Array(9).fill('They met.')), 8, 0, 4).paragraph },
    ],
    [
      'it is about nothing',
      { ...anchor, position: { start: 5, end: 5 }, quote: { ...anchor.quote, exact: '' } },
    ],
  ])('is orphaned when %s', (_, wrong) => {
    expect(resolveAnchor(edition, wrong)).toEqual({ state: 'orphaned' });
  });
});

describe('any edition', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'both sides agreed', 'on trade', '😀', 'đ', '.'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((words) => words.join(' '));
  const selection = fc
    .tuple(fc.array(text, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), fc.nat())
    .map(([texts, which, from, length]) => {
      const index = which % texts.length;
      const whole = texts[index] ?? '';
      const start = from % whole.length;
      return { texts, index, start, end: start + 1 + (length % (whole.length - start)) };
    })
    .filter(({ texts, index, start, end }) => (texts[index] ?? '').slice(start, end).trim() !== '');

  it('a deleted paragraph leaves no quotation behind, unless another paragraph begins with all of its text', () => {
    fc.assert(
      fc.property(selection, ({ texts, index, start, end }) => {
        const anchor = anchorAt(editionOf('old', texts), index, start, end);
        const poorer = editionOf('new', without(texts, index));
        const state = resolveAnchor(poorer, anchor);
        const deleted = texts[index] ?? '';
        const hasTwin = textsOf(poorer).some((other) => other.startsWith(deleted));
        if (!hasTwin) expect(state.state).toBe('orphaned');
      }),
      { numRuns: 3_000, seed: 1 },
    );
  });

  it('whatever is found has the same words, and a doubled paragraph is never found once', () => {
    fc.assert(
      fc.property(selection, ({ texts, index, start, end }) => {
        const anchor = anchorAt(editionOf('old', texts), index, start, end);
        const doubled = editionOf('new', twice(texts, index));
        const state = resolveAnchor(doubled, anchor);
        if (state.state !== 'ambiguous') throw new Error(state.state);
        for (const candidate of state.candidates) {
          const paragraph = doubled.paragraphs.find(({ id }) => id === candidate.paragraph);
          expect(paragraph?.text.slice(candidate.start, candidate.end)).toBe(anchor.quote.exact);
        }
      }),
      { numRuns: 2_000, seed: 2 },
    );
  });
});
