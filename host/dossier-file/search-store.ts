import {
  asAnnotationId,
  asEditionId,
  asNoteId,
  asParagraphId,
  asSourceId,
  type AnnotationId,
  type EditionId,
  type NoteId,
  type ParagraphId,
  type SourceId,
} from '../../core/dossier/ids.ts';
import { fullTextQuery, type SearchTerm } from '../../core/search/parse-query.ts';
import type { Database, Row } from './database.ts';
import { notesToIndex, positionsPerEdition } from './search-index.ts';

export interface FoundParagraph {
  readonly source: SourceId;
  readonly label: string;
  readonly edition: EditionId;
  readonly paragraph: ParagraphId;
  readonly number: number | null;
  readonly text: string;
}

/** What holds every one of the terms, the best first; `limit` is the most of each. No terms find nothing. */
export interface SearchStore {
  /** Of current editions. Of more than 1,000 matches, the best among those of the sources brought in last. */
  paragraphs(terms: readonly SearchTerm[], limit: number): FoundParagraph[];
  annotations(terms: readonly SearchTerm[], limit: number): AnnotationId[];
  /** Without the deleted ones and `notesToRead`. */
  notes(terms: readonly SearchTerm[], limit: number): NoteId[];
  /** Notes that the index does not know as they now are. */
  notesToRead(): NoteId[];
}

// Ranking takes time for each match: of words that stand nearly everywhere, only the latest matches are ranked.
const mostRanked = 1_000;
const lastUnranked = `
  SELECT rowid AS number FROM paragraph_words WHERE paragraph_words MATCH ?
  ORDER BY rowid DESC LIMIT 1 OFFSET ${String(mostRanked)}`;

// FTS5's own ORDER BY rank ranks all matches, whatever rowid is asked for; so the numbers are sorted here.
const rankedParagraphs = `
  SELECT rowid AS number, bm25(paragraph_words) AS score FROM paragraph_words
  WHERE paragraph_words MATCH ? AND rowid > ? ORDER BY score, number`;

/** Nothing for a paragraph of an edition that was replaced. */
const paragraphOfNumber = `
  SELECT sources.id AS source, sources.label AS label, paragraphs.edition AS edition,
    paragraphs.id AS paragraph, paragraphs.number AS number, paragraphs.text AS text
  FROM indexed_editions
  JOIN editions ON editions.id = indexed_editions.edition
  JOIN sources ON sources.id = editions.source AND sources.current_edition = editions.id
  JOIN paragraphs ON paragraphs.edition = editions.id AND paragraphs.position = ?
  WHERE indexed_editions.number = ?`;

// CROSS JOIN keeps SQLite to this order: the index gives the best first, and no more is looked up than is wanted.
const annotationQuery = `
  SELECT indexed_annotations.annotation AS id FROM annotation_words
  CROSS JOIN indexed_annotations ON indexed_annotations.number = annotation_words.rowid
  WHERE annotation_words MATCH ? ORDER BY annotation_words.rank LIMIT ?`;

const noteQuery = `
  SELECT notes.id AS id FROM note_words
  CROSS JOIN indexed_notes ON indexed_notes.number = note_words.rowid
  CROSS JOIN notes ON notes.id = indexed_notes.note AND notes.deleted_at IS NULL
  WHERE note_words MATCH ? ORDER BY note_words.rank LIMIT ?`;

const toFoundParagraph = (row: Row): FoundParagraph => ({
  source: asSourceId(String(row['source'])),
  label: String(row['label']),
  edition: asEditionId(String(row['edition'])),
  paragraph: asParagraphId(String(row['paragraph'])),
  number: row['number'] === null ? null : Number(row['number']),
  text: String(row['text']),
});

function findParagraphs(database: Database, terms: readonly SearchTerm[], limit: number): FoundParagraph[] {
  if (terms.length === 0) return [];
  const query = fullTextQuery(terms);
  const behind = Number(database.get(lastUnranked, [query])?.['number'] ?? -1);
  const found: FoundParagraph[] = [];
  for (const row of database.all(rankedParagraphs, [query, behind])) {
    if (found.length === limit) break;
    const number = Number(row['number']);
    const [edition, position] = [Math.floor(number / positionsPerEdition), number % positionsPerEdition];
    const paragraph = database.get(paragraphOfNumber, [position, edition]);
    if (paragraph !== undefined) found.push(toFoundParagraph(paragraph));
  }
  return found;
}

/** Reads the index that the other stores keep in step. */
export function createSearchStore(database: Database): SearchStore {
  const find = (sql: string, terms: readonly SearchTerm[], limit: number) =>
    terms.length === 0 ? [] : database.all(sql, [fullTextQuery(terms), limit]);
  return {
    paragraphs: (terms, limit) => findParagraphs(database, terms, limit),
    annotations: (terms, limit) =>
      find(annotationQuery, terms, limit).map((row) => asAnnotationId(String(row['id']))),
    notes: (terms, limit) => find(noteQuery, terms, limit).map((row) => asNoteId(String(row['id']))),
    notesToRead: () => notesToIndex(database),
  };
}
