import type { NoteId } from '../../core/dossier/ids.ts';
import type { Note, NoteTree } from '../../core/note-tree/note-tree.ts';
import { createNoteCounter } from './note-figures.ts';
import { findOpenNote, putLast, type OpenNote } from './open-notes.ts';
import type { Store } from './store.ts';
import type { HistoryEntry, WorkspaceHistory } from './workspace-history.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface NoteShelfOptions {
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  /** Changes the window before it returns, so that what is shown next is there. */
  readonly atOnce: (change: () => void) => void;
  /** Brings the note pane into view, with the keyboard in it. */
  readonly enterNote: () => void;
}

/** The notes whose editors stand. One of them is shown. */
export interface NoteShelf {
  /** Shows a note; one whose editor stands is shown as it was left. */
  show(note: Note): void;
  /** As its editor last reported it; `undefined` when no editor of it stands. */
  latest(id: NoteId): Note | undefined;
  /** An editor has a new tree. `false`: that editor is no longer the one of its note. */
  changed(open: OpenNote, tree: NoteTree): boolean;
  /** Something was done in an editor. Taking it back shows that note first. */
  done(open: OpenNote, entry: HistoryEntry): void;
}

export function createNoteShelf({ store, history, atOnce, enterNote }: NoteShelfOptions): NoteShelf {
  const latest = new Map<NoteId, Note>();
  const figuresOf = createNoteCounter();
  let stands = 0;

  const isStanding = (open: OpenNote) => store.get().openNotes.includes(open);

  function put(entry: OpenNote): void {
    const { open, gone } = putLast(store.get().openNotes, entry);
    for (const each of gone) {
      history.forget(each);
      latest.delete(each.note.id);
    }
    store.set({ openNotes: open });
  }

  function show(note: Note): void {
    const known = findOpenNote(store.get().openNotes, note.id);
    const shown = (known === undefined ? undefined : latest.get(note.id)) ?? note;
    latest.set(note.id, shown);
    put(known ?? { note, stand: (stands += 1) });
    store.set({ note: shown, shownVersion: null, ...figuresOf(shown.tree) });
  }

  /** Before a step of a note is taken back, so that the person sees what changes. */
  function bringForward(open: OpenNote): void {
    const { note, shownVersion } = store.get();
    const wanted = latest.get(open.note.id);
    if (wanted === undefined || (note?.id === wanted.id && shownVersion === null)) return;
    atOnce(() => {
      show(wanted);
    });
    enterNote();
  }

  return {
    show,
    latest: (id) => (findOpenNote(store.get().openNotes, id) === undefined ? undefined : latest.get(id)),
    changed(open, tree) {
      if (!isStanding(open)) return false;
      const note = { ...(latest.get(open.note.id) ?? open.note), tree };
      latest.set(note.id, note);
      if (store.get().note?.id === note.id) store.set({ note, ...figuresOf(note.tree) });
      return true;
    },
    done(open, entry) {
      if (!isStanding(open)) return;
      history.push(
        {
          undo: () => {
            bringForward(open);
            entry.undo();
          },
          redo: () => {
            bringForward(open);
            entry.redo();
          },
        },
        open,
      );
    },
  };
}
