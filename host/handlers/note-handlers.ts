import { templateFor } from '../../core/dossier/forms.ts';
import { asNoteId } from '../../core/dossier/ids.ts';
import { citedPlacesOf } from '../../core/evidence/cited-places.ts';
import type { Note } from '../../core/note-tree/note-tree.ts';
import { newNoteTree } from '../../core/note-tree/new-note.ts';
import { done } from '../../core/result.ts';
import { usedValuesOf } from '../../core/note-tree/used-values.ts';
import type { Preferences } from '../../core/preferences.ts';
import type { JsonFile } from '../json-file.ts';
import { noteNotFound } from '../note-not-found.ts';
import { saveWithHistory } from '../note-versions.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

type NoteHandlers = Handlers<
  'createNote' | 'usedValues' | 'readNote' | 'saveNote' | 'deleteNote' | 'restoreNote' | 'citedPlaces'
>;

/** Writing. */
export function createNoteHandlers(
  { dependencies, current, forms }: HandlerContext,
  preferences: JsonFile<Preferences>,
): NoteHandlers {
  const { now, newId } = dependencies;
  return {
    createNote({ template, title }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const at = now();
      const { noteLanguage: language } = preferences.read();
      const tree = newNoteTree(templateFor(forms.current(), template), { title, language });
      const note: Note = { id: asNoteId(newId()), tree, createdAt: at, updatedAt: at };
      opened.value.notes.save(note);
      return done(note);
    },
    usedValues() {
      const opened = current.get();
      if (!opened.ok) return opened;
      return done(usedValuesOf(opened.value.notes.all(), forms.current()));
    },
    readNote({ note: id }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const note = opened.value.notes.find(id);
      return note === undefined ? noteNotFound() : done(note);
    },
    saveNote({ note: id, tree }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const { notes } = opened.value;
      const createdAt = notes.createdAt(id);
      if (createdAt === undefined) return noteNotFound();
      return done(saveWithHistory(opened.value, { id, tree, createdAt, updatedAt: now() }));
    },
    deleteNote({ note }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      return opened.value.notes.remove(note, now()) ? done(null) : noteNotFound();
    },
    restoreNote({ note }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const restored = opened.value.notes.restore(note);
      return restored === undefined ? noteNotFound() : done(restored);
    },
    citedPlaces() {
      const opened = current.get();
      if (!opened.ok) return opened;
      return done(
        opened.value.notes.all().map(({ id, tree }) => ({ note: id, places: citedPlacesOf(tree) })),
      );
    },
  };
}
