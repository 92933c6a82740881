/** What the search index is told. Only inside `write`, so that it is never out of step with what it indexes. */
import type { AnnotationId, EditionId, NoteId } from '../../core/dossier/ids.ts';
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

/** When the note is deleted. */
export function forgetNote(database: Database, id: NoteId): void {
  forget(database, 'indexed_notes', 'note_words', 'note', id);
}
