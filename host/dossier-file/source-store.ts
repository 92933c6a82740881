import {
  asEditionId,
  asParagraphId,
  asSourceId,
  type EditionId,
  type ParagraphId,
  type SourceId,
} from '../../core/dossier/ids.ts';
import { paragraphKinds, type Edition, type Paragraph, type Source } from '../../core/dossier/source.ts';
import { structureOf, type EditionStructure } from '../../core/dossier/correct-structure.ts';
import { metadataSchema } from '../../core/dossier/metadata-schema.ts';
import { notAssessed, sourceAssessmentSchema } from '../../core/dossier/source-assessment.ts';
import { linksSchema, type EditionSummary } from '../../core/host-contract.ts';
import type { Database, Row } from './database.ts';
import { forgetEdition, indexEdition } from './search-index.ts';
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
  /** Without their texts, oldest first. */
  editions(source: SourceId): EditionSummary[];
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
  /** Changes its title, metadata and assessment; which edition is read, and its label, stay. */
  describe(source: Pick<Source, 'id' | 'title' | 'metadata' | 'assessment'>): void;
  /**
   * A newer text of a source, which is read from now on. The older ones stay.
   * @param bytes `null` where an earlier edition was made from the same ones
   */
  addEdition(edition: Edition, bytes: Uint8Array | null): void;
  /** How an edition is cut into paragraphs, with what has to be known to correct it. */
  structure(edition: EditionId): EditionStructure | undefined;
  /** Corrects it. The caller has made sure that nothing rests on a paragraph that changes. */
  restructure(structure: EditionStructure): void;
}

const numberedOfCurrent = `
  SELECT edition, count(number) AS count FROM paragraphs
  WHERE edition IN (SELECT current_edition FROM sources) GROUP BY edition`;

function toSource(row: Row): Source {
  return {
    id: asSourceId(String(row['id'])),
    label: String(row['label']),
    title: String(row['title']),
    metadata: readStored(metadataSchema, row['metadata']),
    assessment:
      row['assessment'] === null ? notAssessed : readStored(sourceAssessmentSchema, row['assessment']),
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
    ...(typeof row['page'] === 'number' ? { page: row['page'] } : {}),
    ...(typeof row['links'] === 'string' ? { links: readStored(linksSchema, row['links']) } : {}),
  };
}

function insertSource(database: Database, source: Source): void {
  database.run(
    `INSERT INTO sources (id, position, label, title, metadata, assessment, current_edition)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM sources), ?, ?, ?, ?, ?)`,
    [
      source.id,
      source.label,
      source.title,
      JSON.stringify(source.metadata),
      JSON.stringify(source.assessment),
      source.currentEdition,
    ],
  );
}

function insertEdition(database: Database, edition: Edition, bytes: Uint8Array | null): void {
  database.run(
    `INSERT INTO editions (id, source, sha256, file_name, byte_length, imported_at) VALUES (?, ?, ?, ?, ?, ?)`,
    [edition.id, edition.source, edition.sha256, edition.fileName, edition.byteLength, edition.importedAt],
  );
  if (bytes !== null)
    database.run('INSERT INTO edition_bytes (edition, bytes) VALUES (?, ?)', [edition.id, bytes]);
  insertParagraphs(database, edition.id, edition.paragraphs);
}

function insertParagraphs(database: Database, edition: EditionId, paragraphs: readonly Paragraph[]): void {
  for (const [position, { id, kind, number, leftover, text, page, links }] of paragraphs.entries()) {
    database.run(
      `INSERT INTO paragraphs (id, edition, position, kind, number, leftover, text, page, links)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        edition,
        position,
        kind,
        number,
        leftover ? 1 : 0,
        text,
        page ?? null,
        links === undefined ? null : JSON.stringify(links),
      ],
    );
  }
}

/** Puts other paragraphs in the place of an edition's; those that are annotated have to stay among them. */
function replaceParagraphs(database: Database, { edition, paragraphs, idsGiven }: EditionStructure): void {
  database.execute('PRAGMA defer_foreign_keys=ON'); // anchors refer to paragraphs that come back at once
  database.run('DELETE FROM paragraphs WHERE edition = ?', [edition]);
  insertParagraphs(database, edition, paragraphs);
  database.run('UPDATE editions SET ids_given = ? WHERE id = ?', [idsGiven, edition]);
  forgetEdition(database, edition);
  indexEdition(
    database,
    edition,
    paragraphs.map(({ text }) => text),
  );
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
  const storeEdition = (edition: Edition, bytes: Uint8Array | null) => {
    insertEdition(database, edition, bytes);
    indexEdition(
      database,
      edition.id,
      edition.paragraphs.map(({ text }) => text),
    );
  };
  return {
    list: () => database.all('SELECT * FROM sources ORDER BY position').map(toSource),
    find: (id) => one('SELECT * FROM sources WHERE id = ?', id),
    findByLabel: (label) => one('SELECT * FROM sources WHERE label = ?', label),
    findBySha256: (sha256) =>
      one('SELECT * FROM sources WHERE id = (SELECT source FROM editions WHERE sha256 = ? LIMIT 1)', sha256),
    labels: () => database.all('SELECT label FROM sources').map((row) => String(row['label'])),
    editionIds: (source) =>
      database
        .all('SELECT id FROM editions WHERE source = ? ORDER BY imported_at, rowid', [source])
        .map((row) => asEditionId(String(row['id']))),
    editions: (source) =>
      database
        .all(
          `SELECT id, file_name, sha256, imported_at,
             (SELECT count(*) FROM paragraphs WHERE edition = editions.id AND number IS NOT NULL) AS numbered
           FROM editions WHERE source = ? ORDER BY imported_at, rowid`,
          [source],
        )
        .map((row) => ({
          id: asEditionId(String(row['id'])),
          fileName: String(row['file_name']),
          sha256: String(row['sha256']),
          importedAt: String(row['imported_at']),
          numberedParagraphs: Number(row['numbered']),
        })),
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
      const bytes = database.get(
        `SELECT bytes FROM edition_bytes WHERE edition IN
           (SELECT id FROM editions WHERE sha256 = (SELECT sha256 FROM editions WHERE id = ?))`,
        [edition],
      )?.['bytes'];
      return bytes instanceof Uint8Array ? bytes : undefined;
    },
    add(source, edition, bytes) {
      database.write(() => {
        insertSource(database, source);
        storeEdition(edition, bytes);
      });
    },
    describe({ id, title, metadata, assessment }) {
      database.write(() => {
        database.run('UPDATE sources SET title = ?, metadata = ?, assessment = ? WHERE id = ?', [
          title,
          JSON.stringify(metadata),
          JSON.stringify(assessment),
          id,
        ]);
      });
    },
    addEdition(edition, bytes) {
      database.write(() => {
        storeEdition(edition, bytes);
        database.run('UPDATE sources SET current_edition = ? WHERE id = ?', [edition.id, edition.source]);
      });
    },
    structure(id) {
      const edition = readEdition(database, id);
      const given = database.get('SELECT ids_given FROM editions WHERE id = ?', [id])?.['ids_given'];
      return edition && structureOf(edition, Number(given ?? 0));
    },
    restructure(structure) {
      database.write(() => {
        replaceParagraphs(database, structure);
      });
    },
  };
}
