import { categories, categoryWords, type Category } from '../dossier/annotation.ts';
import type { Evidence } from './evidence.ts';

export const groupings = ['category', 'source', 'side', 'tag'] as const;
/** What the columns of the board are: the side is whose account it is. */
export type Grouping = (typeof groupings)[number];

export interface EvidenceGroup {
  /** Unique among the groups of one grouping. */
  readonly key: string;
  readonly name: string;
  readonly category?: Category;
  /** Label of the source. */
  readonly label?: string;
  /** In the order in which they were given; never none. */
  readonly items: readonly [Evidence, ...Evidence[]];
}

interface Column {
  readonly key: string;
  readonly name: string;
  readonly category?: Category;
  readonly label?: string;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function columnsOf({ annotation, source, side }: Evidence, grouping: Grouping): readonly Column[] {
  switch (grouping) {
    case 'category': {
      const { category } = annotation;
      return [{ key: category, name: categoryWords[category].name, category }];
    }
    case 'source':
      return [{ key: source.id, name: source.metadata.publisher ?? source.title, label: source.label }];
    case 'side':
      return [side === null ? { key: 'unknown', name: 'Not known' } : { key: `side ${side}`, name: side }];
    case 'tag':
      return annotation.tags.length === 0
        ? [{ key: 'none', name: 'No tag' }]
        : [...new Set(annotation.tags)].map((tag) => ({ key: `tag ${tag}`, name: tag }));
  }
}

/** Categories by their keys, sources and sides as the dossier has them, tags by name; what has none comes last. */
function inOrder(groups: readonly EvidenceGroup[], grouping: Grouping): EvidenceGroup[] {
  const isRest = ({ key }: EvidenceGroup) => Number(key === 'unknown' || key === 'none');
  const at = ({ category }: EvidenceGroup) => (category === undefined ? 0 : categories.indexOf(category));
  return groups.toSorted((a, b) => {
    if (grouping === 'category') return at(a) - at(b);
    if (grouping === 'source') return 0;
    const rest = isRest(a) - isRest(b);
    return rest !== 0 || grouping === 'side' ? rest : collator.compare(a.name, b.name);
  });
}

/**
 * The columns of the board. An annotation with several tags stands in the column of each of them; otherwise in one.
 * @param all in the order of sources, as the evidence reader gives them
 */
export function groupEvidence(all: readonly Evidence[], grouping: Grouping): EvidenceGroup[] {
  const groups = new Map<string, Column & { readonly items: [Evidence, ...Evidence[]] }>();
  for (const evidence of all) {
    for (const column of columnsOf(evidence, grouping)) {
      const known = groups.get(column.key);
      if (known === undefined) groups.set(column.key, { ...column, items: [evidence] });
      else known.items.push(evidence);
    }
  }
  return inOrder([...groups.values()], grouping);
}
