/** What a note can cite, found by what a person types: words, or places like `A12`. */
import type { Annotation } from '../../core/dossier/annotation.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { citationDisplay } from '../../core/note-tree/citation-label.ts';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import { typedPlaces } from '../../core/note-tree/typed-places.ts';
import type { SearchHit } from '../../core/search/search-hit.ts';
import type { CitationChoice, CitationChoices } from '../note-editor/citation-choices.ts';
import { mostTargets } from '../note-editor/parse-citation-targets.ts';
import type { Host } from '../host-client.ts';
import { targetsOfPassages } from './note-commands.ts';
import type { SourceCommands } from './source-commands.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface FindCitationsOptions {
  readonly host: Pick<Host, 'search'>;
  readonly store: Store<WorkspaceState>;
  readonly sources: Pick<SourceCommands, 'loadEditions'>;
}

export type FindCitations = (query: string) => Promise<CitationChoices>;

const hitLimit = 20; // of each kind: more is no choice but a list to read
const shownAtFirst = 8; // annotations that are offered before anything is typed
const snippetLength = 120; // UTF-16 units

export function createFindCitations({ host, store, sources }: FindCitationsOptions): FindCitations {
  const editionOf = (label: string): Edition | undefined => {
    const summary = store.get().sources.find(({ source }) => source.label === label);
    return summary && store.get().editions.get(summary.source.currentEdition);
  };

  async function placesChoice(query: string): Promise<CitationChoice | string | null> {
    const places = typedPlaces(query);
    if (places === null) return null;
    const labels = new Set(places.map(({ source }) => source));
    const known = store.get().sources.filter(({ source }) => labels.has(source.label));
    await sources.loadEditions(known.map(({ source }) => source.currentEdition));
    const targets: CitationTarget[] = [];
    const words: string[] = [];
    for (const { source: label, first, last } of places) {
      const edition = editionOf(label);
      if (edition === undefined) return `There is no source ${label} in this dossier.`;
      if (last - first >= mostTargets) return `One citation holds ${String(mostTargets)} paragraphs at most.`;
      for (let number = first; number <= last; number += 1) {
        const paragraph = edition.paragraphs.find((each) => each.number === number);
        if (paragraph === undefined) return `${label} has no paragraph ${String(number)}.`;
        targets.push({ source: edition.source, edition: edition.id, paragraph: paragraph.id });
        words.push(paragraph.text);
      }
    }
    const once = [...new Map(targets.map((target) => [target.paragraph, target])).values()];
    return choiceOf(`places ${namesOf(once)}`, once, words.join(' … '), namesOf(once));
  }

  /** `A ¶12`, of paragraphs whose editions are known. */
  function namesOf(targets: readonly CitationTarget[]): string {
    const state = store.get();
    return citationDisplay(
      targets.flatMap(({ source, edition, paragraph }) => {
        const label = state.sources.find((each) => each.source.id === source)?.source.label;
        const number = state.editions.get(edition)?.paragraphs.find(({ id }) => id === paragraph)?.number;
        return label === undefined || number == null ? [] : [{ source: label, paragraph: number }];
      }),
    );
  }

  function annotationChoice(annotation: Annotation, hit?: SearchHit): CitationChoice[] {
    const targets = targetsOfPassages(store.get().editions, [annotation.passage]);
    const quoted = annotation.passage.anchors.map(({ quote }) => quote.exact).join(' … ');
    const choice = choiceOf(`annotation ${annotation.id}`, targets, quoted, namesOf(targets));
    if (choice === null) return [];
    return [
      { ...choice, category: annotation.category, ...(hit === undefined ? {} : { snippet: hit.snippet }) },
    ];
  }

  /** Before anything is typed: what was marked in the source that is open, the newest first. */
  function atFirst(): CitationChoices {
    const { annotations, source } = store.get();
    const choices = annotations
      .filter((annotation) => annotation.source === source)
      .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
      .slice(0, shownAtFirst)
      .flatMap((annotation) => annotationChoice(annotation));
    return {
      query: '',
      groups: choices.length === 0 ? [] : [{ label: 'Marked in the open source', choices }],
      none:
        store.get().sources.length === 0
          ? 'There is no source in this dossier yet.'
          : 'Type words of a paragraph, or a place like A12.',
    };
  }

  async function annotationChoices(hits: readonly SearchHit[]): Promise<CitationChoice[]> {
    const found = hits.flatMap((hit) => (hit.kind === 'annotation' ? [hit] : []));
    await sources.loadEditions(found.map(({ edition }) => edition));
    return found.flatMap((hit) => {
      const annotation = store.get().annotations.find(({ id }) => id === hit.annotation);
      return annotation === undefined ? [] : annotationChoice(annotation, hit);
    });
  }

  return async (query) => {
    if (query.trim() === '') return atFirst();
    const places = await placesChoice(query);
    const reply = await host.search({ query, limit: hitLimit });
    if (!reply.ok) return { query, groups: [], none: reply.error.message };
    const paragraphs = reply.value.flatMap((hit) => paragraphChoice(hit));
    const annotations = await annotationChoices(reply.value);
    const groups = [
      { label: 'By its number', choices: places === null || typeof places === 'string' ? [] : [places] },
      { label: 'Paragraphs', choices: paragraphs },
      { label: 'Annotations', choices: annotations },
    ].filter(({ choices }) => choices.length > 0);
    return {
      query,
      groups,
      none: typeof places === 'string' ? places : 'No paragraph or annotation says this.',
    };
  };
}

/** Headings and leftovers can't be cited. */
function paragraphChoice(hit: SearchHit): CitationChoice[] {
  if (hit.kind !== 'paragraph' || hit.number === null) return [];
  const { source, edition, paragraph, label, number, snippet } = hit;
  return [
    {
      key: `paragraph ${paragraph}`,
      name: citationDisplay([{ source: label, paragraph: number }]),
      targets: [{ source, edition, paragraph }],
      snippet,
    },
  ];
}

function choiceOf(
  key: string,
  targets: readonly CitationTarget[],
  words: string,
  name: string,
): CitationChoice | null {
  const [first, ...rest] = targets;
  if (first === undefined || name === '' || targets.length > mostTargets) return null;
  const text =
    words.length <= snippetLength
      ? words
      : `${words.slice(0, snippetLength).replace(/[\uD800-\uDBFF]$/u, '')}…`;
  return { key, name, targets: [first, ...rest], snippet: [{ text, hit: false }] };
}
