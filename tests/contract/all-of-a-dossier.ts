import type { DossierFile } from '../../host/dossier-file/dossier-file.ts';

/** Everything that a dossier holds, to be compared with what it held before. */
export function allOf(dossier: DossierFile) {
  const { sources, annotations, notes, properties } = dossier;
  return {
    properties,
    sources: sources.list().map((source) => ({
      source,
      editions: sources
        .editionIds(source.id)
        .map((id) => [sources.edition(id), Buffer.from(sources.originalBytes(id) ?? []).toString('base64')]),
    })),
    annotations: annotations.list(),
    notes: notes.list().map((summary) => ({ summary, note: notes.find(summary.id) })),
  };
}
