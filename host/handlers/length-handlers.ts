import { exportTypst } from '../../core/exporters/typst/export-typst.ts';
import { resolveNote } from '../../core/note-tree/resolve-note.ts';
import { done } from '../../core/result.ts';
import { dossierLookup } from '../dossier-lookup.ts';
import { noteNotFound } from '../note-not-found.ts';
import type { Typesetter } from '../typesetting/typesetter.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

/** How long the open note is while it is written: set by the same compiler as its PDF. */
export function createLengthHandlers(
  { current, forms }: HandlerContext,
  typesetter: () => Typesetter,
): Handlers<'measureNote'> {
  const asker = {}; // this window: what another one measures is not replaced
  return {
    async measureNote({ note: id }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const note = opened.value.notes.find(id);
      if (note === undefined) return noteNotFound();
      const resolved = resolveNote(note.tree, dossierLookup(opened.value, forms.current()));
      if (!resolved.ok) return resolved;
      const length = await typesetter().measure(exportTypst(resolved.value), asker);
      if (!length.ok) return length;
      const { pages, filled } = length.value;
      return done({ pages: pages - 1 + filled, budget: resolved.value.template.pageBudget });
    },
  };
}
