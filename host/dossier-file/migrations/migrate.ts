import { openDatabase, type Database } from '../database.ts';
import { firstTables } from './0001-first-tables.ts';

/** In order; the one at index n takes a dossier from version n to n + 1. None ever changes after a release. */
const migrations: readonly string[] = [firstTables];

/** The `user_version` that this program writes. */
export const currentVersion = migrations.length;

/** "Chnc": tells a dossier from every other SQLite file. */
export const applicationId = 0x43686e63;

/** Brings an open dossier of version `from` up to this program's, in one transaction. */
export function migrate(database: Database, from: number): void {
  if (from === currentVersion) return;
  database.write(() => {
    for (const migration of migrations.slice(from)) database.execute(migration);
    database.execute(`PRAGMA application_id=${String(applicationId)}`);
    database.execute(`PRAGMA user_version=${String(currentVersion)}`);
  });
}

function structure(database: Database): string {
  const rows = database.all('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name');
  return JSON.stringify(rows.map((row) => [row['type'], row['name'], row['tbl_name'], row['sql']]));
}

/** Whether the tables are exactly those that the migrations make: a file that was sent may bring triggers of its own. */
export function hasOwnStructure(database: Database): boolean {
  const model = openDatabase(':memory:');
  try {
    migrate(model, 0);
    return structure(model) === structure(database);
  } finally {
    model.close();
  }
}
