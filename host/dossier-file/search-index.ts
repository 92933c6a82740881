/** What the search index is told. Only inside `write`, so that it is never out of step with what it indexes. */
import { asNoteId, type AnnotationId, type EditionId, type NoteId } from '../../core/dossier/ids.ts';
import { indexedText } from '../../core/search/words-of.ts';
import type { Database } from './database.ts';

/** A paragraph's row in the index is its edition's number times this, and its position: more than an edition may have. */
export const positionsPerEdition = 1_048_576;

function numberFor(database: Database, table: string, column: string, id: string): number {
  database.run(`INSERT INTO ${table} (${column}) VALUES (?) ON CONFLICT (${column}) DO NOTHING`, [id]);
  return Number(database.get(`SELECT number FROM ${table} WHERE ${column} = ?`, [id])?.['number']);
}

function forget(database: Database, table: string, words: string, column: string, id: string): void {
  database.run(`DELETE FROM ${words} WHERE rowid = (SELECT number FROM ${table} WHERE ${column} = ?)`, [id]);
  database.run(`DELETE FROM ${table} WHERE ${column} = ?`, [id]);
}

/** @param texts of its paragraphs, in order */
export function indexEdition(database: Database, edition: EditionId, texts: Iterable<string>): void {
  const first = numberFor(database, 'indexed_editions', 'edition', edition) * positionsPerEdition;
  let position = 0;
  for (const text of texts) {
    const values = [first + position, indexedText(text)];
    database.run('INSERT OR REPLACE INTO paragraph_words (rowid, words) VALUES (?, ?)', values);
    position += 1;
  }
}

/** Before an edition is indexed anew with other paragraphs. */
export function forgetEdition(database: Database, edition: EditionId): void {
  const first = numberFor(database, 'indexed_editions', 'edition', edition) * positionsPerEdition;
  database.run('DELETE FROM paragraph_words WHERE rowid >= ? AND rowid < ?', [
    first,
    first + positionsPerEdition,
  ]);
}

/** Adds it, or indexes it anew. */
export function indexAnnotation(database: Database, id: AnnotationId, text: string): void {
  const number = numberFor(database, 'indexed_annotations', 'annotation', id);
  const values = [number, indexedText(text)];
  database.run('INSERT OR REPLACE INTO annotation_words (rowid, words) VALUES (?, ?)', values);
}

/** Before the annotation itself goes. */
export function forgetAnnotation(database: Database, id: AnnotationId): void {
  forget(database, 'indexed_annotations', 'annotation_words', 'annotation', id);
}

/** Adds it, or indexes it anew. */
export function indexNote(database: Database, id: NoteId, text: string): void {
  const number = numberFor(database, 'indexed_notes', 'note', id);
  const values = [number, indexedText(text)];
  database.run('INSERT OR REPLACE INTO note_words (rowid, words) VALUES (?, ?)', values);
}

/** When the note is deleted, or written on: what the index says of it is no longer true. */
export function forgetNote(database: Database, id: NoteId): void {
  forget(database, 'indexed_notes', 'note_words', 'note', id);
}

/**
 * Notes that were written on since the dossier was opened, oldest first; a search reads their texts themselves. While
 * one writes, a note is saved twice a second: indexing all of it each time would take longer than saving it.
 */
export const notesToIndex = (database: Database): NoteId[] =>
  database
    .all(
      `SELECT id FROM notes WHERE deleted_at IS NULL AND id NOT IN (SELECT note FROM indexed_notes)
       ORDER BY created_at, id`,
    )
    .map((row) => asNoteId(String(row['id'])));
