import * as v from 'valibot';
import { asAnnotationId, asEditionId, asNoteId } from '../../../core/dossier/ids.ts';
import { noteTreeSchema } from '../../../core/note-tree/note-tree-schema.ts';
import { searchedTextOfAnnotation, searchedTextOfNote } from '../../../core/search/searched-text.ts';
import type { Database } from '../database.ts';
import { indexAnnotation, indexEdition, indexNote } from '../search-index.ts';
import { readStored } from '../stored-json.ts';

// The words are given as they are compared, so the index keeps no text of its own: the stores have it. Marks that are
// not accents are parts of a word, as `core/search/` sees it.
const words = (name: string, options = '') => `
CREATE VIRTUAL TABLE ${name} USING fts5 (
  words, content='', contentless_delete=1,${options}
  tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);`;

// One, two and three letters begin so many words of a large dossier that finding all of them would be felt.
const quickBeginnings = " prefix='1 2 3',";

/** Numbers stand for ids in the index, because compacting a file may change the row ids of a table without its own. */
const tables = `
CREATE TABLE indexed_editions (
  number INTEGER PRIMARY KEY,
  edition TEXT NOT NULL UNIQUE REFERENCES editions (id)
) STRICT;

CREATE TABLE indexed_annotations (
  number INTEGER PRIMARY KEY,
  annotation TEXT NOT NULL UNIQUE REFERENCES annotations (id)
) STRICT;

CREATE TABLE indexed_notes (
  number INTEGER PRIMARY KEY,
  note TEXT NOT NULL UNIQUE REFERENCES notes (id)
) STRICT;
${words('paragraph_words', quickBeginnings)}
${words('annotation_words')}
${words('note_words')}
`;

const quoteSchema = v.object({ exact: v.string() });
const tagsSchema = v.array(v.string());

/** Ids first, then one text after the other: a dossier may be larger than memory. */
const idsOf = (database: Database, sql: string) => database.all(sql).map((row) => String(row['id']));

function indexEditions(database: Database): void {
  for (const id of idsOf(database, 'SELECT id FROM editions')) {
    const rows = database.all('SELECT text FROM paragraphs WHERE edition = ? ORDER BY position', [id]);
    indexEdition(
      database,
      asEditionId(id),
      rows.map((row) => String(row['text'])),
    );
  }
}

function indexAnnotations(database: Database): void {
  for (const row of database.all('SELECT id, comment, tags FROM annotations')) {
    const id = String(row['id']);
    const quotations = database
      .all('SELECT quote FROM anchors WHERE annotation = ? ORDER BY position', [id])
      .map((anchor) => readStored(quoteSchema, anchor['quote']).exact);
    const tags = readStored(tagsSchema, row['tags']);
    const text = searchedTextOfAnnotation({ quotations, comment: String(row['comment']), tags });
    indexAnnotation(database, asAnnotationId(id), text);
  }
}

function indexNotes(database: Database): void {
  for (const id of idsOf(database, 'SELECT id FROM notes WHERE deleted_at IS NULL')) {
    const tree = readStored(
      noteTreeSchema,
      database.get('SELECT tree FROM notes WHERE id = ?', [id])?.['tree'],
    );
    indexNote(database, asNoteId(id), searchedTextOfNote(tree));
  }
}

/** Makes the index, and indexes what the dossier holds. Throws DamagedDossier. */
export function addSearchIndex(database: Database): void {
  database.execute(tables);
  indexAll(database);
}

/** Indexes everything that the dossier holds; nothing of it is in the index yet. Throws DamagedDossier. */
export function indexAll(database: Database): void {
  indexEditions(database);
  indexAnnotations(database);
  indexNotes(database);
}
