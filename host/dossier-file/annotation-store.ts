import * as v from 'valibot';
import { categories, type Annotation } from '../../core/dossier/annotation.ts';
import {
  asAnnotationId,
  asEditionId,
  asParagraphId,
  asSourceId,
  type AnnotationId,
  type EditionId,
  type ParagraphId,
} from '../../core/dossier/ids.ts';
import type { Anchor } from '../../core/dossier/passage.ts';
import { searchedTextOfAnnotation } from '../../core/search/searched-text.ts';
import type { Database, Row } from './database.ts';
import { forgetAnnotation, indexAnnotation } from './search-index.ts';
import { DamagedDossier, readStored, readWord } from './stored-json.ts';

export interface AnnotationStore {
  /** In the order of sources, and within one in reading order. */
  list(): Annotation[];
  find(id: AnnotationId): Annotation | undefined;
  /** Adds it, or replaces the one with the same id. */
  save(annotation: Annotation): void;
  /** Returns whether there was one. */
  remove(id: AnnotationId): boolean;
  /** The paragraphs of an edition that bear at least one annotation. */
  annotatedParagraphs(edition: EditionId): Set<ParagraphId>;
}

const quoteSchema = v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() });
const tagsSchema = v.array(v.string());

const toAnchor = (row: Row): Anchor => ({
  paragraph: asParagraphId(String(row['paragraph'])),
  position: { start: Number(row['start_offset']), end: Number(row['end_offset']) },
  quote: readStored(quoteSchema, row['quote']),
});

function toAnnotation(database: Database, row: Row): Annotation {
  const id = asAnnotationId(String(row['id']));
  const [first, ...rest] = database
    .all('SELECT * FROM anchors WHERE annotation = ? ORDER BY position', [id])
    .map(toAnchor);
  if (first === undefined) throw new DamagedDossier('An annotation has lost its passage.');
  return {
    id,
    source: asSourceId(String(row['source'])),
    passage: { edition: asEditionId(String(row['edition'])), anchors: [first, ...rest] },
    category: readWord(categories, row['category']),
    comment: String(row['comment']),
    tags: readStored(tagsSchema, row['tags']),
    ...(typeof row['creator'] === 'string' ? { creator: row['creator'] } : {}),
    ...(typeof row['foreign_data'] === 'string' ? { foreign: row['foreign_data'] } : {}),
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
  };
}

const inReadingOrder = `
  SELECT annotations.* FROM annotations
  JOIN sources ON sources.id = annotations.source
  JOIN anchors ON anchors.annotation = annotations.id AND anchors.position = 0
  JOIN paragraphs ON paragraphs.id = anchors.paragraph
  ORDER BY sources.position, paragraphs.position, anchors.start_offset, annotations.created_at, annotations.id`;

function writeAnnotation(database: Database, annotation: Annotation): void {
  const { id, source, passage, category, comment, tags, createdAt, updatedAt, creator, foreign } = annotation;
  database.run(
    `INSERT INTO annotations (id, source, edition, category, comment, tags, created_at, updated_at, creator, foreign_data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET source = excluded.source, edition = excluded.edition,
       category = excluded.category, comment = excluded.comment, tags = excluded.tags,
       created_at = excluded.created_at, updated_at = excluded.updated_at, creator = excluded.creator,
       foreign_data = excluded.foreign_data`,
    [
      id,
      source,
      passage.edition,
      category,
      comment,
      JSON.stringify(tags),
      createdAt,
      updatedAt,
      creator ?? null,
      foreign ?? null,
    ],
  );
  database.run('DELETE FROM anchors WHERE annotation = ?', [id]);
  for (const [position, { paragraph, position: place, quote }] of passage.anchors.entries()) {
    // JSON keeps a surrounding that was cut in the middle of a surrogate pair; a text column would not.
    database.run(
      `INSERT INTO anchors (annotation, position, paragraph, start_offset, end_offset, quote) VALUES (?, ?, ?, ?, ?, ?)`,
      [id, position, paragraph, place.start, place.end, JSON.stringify(quote)],
    );
  }
  const quotations = passage.anchors.map(({ quote }) => quote.exact);
  indexAnnotation(database, id, searchedTextOfAnnotation({ quotations, comment, tags }));
}

/** Annotations with their anchors. Throws DamagedDossier when what is stored breaks core's rules. */
export function createAnnotationStore(database: Database): AnnotationStore {
  return {
    list: () => database.all(inReadingOrder).map((row) => toAnnotation(database, row)),
    find(id) {
      const row = database.get('SELECT * FROM annotations WHERE id = ?', [id]);
      return row === undefined ? undefined : toAnnotation(database, row);
    },
    save: (annotation) => database.write(() => writeAnnotation(database, annotation)),
    remove: (id) =>
      database.write(() => {
        forgetAnnotation(database, id);
        return database.run('DELETE FROM annotations WHERE id = ?', [id]) > 0;
      }),
    annotatedParagraphs(edition) {
      const rows = database.all(
        `SELECT DISTINCT paragraph FROM anchors JOIN annotations ON annotations.id = anchors.annotation
         WHERE annotations.edition = ?`,
        [edition],
      );
      return new Set(rows.map((row) => asParagraphId(String(row['paragraph']))));
    },
  };
}
