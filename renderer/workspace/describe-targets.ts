import type { EditionId } from '../../core/dossier/ids.ts';
import type { Edition, Paragraph, Source } from '../../core/dossier/source.ts';
import type { SourceSummary } from '../../core/host-contract.ts';
import { citationDisplay } from '../../core/note-tree/citation-label.ts';
import { citationReference } from '../../core/note-tree/citation-reference.ts';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';

export interface FoundTarget {
  readonly source: Source;
  readonly edition: Edition;
  readonly paragraph: Paragraph;
}

/** What a target points at, among what the window has read; `null` when it isn't there. */
export function findTarget(
  target: CitationTarget,
  sources: readonly SourceSummary[],
  editions: ReadonlyMap<EditionId, Edition>,
): FoundTarget | null {
  const source = sources.find((each) => each.source.id === target.source)?.source;
  const edition = editions.get(target.edition);
  const paragraph = edition?.paragraphs.find((each) => each.id === target.paragraph);
  return source === undefined || edition === undefined || paragraph === undefined
    ? null
    : { source, edition, paragraph };
}

interface CitationWords {
  readonly display: string;
  readonly found: boolean;
  /** It points to a text of its source that has been replaced. */
  readonly older?: true;
  /** It points at a source that this dossier does not have. */
  readonly foreign?: true;
  /** What a footnote says of it. */
  readonly reference?: () => string;
}

/** How a citation stands in the note: `A ¶12`, or that it points at nothing. */
export function describeTargets(
  targets: readonly CitationTarget[],
  sources: readonly SourceSummary[],
  editions: ReadonlyMap<EditionId, Edition>,
): CitationWords {
  const found = targets.flatMap((target) => findTarget(target, sources, editions) ?? []);
  const places = found.flatMap(({ source, paragraph: { number } }) =>
    number === null ? [] : [{ source, paragraph: number }],
  );
  if (places.length < targets.length || places.length === 0) {
    const known = new Set(sources.map(({ source }) => source.id));
    const isForeign = targets.some((target) => !known.has(target.source));
    return { display: 'Not found', found: false, ...(isForeign ? { foreign: true } : {}) };
  }
  const isOlder = found.some(({ source, edition }) => source.currentEdition !== edition.id);
  return {
    display: citationDisplay(places.map(({ source, paragraph }) => ({ source: source.label, paragraph }))),
    found: true,
    ...(isOlder ? { older: true } : {}),
    reference: () => citationReference(places),
  };
}
