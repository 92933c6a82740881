import type { EditionId } from '../../core/dossier/ids.ts';
import type { Edition, Paragraph, Source } from '../../core/dossier/source.ts';
import type { SourceSummary } from '../../core/host-contract.ts';
import { citationDisplay } from '../../core/note-tree/citation-label.ts';
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
}

/** How a citation stands in the note: `A ¶12`, or that it points at nothing. */
export function describeTargets(
  targets: readonly CitationTarget[],
  sources: readonly SourceSummary[],
  editions: ReadonlyMap<EditionId, Edition>,
): CitationWords {
  const labels = targets.flatMap((target) => {
    const found = findTarget(target, sources, editions);
    const number = found?.paragraph.number ?? null;
    return found === null || number === null ? [] : [{ source: found.source.label, paragraph: number }];
  });
  if (labels.length < targets.length || labels.length === 0) return { display: 'Not found', found: false };
  const isOlder = targets.some(
    (target) =>
      sources.find((each) => each.source.id === target.source)?.source.currentEdition !== target.edition,
  );
  return { display: citationDisplay(labels), found: true, ...(isOlder ? { older: true } : {}) };
}
