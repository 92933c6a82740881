import type { EditionId, ParagraphId } from '../core/dossier/ids.ts';
import { citationsOf } from '../core/note-tree/citations-of.ts';
import type { DossierFile } from './dossier-file/dossier-file.ts';

/** Paragraphs that an annotation or a note that is not deleted rests on. */
export function paragraphsInUse(dossier: DossierFile, edition: EditionId): Set<ParagraphId> {
  const used = dossier.annotations.annotatedParagraphs(edition);
  for (const { id } of dossier.notes.list()) {
    const note = dossier.notes.find(id);
    if (note === undefined) continue;
    for (const citation of citationsOf(note.tree)) {
      for (const { paragraph } of citation.targets) used.add(paragraph);
    }
  }
  return used;
}
