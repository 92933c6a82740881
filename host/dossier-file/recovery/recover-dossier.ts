import {
  existsSync,
  readSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { NewId, Now } from '../../../core/dossier/ids.ts';
import type { RecoveredPart } from '../../../core/host-contract.ts';
import { done, refused, type Result } from '../../../core/result.ts';
import { openDatabase, sqliteCode, type Database, type Row, type Value } from '../database.ts';
import { dossierName } from '../dossier-file.ts';
import { indexAll } from '../migrations/0002-search-index.ts';
import { columnsOfVersion, currentVersion, migrate } from '../migrations/migrate.ts';
import type { DossierKey } from '../passphrase/dossier-key.ts';
import { companionEnding } from '../passphrase/kept-key-record.ts';
import { isOpenHere } from '../open-files.ts';
import { takePrivateCopy } from '../private-copy.ts';
import { readProperties, writeProperties } from '../property-store.ts';
import { lockedMessage, refusingStorageFailures } from '../storage-failure.ts';
import { countRows, salvageRows } from './salvage-rows.ts';
import { baseTables, fitTogether, type FoundRows } from './salvaged-dossier.ts';

interface RecoverOptions {
  /** Absolute. Nothing is there yet. */
  readonly target: string;
  /** Of the damaged dossier; what is recovered is locked with it as well. */
  readonly key: DossierKey | null;
  readonly scratchFolder: string;
  readonly now: Now;
  readonly newId: NewId;
}

// https://www.sqlite.org/fileformat2.html#the_database_header
const pageSizeAt = 16;
const pageCountAt = 28;

/** SQLite reads nothing of a file that is shorter than it says; empty pages in place of the lost ones make it try. */
function fillUpToLength(path: string): void {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  const stored = header.readUInt16BE(pageSizeAt);
  const wanted = header.readUInt32BE(pageCountAt) * (stored === 1 ? 65_536 : stored);
  const length = statSync(path).size;
  const believable = length * 1_000 + 1_000_000; // a spoilt count must not fill the disk
  if (wanted > length && wanted <= believable) truncateSync(path, wanted);
}

/** The version that a damaged file says it is of, as far as that can be believed. */
function versionOf(damaged: Database): number {
  try {
    const version = Number(damaged.get('PRAGMA user_version')?.['user_version']);
    return version >= 1 && version < currentVersion ? version : currentVersion;
  } catch (thrown) {
    if (sqliteCode(thrown) === undefined) throw thrown;
    return currentVersion;
  }
}

type Columns = (table: string) => string[];

const salvage = (damaged: Database, columns: Columns, table: string) =>
  columns(table).length === 0 ? [] : [...salvageRows(damaged, table, columns(table))];

function findRows(damaged: Database, columns: Columns) {
  const rows = baseTables.map((table) => [table, salvage(damaged, columns, table)]);
  const counts = new Map(baseTables.map((table) => [table, countRows(damaged, table)] as const));
  return { found: Object.fromEntries(rows) as FoundRows, counts };
}

/** Adds rows; returns those that the new file took. A row that breaks one of its rules is left out. */
function addRows(database: Database, columns: Columns, table: string, rows: readonly Row[]): number {
  let taken = 0;
  for (const row of rows) {
    // Those that a row does not have, as an older version had none, are what the table says.
    const own = columns(table).filter((column) => row[column] !== undefined && row[column] !== null);
    const places = own.map(() => '?').join(', ');
    const sql = `INSERT INTO ${table} (${own.join(', ')}) VALUES (${places})`;
    try {
      taken += database.run(
        sql,
        own.map((column): Value => row[column] ?? null),
      );
    } catch (thrown) {
      const refusedByTable = /^SQLITE_(CONSTRAINT|MISMATCH)/.test(sqliteCode(thrown) ?? '');
      if (!refusedByTable && !(thrown instanceof TypeError)) throw thrown;
    }
  }
  return taken;
}

/** Of later versions, in the order in which they refer to each other. The index for search is made anew. */
const laterTables = ['version_trees', 'note_versions'];

function addLaterRows(damaged: Database, database: Database, [theirs, ours]: [Columns, Columns]): void {
  for (const table of laterTables) addRows(database, ours, table, salvage(damaged, theirs, table));
}

function fill(path: string, damaged: Database, { target, key, now, newId }: RecoverOptions): RecoveredPart[] {
  closeSync(openSync(path, 'wx'));
  const database = openDatabase(path, { key });
  try {
    return database.write(() => {
      migrate(database, 0);
      database.execute('PRAGMA defer_foreign_keys=ON');
      const theirs = columnsOfVersion(versionOf(damaged));
      const ours = columnsOfVersion(currentVersion);
      const { found, counts } = findRows(damaged, theirs);
      const fitting = fitTogether(found, now);
      const taken = new Map(
        baseTables.map((table) => [table, addRows(database, ours, table, fitting[table])] as const),
      );
      const { id, title, createdAt, isSample } = readProperties(database);
      const properties = { createdAt: createdAt === '' ? now() : createdAt, isSample };
      const name = title === '' ? dossierName(target) : title;
      writeProperties(database, { ...properties, id: id === '' ? newId() : id, title: name });
      indexAll(database);
      addLaterRows(damaged, database, [theirs, ours]);
      return (['sources', 'paragraphs', 'annotations', 'notes'] as const).map((what): RecoveredPart => {
        const rows = taken.get(what) ?? 0;
        const before = counts.get(what) ?? null;
        return { what, found: rows, lost: before === null ? null : Math.max(0, before - rows) };
      });
    });
  } finally {
    database.close();
  }
}

function nothingFound() {
  return refused(
    'nothing-recovered',
    'Nothing of this dossier could be read any more, so no new file was made. Take the latest backup, or an earlier copy of the file.',
  );
}

function salvageInto(unfinished: string, copy: string, options: RecoverOptions): Result<RecoveredPart[]> {
  const { key } = options;
  if (key === null) fillUpToLength(copy);
  const damaged = openDatabase(copy, { salvage: true, key });
  try {
    const parts = fill(unfinished, damaged, options);
    return parts.some(({ found }) => found > 0) ? done(parts) : nothingFound();
  } finally {
    damaged.close();
  }
}

/**
 * Makes a new dossier of what can still be read of a damaged one, whose file stays as it is. Row by row and table by
 * table; what does not fit together is left out, and counted.
 */
export function recoverDossier(path: string, options: RecoverOptions): Result<RecoveredPart[]> {
  const target = resolve(options.target);
  if (isOpenHere(path)) return refused('locked', lockedMessage);
  if (existsSync(target)) {
    return refused(
      'already-exists',
      `There is already a file named “${basename(target)}”, and it was not touched. Choose another name.`,
    );
  }
  const unfinished = join(dirname(target), `.${basename(target)}.${options.newId()}.new`);
  const recovered = refusingStorageFailures((): Result<RecoveredPart[]> => {
    const copy = takePrivateCopy(path, options.scratchFolder);
    if (copy === null) return refused('locked', lockedMessage);
    try {
      const parts = salvageInto(unfinished, copy.path, { ...options, target });
      if (parts.ok) renameSync(unfinished, target);
      return parts;
    } finally {
      copy.remove();
      for (const ending of ['', '-wal', '-journal', companionEnding])
        rmSync(`${unfinished}${ending}`, { force: true });
    }
  });
  // What the damaged file itself refuses to the very first look.
  return !recovered.ok && recovered.error.code === 'damaged' ? nothingFound() : recovered;
}
