import { openDatabase, type Database } from '../database.ts';
import { firstTables } from './0001-first-tables.ts';
import { addSearchIndex } from './0002-search-index.ts';
import { addNoteVersions } from './0003-note-versions.ts';
import { addSourcesInFull } from './0004-sources-in-full.ts';

/** Statements, or what can't be said in SQL. */
type Migration = string | ((database: Database) => void);

/** In order; the one at index n takes a dossier from version n to n + 1. None ever changes after a release. */
const migrations: readonly Migration[] = [firstTables, addSearchIndex, addNoteVersions, addSourcesInFull];

/** The `user_version` that this program writes. */
export const currentVersion = migrations.length;

/** "Chnc": tells a dossier from every other SQLite file. */
export const applicationId = 0x43686e63;

/** Brings an open dossier of version `from` up to version `to`, in one transaction. */
export function migrate(database: Database, from: number, to = currentVersion): void {
  if (from === to) return;
  database.write(() => {
    for (const migration of migrations.slice(from, to)) {
      if (typeof migration === 'string') database.execute(migration);
      else migration(database);
    }
    database.execute(`PRAGMA application_id=${String(applicationId)}`);
    database.execute(`PRAGMA user_version=${String(to)}`);
  });
}

function structure(database: Database): string {
  const rows = database.all('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name');
  return JSON.stringify(rows.map((row) => [row['type'], row['name'], row['tbl_name'], row['sql']]));
}

/** What the columns of a table are called in dossiers of a version, whatever a file says of itself. */
export function columnsOfVersion(version: number): (table: string) => string[] {
  const model = openDatabase(':memory:');
  try {
    migrate(model, 0, version);
    const tables = model
      .all("SELECT name FROM sqlite_master WHERE type = 'table'")
      .map((row) => String(row['name']));
    const columns = new Map(
      tables.map((table) => [
        table,
        model.all(`SELECT name FROM pragma_table_info('${table}')`).map((row) => String(row['name'])),
      ]),
    );
    return (table) => columns.get(table) ?? [];
  } finally {
    model.close();
  }
}

/** Whether the tables are exactly those that the migrations make: a file that was sent may bring triggers of its own. */
export function hasOwnStructure(database: Database, version = currentVersion): boolean {
  const model = openDatabase(':memory:');
  try {
    migrate(model, 0, version);
    return structure(model) === structure(database);
  } finally {
    model.close();
  }
}
