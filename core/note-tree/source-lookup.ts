import type { Forms } from '../dossier/forms.ts';
import type { SourceId } from '../dossier/ids.ts';
import type { Edition, Source } from '../dossier/source.ts';
import type { SourceLookup } from './resolved-note.ts';

/** `editions` may come in any order; those of one source are looked up by when they were imported. */
export function sourceLookup(
  forms: Forms,
  sources: readonly Source[],
  editions: readonly Edition[],
): SourceLookup {
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const byLabel = new Map(sources.map((source) => [source.label, source]));
  const editionById = new Map(editions.map((edition) => [edition.id, edition]));
  const bySource = new Map<SourceId, Edition[]>();
  for (const edition of editions.toSorted(byImport)) {
    const known = bySource.get(edition.source);
    if (known === undefined) bySource.set(edition.source, [edition]);
    else known.push(edition);
  }
  return {
    forms,
    source: (id) => sourceById.get(id),
    sourceByLabel: (label) => byLabel.get(label),
    edition: (id) => editionById.get(id),
    editionsOf: (id) => bySource.get(id) ?? [],
  };
}

// ISO 8601 in UTC: the order of the text is the order of time.
function byImport(a: Edition, b: Edition): number {
  return a.importedAt < b.importedAt ? -1 : a.importedAt > b.importedAt ? 1 : 0;
}
