import type { Forms } from '../core/dossier/forms.ts';
import type { EditionId } from '../core/dossier/ids.ts';
import type { Edition } from '../core/dossier/source.ts';
import type { SourceLookup } from '../core/note-tree/resolved-note.ts';
import type { DossierStores } from './dossier-file/filled-dossier.ts';

/** Looks up in an open dossier, reading an edition when it is first asked for. Made anew for every use. */
export function dossierLookup({ sources }: DossierStores, forms: Forms): SourceLookup {
  const read = new Map<EditionId, Edition | undefined>();
  const edition = (id: EditionId) => {
    if (!read.has(id)) read.set(id, sources.edition(id));
    return read.get(id);
  };
  return {
    forms,
    source: (id) => sources.find(id),
    sourceByLabel: (label) => sources.findByLabel(label),
    edition,
    editionsOf: (id) => sources.editionIds(id).flatMap((known) => edition(known) ?? []),
  };
}
