import type { NoteId } from '../../core/dossier/ids.ts';
import type { NoteEditorHandle } from '../note-editor/note-editor-handle.ts';

/** The editors that stand, of which one at most is seen. */
export interface NoteEditors {
  /** The one of the note that is shown. */
  readonly current: NoteEditorHandle | null;
  /** Each editor hands itself over here, and `null` when it goes. */
  register(note: NoteId, handle: NoteEditorHandle | null): void;
  /** Every editor reports what it has not reported yet. */
  flush(): void;
}

export function createNoteEditors(shown: () => NoteId | null): NoteEditors {
  const handles = new Map<NoteId, NoteEditorHandle>();
  return {
    get current() {
      const note = shown();
      return note === null ? null : (handles.get(note) ?? null);
    },
    register(note, handle) {
      if (handle === null) handles.delete(note);
      else handles.set(note, handle);
    },
    flush() {
      for (const handle of handles.values()) handle.flush();
    },
  };
}
