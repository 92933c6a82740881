import type { Category } from '../dossier/annotation.ts';
import type { SourceId } from '../dossier/ids.ts';
import { hasAllTerms } from '../search/find-hits.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { Evidence, Use } from './evidence.ts';

/** Chosen as a tag: those that have none. No tag is empty. */
export const withoutAnyTag = '';

/** What is wanted of each kind; `null` and an empty text want everything. */
export interface EvidenceFilter {
  /** Words as in a search: in any order, without accents, the last one unfinished. */
  readonly text: string;
  readonly category: Category | null;
  readonly source: SourceId | null;
  readonly tag: string | null;
  readonly use: Use | null;
}

export const everything: EvidenceFilter = { text: '', category: null, source: null, tag: null, use: null };

export const isFiltering = ({ text, category, source, tag, use }: EvidenceFilter): boolean =>
  text.trim() !== '' || category !== null || source !== null || tag !== null || use !== null;

type Choice = 'category' | 'source' | 'tag' | 'use';

const tagsOf = ({ annotation }: Evidence): readonly string[] =>
  annotation.tags.length === 0 ? [withoutAnyTag] : annotation.tags;

const fits: Readonly<Record<Choice, (evidence: Evidence, filter: EvidenceFilter) => boolean>> = {
  category: ({ annotation }, { category }) => category === null || annotation.category === category,
  source: ({ source }, filter) => filter.source === null || source.id === filter.source,
  tag: (evidence, { tag }) => tag === null || tagsOf(evidence).includes(tag),
  use: (evidence, { use }) => use === null || evidence.use === use,
};
const choices = ['category', 'source', 'tag', 'use'] as const satisfies readonly Choice[];

function withWords(all: readonly Evidence[], text: string): readonly Evidence[] {
  const terms = parseQuery(text);
  return terms.length === 0 ? all : all.filter(({ words }) => hasAllTerms(words, terms));
}

export function filterEvidence(all: readonly Evidence[], filter: EvidenceFilter): Evidence[] {
  return withWords(all, filter.text).filter((evidence) =>
    choices.every((each) => fits[each](evidence, filter)),
  );
}

/** For each choice of a filter, how many would be shown if it were made and the others stayed as they are. */
export interface ChoiceCounts {
  readonly any: Readonly<Record<Choice, number>>;
  readonly category: ReadonlyMap<Category, number>;
  readonly source: ReadonlyMap<SourceId, number>;
  readonly tag: ReadonlyMap<string, number>;
  readonly use: ReadonlyMap<Use, number>;
}

export function countChoices(all: readonly Evidence[], filter: EvidenceFilter): ChoiceCounts {
  const found = withWords(all, filter.text);
  const fittingBut = (choice: Choice) =>
    found.filter((evidence) => choices.every((each) => each === choice || fits[each](evidence, filter)));
  const byCategory = fittingBut('category');
  const bySource = fittingBut('source');
  const byTag = fittingBut('tag');
  const byUse = fittingBut('use');
  return {
    any: {
      category: byCategory.length,
      source: bySource.length,
      tag: byTag.length,
      use: byUse.length,
    },
    category: countEach(byCategory, ({ annotation }) => [annotation.category]),
    source: countEach(bySource, ({ source }) => [source.id]),
    tag: countEach(byTag, (evidence) => [...new Set(tagsOf(evidence))]),
    use: countEach(byUse, ({ use }) => [use]),
  };
}

function countEach<Key>(
  all: readonly Evidence[],
  keysOf: (evidence: Evidence) => readonly Key[],
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const evidence of all) {
    for (const key of keysOf(evidence)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
