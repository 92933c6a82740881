import {
  asEditionId,
  asParagraphId,
  asSourceId,
  type EditionId,
  type ParagraphId,
  type SourceId,
} from '../../core/dossier/ids.ts';
import { paragraphKinds, type Edition, type Paragraph, type Source } from '../../core/dossier/source.ts';
import { importedDocumentSchema } from '../../core/host-contract.ts';
import type { Database, Row } from './database.ts';
import { indexEdition } from './search-index.ts';
import { readStored, readWord } from './stored-json.ts';

export interface SourceStore {
  /** In the order in which they were brought in. */
  list(): Source[];
  find(id: SourceId): Source | undefined;
  findByLabel(label: string): Source | undefined;
  /** The source that already has these bytes as one of its editions. */
  findBySha256(sha256: string): Source | undefined;
  /** Every label ever given. */
  labels(): string[];
  /** Oldest first. */
  editionIds(source: SourceId): EditionId[];
  sourceOfEdition(edition: EditionId): SourceId | undefined;
  /** Numbered paragraphs of an edition. */
  countNumbered(edition: EditionId): number;
  /** The same of every current edition; one without any is missing. */
  countAllNumbered(): ReadonlyMap<EditionId, number>;
  /** With all its paragraphs: one edition at a time, never all of them. */
  edition(id: EditionId): Edition | undefined;
  paragraph(edition: EditionId, id: ParagraphId): Paragraph | undefined;
  originalBytes(edition: EditionId): Uint8Array | undefined;
  add(source: Source, edition: Edition, bytes: Uint8Array): void;
  /** Stores numbers and leftovers of an edition's paragraphs anew; their texts never change. */
  renumber(edition: EditionId, paragraphs: readonly Paragraph[]): void;
}

const metadataSchema = importedDocumentSchema.entries.metadata;

const numberedOfCurrent = `
  SELECT edition, count(number) AS count FROM paragraphs
  WHERE edition IN (SELECT current_edition FROM sources) GROUP BY edition`;

function toSource(row: Row): Source {
  return {
    id: asSourceId(String(row['id'])),
    label: String(row['label']),
    title: String(row['title']),
    metadata: readStored(metadataSchema, row['metadata']),
    currentEdition: asEditionId(String(row['current_edition'])),
  };
}

function toParagraph(row: Row): Paragraph {
  return {
    id: asParagraphId(String(row['id'])),
    kind: readWord(paragraphKinds, row['kind']),
    text: String(row['text']),
    leftover: row['leftover'] === 1,
    number: row['number'] === null ? null : Number(row['number']),
  };
}

function insertSource(database: Database, source: Source): void {
  database.run(
    `INSERT INTO sources (id, position, label, title, metadata, current_edition)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM sources), ?, ?, ?, ?)`,
    [source.id, source.label, source.title, JSON.stringify(source.metadata), source.currentEdition],
  );
}

function insertEdition(database: Database, edition: Edition, bytes: Uint8Array): void {
  database.run(
    `INSERT INTO editions (id, source, sha256, file_name, byte_length, imported_at) VALUES (?, ?, ?, ?, ?, ?)`,
    [edition.id, edition.source, edition.sha256, edition.fileName, edition.byteLength, edition.importedAt],
  );
  database.run('INSERT INTO edition_bytes (edition, bytes) VALUES (?, ?)', [edition.id, bytes]);
  for (const [position, paragraph] of edition.paragraphs.entries()) {
    database.run(
      `INSERT INTO paragraphs (id, edition, position, kind, number, leftover, text) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        paragraph.id,
        edition.id,
        position,
        paragraph.kind,
        paragraph.number,
        paragraph.leftover ? 1 : 0,
        paragraph.text,
      ],
    );
  }
}

function readEdition(database: Database, id: EditionId): Edition | undefined {
  const row = database.get('SELECT * FROM editions WHERE id = ?', [id]);
  if (row === undefined) return undefined;
  return {
    id,
    source: asSourceId(String(row['source'])),
    sha256: String(row['sha256']),
    fileName: String(row['file_name']),
    byteLength: Number(row['byte_length']),
    importedAt: String(row['imported_at']),
    paragraphs: database
      .all('SELECT * FROM paragraphs WHERE edition = ? ORDER BY position', [id])
      .map(toParagraph),
  };
}

/** Sources, their editions and their paragraphs. Throws DamagedDossier when what is stored breaks core's rules. */
export function createSourceStore(database: Database): SourceStore {
  const one = (sql: string, value: string) => {
    const row = database.get(sql, [value]);
    return row === undefined ? undefined : toSource(row);
  };
  return {
    list: () => database.all('SELECT * FROM sources ORDER BY position').map(toSource),
    find: (id) => one('SELECT * FROM sources WHERE id = ?', id),
    findByLabel: (label) => one('SELECT * FROM sources WHERE label = ?', label),
    findBySha256: (sha256) =>
      one('SELECT * FROM sources WHERE id = (SELECT source FROM editions WHERE sha256 = ?)', sha256),
    labels: () => database.all('SELECT label FROM sources').map((row) => String(row['label'])),
    editionIds: (source) =>
      database
        .all('SELECT id FROM editions WHERE source = ? ORDER BY imported_at, rowid', [source])
        .map((row) => asEditionId(String(row['id']))),
    sourceOfEdition(edition) {
      const row = database.get('SELECT source FROM editions WHERE id = ?', [edition]);
      return row === undefined ? undefined : asSourceId(String(row['source']));
    },
    countNumbered(edition) {
      const row = database.get(
        'SELECT count(*) AS count FROM paragraphs WHERE edition = ? AND number IS NOT NULL',
        [edition],
      );
      return Number(row?.['count'] ?? 0);
    },
    countAllNumbered: () =>
      new Map(
        database
          .all(numberedOfCurrent)
          .map((row) => [asEditionId(String(row['edition'])), Number(row['count'])] as const),
      ),
    edition: (id) => readEdition(database, id),
    paragraph(edition, id) {
      const row = database.get('SELECT * FROM paragraphs WHERE id = ? AND edition = ?', [id, edition]);
      return row === undefined ? undefined : toParagraph(row);
    },
    originalBytes(edition) {
      const bytes = database.get('SELECT bytes FROM edition_bytes WHERE edition = ?', [edition])?.['bytes'];
      return bytes instanceof Uint8Array ? bytes : undefined;
    },
    add(source, edition, bytes) {
      database.write(() => {
        insertSource(database, source);
        insertEdition(database, edition, bytes);
        indexEdition(
          database,
          edition.id,
          edition.paragraphs.map(({ text }) => text),
        );
      });
    },
    renumber(edition, paragraphs) {
      database.write(() => {
        for (const { id, number, leftover } of paragraphs) {
          database.run('UPDATE paragraphs SET number = ?, leftover = ? WHERE id = ? AND edition = ?', [
            number,
            leftover ? 1 : 0,
            id,
            edition,
          ]);
        }
      });
    },
  };
}
