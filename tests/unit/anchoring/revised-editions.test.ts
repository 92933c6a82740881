/** Editions that are revised at random, with each paragraph followed through: what is found is where it went. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDecisions } from '../../../core/anchoring/apply-decisions.ts';
import { planReplacement } from '../../../core/anchoring/plan-replacement.ts';
import { reanchorPassage } from '../../../core/anchoring/reanchor-passage.ts';
import { prepareReplacement } from '../../../core/anchoring/replacement.ts';
import { resolveAnchor } from '../../../core/anchoring/resolve-anchor.ts';
import type { Annotation } from '../../../core/dossier/annotation.ts';
import { asAnnotationId } from '../../../core/dossier/ids.ts';
import { editionOf, paragraphAt } from './editions.ts';
import { longTextAt } from './long-texts.ts';
import { quotationsOf } from './quotations.ts';

const note = 'The Committee took note of the report.';

interface Followed {
  /** Its index in the older edition; `null` for one that is new. */
  readonly from: number | null;
  readonly text: string;
}

type Revision = (paragraphs: readonly Followed[], at: number, count: number) => Followed[];

const edited = (text: string, at: number, count: number) => {
  const words = text.split(' ');
  return words.toSpliced(at % words.length, at % 2, `revised${String(count)}`).join(' ');
};

/** The kinds of paragraphs come round every ten. */
const variantOf = (one: Followed | undefined, count: number): Followed => ({
  from: null,
  text: longTextAt(60_000 + count * 10 + ((one?.from ?? 0) % 10)),
});

const revisions: Readonly<Record<string, Revision>> = {
  remove: (all, at) => all.toSpliced(at, 1),
  move: (all, at, count) =>
    all.toSpliced(at, 1).toSpliced((at + count + 3) % all.length, 0, ...all.slice(at, at + 1)),
  edit: (all, at, count) =>
    all.map((one, index) => (index === at ? { ...one, text: edited(one.text, count + at, count) } : one)),
  /** One of the same kind comes in, with another number and some other words. */
  add: (all, at, count) => all.toSpliced(at, 0, variantOf(all[at], count)),
  replace: (all, at, count) => all.toSpliced(at, 1, variantOf(all[at], count)),
  retypeset: (all) =>
    all.map((one) => ({ ...one, text: one.text.replaceAll(/[“”]/gu, '"').replaceAll(' — ', ' - ') })),
};

const plain = (text: string) => text.replaceAll(/[“”]/gu, '"').replaceAll('—', '-');

const revising = fc
  .record({
    first: fc.nat({ max: 2_000 }),
    steps: fc.array(fc.tuple(fc.constantFrom(...Object.keys(revisions)), fc.nat()), {
      minLength: 1,
      maxLength: 8,
    }),
  })
  .map(({ first, steps }) => {
    const before = Array.from({ length: 24 }, (_, index) => longTextAt(first * 10 + index));
    let after: readonly Followed[] = before.map((text, from) => ({ from, text }));
    for (const [count, [name, at]] of steps.entries()) {
      if (after.length > 2) after = revisions[name]?.(after, at % after.length, count) ?? after;
    }
    return { before, after };
  });

describe('an edition that was revised at random', () => {
  it('has what is found where its paragraph went, or with all its surroundings', () => {
    let found = 0;
    let elsewhere = 0;
    let all = 0;
    fc.assert(
      fc.property(revising, ({ before, after }) => {
        const old = editionOf('old', before);
        const next = editionOf(
          'new',
          after.map(({ text }) => text),
        );
        const replacement = prepareReplacement(old, next);
        for (const [index, text] of before.entries()) {
          if (text === note) continue; // which of several copies it is, nothing but its place tells
          for (const passage of quotationsOf(replacement.before, index)) {
            all += 1;
            const result = reanchorPassage(replacement, passage);
            if (result.state !== 'found') continue;
            found += 1;
            const [anchor] = result.passage.anchors;
            const went = next.paragraphs[after.findIndex(({ from }) => from === index)]?.id;
            if (anchor.paragraph !== went) {
              // Another paragraph of the same form took its place, and agrees around the words as far as they name it.
              elsewhere += 1;
              const { prefix, exact, suffix } = passage.anchors[0].quote;
              const run = plain(prefix + exact + suffix);
              expect(after.map((one) => plain(one.text)).filter((one) => one.includes(run))).toHaveLength(1);
              expect(before.map(plain).filter((one) => one.includes(run))).toHaveLength(1);
              expect(after.map((one) => plain(one.text))).not.toContain(plain(text));
            }
            expect(resolveAnchor(next, anchor).state).toBe('found');
          }
        }
      }),
      { numRuns: 60, seed: 9 },
    );
    expect(found / all).toBeGreaterThan(0.8);
    expect(elsewhere / found).toBeLessThan(0.005);
  }, 60_000);

  it('gives every passage a state, and changes nothing that is undecided', () => {
    fc.assert(
      fc.property(revising, ({ before, after }) => {
        const old = editionOf('old', before);
        const replacement = prepareReplacement(
          old,
          editionOf(
            'new',
            after.map(({ text }) => text),
          ),
        );
        const annotations = before.flatMap((_, index): Annotation[] =>
          quotationsOf(replacement.before, index)
            .slice(0, 2)
            .map((passage, count) => ({
              id: asAnnotationId(`${paragraphAt(old, index).id}/${String(count)}`),
              source: old.source,
              passage,
              category: 'fact',
              comment: '',
              tags: [],
              createdAt: '',
              updatedAt: '',
            })),
        );
        const plan = planReplacement(replacement, annotations, []);
        const outcome = applyDecisions(plan, []);
        if (!outcome.ok) throw new Error(outcome.error.code);
        const { annotations: moved, staying } = outcome.value;
        expect(moved.length + staying.length).toBe(annotations.length);
        expect(new Set([...moved.map(({ annotation }) => `annotation:${annotation}`), ...staying]).size).toBe(
          annotations.length,
        );
        for (const item of plan.items) {
          expect(item.candidates.length > 0, item.kind).toBe(item.kind !== 'orphaned');
        }
      }),
      { numRuns: 30, seed: 10 },
    );
  }, 60_000);
});
