import { asNoteId, type NoteId } from '../../core/dossier/ids.ts';
import type { NoteSummary } from '../../core/host-contract.ts';
import type { Note } from '../../core/note-tree/note-tree.ts';
import { noteTreeSchema } from '../../core/note-tree/note-tree-schema.ts';
import { countWords } from '../../core/note-tree/word-count.ts';
import { searchedTextOfNote } from '../../core/search/searched-text.ts';
import type { Database, Row } from './database.ts';
import { forgetNote, indexNote, notesToIndex } from './search-index.ts';
import { storable } from './storable-text.ts';
import { readStored } from './stored-json.ts';

export interface NoteStore {
  /** Oldest first, without the deleted ones. */
  list(): NoteSummary[];
  /** The same, with their trees. */
  all(): Note[];
  /** `undefined` also when it is deleted. */
  find(id: NoteId): Note | undefined;
  /** Without reading the tree; `undefined` also when it is deleted. */
  createdAt(id: NoteId): string | undefined;
  /** Adds it, or replaces the one with the same id. */
  save(note: Note): NoteSummary;
  /** Returns whether there was one. It is kept, so that it can be given back. */
  remove(id: NoteId, deletedAt: string): boolean;
  restore(id: NoteId): NoteSummary | undefined;
  /** Gives the search index what was written since the dossier was opened. */
  index(): void;
}

const toNote = (row: Row): Note => ({
  id: asNoteId(String(row['id'])),
  tree: readStored(noteTreeSchema, row['tree']),
  createdAt: String(row['created_at']),
  updatedAt: String(row['updated_at']),
});

const toSummary = (row: Row): NoteSummary => ({
  id: asNoteId(String(row['id'])),
  title: String(row['title']),
  template: String(row['template']),
  updatedAt: String(row['updated_at']),
  words: Number(row['words']),
});

const summaryColumns = 'id, title, template, updated_at, words';

function writeNote(database: Database, note: Note): NoteSummary {
  const [{ title, template }] = note.tree.children;
  const words = countWords(note.tree);
  const listTitle = storable(title); // a copy for lists; the tree keeps what was typed
  database.run(
    `INSERT INTO notes (id, title, template, words, tree, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, template = excluded.template,
       words = excluded.words, tree = excluded.tree, updated_at = excluded.updated_at`,
    [note.id, listTitle, template, words, JSON.stringify(note.tree), note.createdAt, note.updatedAt],
  );
  forgetNote(database, note.id); // what it now says is read from it until `index` is called
  return { id: note.id, title: listTitle, template, updatedAt: note.updatedAt, words };
}

/** Notes. Throws DamagedDossier when a stored tree breaks the note's rules. */
export function createNoteStore(database: Database): NoteStore {
  const find = (id: NoteId) => {
    const row = database.get('SELECT * FROM notes WHERE id = ? AND deleted_at IS NULL', [id]);
    return row === undefined ? undefined : toNote(row);
  };
  return {
    list: () =>
      database
        .all(`SELECT ${summaryColumns} FROM notes WHERE deleted_at IS NULL ORDER BY created_at, id`)
        .map(toSummary),
    all: () =>
      database.all('SELECT * FROM notes WHERE deleted_at IS NULL ORDER BY created_at, id').map(toNote),
    find,
    createdAt(id) {
      const row = database.get('SELECT created_at FROM notes WHERE id = ? AND deleted_at IS NULL', [id]);
      return row === undefined ? undefined : String(row['created_at']);
    },
    save: (note) => database.write(() => writeNote(database, note)),
    remove: (id, deletedAt) =>
      database.write(() => {
        forgetNote(database, id);
        const change = 'UPDATE notes SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL';
        return database.run(change, [deletedAt, id]) > 0;
      }),
    restore(id) {
      database.write(() => {
        database.run('UPDATE notes SET deleted_at = NULL WHERE id = ?', [id]);
      });
      const row = database.get(`SELECT ${summaryColumns} FROM notes WHERE id = ?`, [id]);
      return row === undefined ? undefined : toSummary(row);
    },
    index() {
      database.write(() => {
        for (const id of notesToIndex(database)) {
          const note = find(id);
          if (note !== undefined) indexNote(database, id, searchedTextOfNote(note.tree));
        }
      });
    },
  };
}
