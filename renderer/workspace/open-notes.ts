import type { NoteId } from '../../core/dossier/ids.ts';
import type { Note } from '../../core/note-tree/note-tree.ts';

/** A note whose editor stands, be it the one that is seen or not: what was done in it can be taken back. */
export interface OpenNote {
  /** As it was when its editor was made. */
  readonly note: Note;
  /** Another number is another editor of the same note. */
  readonly stand: number;
}

/** More editors than this would be felt when the window draws; the one used longest ago goes. */
export const mostOpenNotes = 8;

export const findOpenNote = (open: readonly OpenNote[], id: NoteId): OpenNote | undefined =>
  open.find(({ note }) => note.id === id);

/** Puts a note behind those used before it; `gone` are the ones that there is no room for any more. */
export function putLast(
  open: readonly OpenNote[],
  used: OpenNote,
): { readonly open: readonly OpenNote[]; readonly gone: readonly OpenNote[] } {
  const all = [...open.filter(({ note }) => note.id !== used.note.id), used];
  return { open: all.slice(-mostOpenNotes), gone: all.slice(0, -mostOpenNotes) };
}
