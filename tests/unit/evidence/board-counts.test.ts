/** The numbers that stand on the board: of columns, and of each choice of a filter. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { categories } from '../../../core/dossier/annotation.ts';
import { createEvidenceReader, uses, type Evidence } from '../../../core/evidence/evidence.ts';
import {
  countChoices,
  everything,
  filterEvidence,
  isFiltering,
  withoutAnyTag,
  type EvidenceFilter,
} from '../../../core/evidence/filter-evidence.ts';
import { groupEvidence, groupings } from '../../../core/evidence/group-evidence.ts';
import { idA, idB } from '../note-tree/two-accounts.ts';
import { dossiers } from './arbitrary-dossier.ts';

const evidence = dossiers.map((dossier) => createEvidenceReader()(dossier));
const tags = ['EU', 'EVIPA', 'thuỷ sản', 'to clear', withoutAnyTag];
const filters: fc.Arbitrary<EvidenceFilter> = fc.record({
  text: fc.constantFrom('', ' ', 'the', 'thuy s', 'hoi', '"same in"', 'EU card', 'zzz'),
  category: fc.option(fc.constantFrom(...categories)),
  source: fc.option(fc.constantFrom(idA, idB)),
  tag: fc.option(fc.constantFrom(...tags)),
  use: fc.option(fc.constantFrom(...uses)),
});
const idsOf = (all: readonly Evidence[]) => all.map(({ annotation }) => annotation.id);

it('says beside each choice how many it would show', () => {
  fc.assert(
    fc.property(evidence, filters, (all, filter) => {
      const counts = countChoices(all, filter);
      const shownWith = (change: Partial<EvidenceFilter>) =>
        filterEvidence(all, { ...filter, ...change }).length;
      for (const category of categories) {
        expect(counts.category.get(category) ?? 0).toBe(shownWith({ category }));
      }
      for (const source of [idA, idB]) expect(counts.source.get(source) ?? 0).toBe(shownWith({ source }));
      for (const tag of tags) expect(counts.tag.get(tag) ?? 0).toBe(shownWith({ tag }));
      for (const use of uses) expect(counts.use.get(use) ?? 0).toBe(shownWith({ use }));
      expect(counts.any).toEqual({
        category: shownWith({ category: null }),
        source: shownWith({ source: null }),
        tag: shownWith({ tag: null }),
        use: shownWith({ use: null }),
      });
    }),
  );
});

it('shows everything without a filter, and with one what fits all of it', () => {
  fc.assert(
    fc.property(evidence, filters, (all, filter) => {
      expect(filterEvidence(all, everything)).toEqual(all);
      const shown = filterEvidence(all, filter);
      expect(shown).toEqual(all.filter((each) => shown.includes(each)));
      for (const { annotation, source, use } of shown) {
        if (filter.category !== null) expect(annotation.category).toBe(filter.category);
        if (filter.source !== null) expect(source.id).toBe(filter.source);
        if (filter.use !== null) expect(use).toBe(filter.use);
      }
      expect(isFiltering(everything)).toBe(false);
    }),
  );
});

it('puts each into one column, but with tags into the column of each', () => {
  fc.assert(
    fc.property(evidence, fc.constantFrom(...groupings), (all, grouping) => {
      const groups = groupEvidence(all, grouping);
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      const expected = all.flatMap(({ annotation }) =>
        Array<string>(grouping === 'tag' ? Math.max(annotation.tags.length, 1) : 1).fill(annotation.id),
      );
      expect(groups.flatMap(({ items }) => idsOf(items)).toSorted()).toEqual(expected.toSorted());
      for (const { items } of groups) {
        expect(items).toEqual(all.filter((each) => items.includes(each)));
      }
    }),
  );
});

it('has the columns in an order that is always the same', () => {
  fc.assert(
    fc.property(evidence, (all) => {
      const names = (grouping: (typeof groupings)[number]) =>
        groupEvidence(all, grouping).map(({ key, name }) => (key === name ? key : name));
      const order = [
        'Key fact',
        'Position taken',
        'Ask or commitment',
        'Differs between accounts',
        'To check',
      ];
      expect(names('category')).toEqual(order.filter((name) => names('category').includes(name)));
      expect(names('side')).toEqual(['VietNamNet', 'VNA'].filter((name) => names('side').includes(name)));
      const byTag = ['EU', 'EVIPA', 'thuỷ sản', 'to clear', 'No tag'];
      expect(names('tag')).toEqual(byTag.filter((name) => names('tag').includes(name)));
    }),
  );
});

it.each([
  ['yellow ca', true, 'words of the quotation, the last one unfinished'],
  ['CARD yellow', true, 'in any order and case'],
  ['"yellow card"', true, 'a phrase'],
  ['"card yellow"', false, 'not a phrase in another order'],
  ['thuy san', true, 'a tag, without its accents'],
  ['hoi lai', true, 'the comment, without its accents'],
  ['yellow cable', false, 'all words are wanted'],
])('finds by text: %s', (text, found, _why) => {
  const [sample] = fc.sample(
    evidence.filter((all) => all.length > 0),
    { numRuns: 1, seed: 1 },
  );
  const [first] = sample ?? [];
  if (first === undefined) throw new Error('no sample');
  const reader = createEvidenceReader();
  const [anchor] = first.annotation.passage.anchors;
  const annotation = {
    ...first.annotation,
    passage: {
      ...first.annotation.passage,
      anchors: [{ ...anchor, quote: { ...anchor.quote, exact: 'lift the yellow card' } }] as const,
    },
    comment: 'Hỏi lại Brussels',
    tags: ['thuỷ sản'],
  };
  const all = reader({
    annotations: [annotation],
    sources: [first.source],
    editions: new Map(),
    citations: new Map(),
    openNote: null,
  });
  expect(filterEvidence(all, { ...everything, text }).length === 1).toBe(found);
});
