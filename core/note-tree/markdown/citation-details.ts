/** What the front matter says of citations that their labels do not tell apart. The way back is `citation-reader.ts`. */
import type { Anchor } from '../../dossier/passage.ts';
import { toCsl } from '../../dossier/csl-json.ts';
import type { Edition } from '../../dossier/source.ts';
import type { Citation } from '../note-tree.ts';
import type { ResolvedNote } from '../resolved-note.ts';
import type { AnchorDetail, SourceEntry, TargetDetail } from './front-matter.ts';

/** What the drafter's own bibliography says of a source, and no reader of the note is meant to see. */
const keptBack = new Set(['abstract', 'note', 'annote', 'keyword']);

/** Label of the source, its CSL-JSON, and the sha256 of the newest edition that the note cites. */
export function sourceEntries({ sources }: ResolvedNote): SourceEntry[] {
  return sources.map(({ source, editions, editionNames }) => {
    const newest = editions.at(-1);
    const { metadata, label, title } = source;
    const item = Object.entries(toCsl({ ...metadata, title: metadata.title ?? title }));
    return {
      id: label,
      ...Object.fromEntries(item.filter(([variable]) => !keptBack.has(variable))),
      sha256: (newest && editionNames.get(newest.id)) ?? '',
    };
  });
}

/** By label, in the order in which the citations stand; only those that need it. */
export function citationDetails(
  { citations: resolved, sources }: ResolvedNote,
  inOrder: readonly Citation[],
): Map<string, TargetDetail[]> {
  const newest = new Set(sources.map(({ editions }) => editions.at(-1)?.id));
  const names = new Map(sources.flatMap(({ editionNames }) => [...editionNames]));
  const details = new Map<string, TargetDetail[]>();
  for (const citation of inOrder) {
    const { label, targets } = resolved.get(citation) ?? { label: '', targets: [] };
    if (details.has(label)) continue;
    const written = targets.map(({ edition }, index): TargetDetail => {
      const passage = citation.targets[index]?.passage;
      return {
        ...(index > 0 || citation.prefix === undefined ? {} : { before: citation.prefix }),
        ...(index > 0 || citation.suffix === undefined ? {} : { after: citation.suffix }),
        ...(newest.has(edition.id) ? {} : { edition: names.get(edition.id) ?? edition.sha256 }),
        ...(passage === undefined
          ? {}
          : { passage: passage.anchors.map((anchor) => describeAnchor(anchor, edition)) }),
      };
    });
    if (written.some((detail) => Object.keys(detail).length > 0)) details.set(label, written);
  }
  return details;
}

function describeAnchor({ paragraph, position, quote }: Anchor, edition: Edition): AnchorDetail {
  const index = edition.paragraphs.findIndex(({ id }) => id === paragraph);
  const number = edition.paragraphs[index]?.number ?? null;
  return {
    ...(number === null ? { block: index + 1 } : { paragraph: number }),
    start: position.start,
    end: position.end,
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
  };
}
