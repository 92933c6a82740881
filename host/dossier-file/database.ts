/**
 * The one place that knows libsql: a typed, narrow door to one SQLite file.
 * libsql ends the whole process when it is given a boolean or reads a text that is not UTF-8, cuts text at a NUL, and keeps a file locked after `close`
 * while statements live; this file is where that stops.
 */
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import type { DossierKey } from './passphrase/dossier-key.ts';
import { appendKeyRecord, keepKeyRecord } from './passphrase/kept-key-record.ts';
import { hasJournal } from './private-copy.ts';
import { isStorable } from './storable-text.ts';

export type Value = string | number | null | Uint8Array;
/** Columns by name; blobs are Uint8Arrays. */
export type Row = Readonly<Record<string, Value>>;

export interface Database {
  all(sql: string, values?: readonly Value[]): Row[];
  /** The first row. */
  get(sql: string, values?: readonly Value[]): Row | undefined;
  /** Only inside `write`. Returns how many rows changed. */
  run(sql: string, values?: readonly Value[]): number;
  /** Statements without values and without results. Only inside `write`. */
  execute(sql: string): void;
  /** One transaction, on disk when this returns. Rolls back what throws, and throws it on. */
  write<Outcome>(work: () => Outcome): Outcome;
  /** Whether anything was changed through this door. */
  readonly hasChanged: boolean;
  /**
   * Writes all of it, without what was deleted, into a file that is not there yet or is empty.
   * @param key that the copy is encrypted with, `null` for a plain one. Missing: as this one is.
   */
  copyInto(target: string, key?: DossierKey | null): void;
  /** Gives the room of what was deleted back to the disk. */
  compact(): void;
  /** Leaves one file without companions, and lets go of it. */
  close(): void;
}

export interface DatabaseHooks {
  /** Of an encrypted file; its record stays with the file whatever SQLite does to it. Missing or `null`: a plain file. */
  readonly key?: DossierKey | null;
  /** Read what can be read although the tables' own description may not hold together. Only for copies. */
  readonly salvage?: boolean;
  /** Called when a transaction is about to make its first change. What it throws stops the change. */
  readonly beforeChange?: () => void;
  /** Called at the end of `close`: the file is whole and still locked. Only here may it be opened a second time. */
  readonly beforeRelease?: () => void;
}

/** The log of a plain file is folded in by SQLite itself, at about this length. Bytes. */
const longestLog = 4 * 1024 * 1024;
const patienceMs = 300; // a virus scanner's or a backup's short hold is not somebody's open dossier

function checked(values: readonly Value[]): Value[] {
  return values.map((value) => {
    if (typeof value === 'string' && !isStorable(value)) {
      throw new TypeError('Text with a NUL or half a surrogate pair would be stored as something else.');
    }
    return value;
  });
}

function cleanRow(raw: unknown): Row {
  const row: Record<string, Value> = {};
  for (const [name, value] of Object.entries(raw as Record<string, Value | ArrayBuffer>)) {
    if (name === '_metadata') continue;
    row[name] = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
  }
  return row;
}

const encryptedWith = (key: DossierKey) => ({
  encryptionCipher: 'aes256cbc',
  encryptionKey: key.databaseKey,
});

function connect(path: string, key: DossierKey | null): Libsql.Database {
  return new Libsql(path, { timeout: patienceMs, ...(key === null ? {} : encryptedWith(key)) });
}

/**
 * Opens a file for this process alone: a second process, or a second `openDatabase`, gets SQLITE_BUSY.
 * The file is not changed before the first `run`. Throws SqliteError.
 */
export function openDatabase(path: string, hooks: DatabaseHooks = {}): Database {
  const key = hooks.key ?? null;
  const record = key && keepKeyRecord(path, key.record);
  const connection = connect(path, key);
  const statements = new Map<string, Libsql.Statement>();
  let writing = false;
  let hasChanged = false;

  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  /** Begins at the first change, so that a dossier which is only read, or a step that is refused, keeps its bytes. */
  const begin = () => {
    if (connection.inTransaction) return;
    hooks.beforeChange?.();
    hasChanged = true;
    if (record !== null) {
      record.protect(); // the record must outlive whatever happens to the last page
      connection.exec('PRAGMA wal_autocheckpoint=0');
    }
    connection.exec('PRAGMA journal_mode=WAL');
    connection.exec('BEGIN IMMEDIATE');
  };
  /** What SQLite does by itself in a plain file: here the record is put back behind the last page at once. */
  const foldLogIn = () => {
    if (record === null || (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) < longestLog)
      return;
    record.protect();
    if (tolerate('PRAGMA wal_checkpoint(TRUNCATE)')) record.restore();
  };
  const rollBack = () => {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  };

  /**
   * For what a full or failing disk may not allow at the end, and which loses nothing: the journal stays beside the
   * file with all that is in it, and the next opening folds it in.
   */
  const tolerate = (sql: string) => {
    try {
      connection.exec(sql);
      return true;
    } catch (thrown) {
      if (sqliteCode(thrown) === undefined) throw thrown;
      return false;
    }
  };

  try {
    if (record !== null && hasJournal(path)) record.protect(); // SQLite will work off what a crash left
    connection.exec('PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON');
    connection.exec('PRAGMA temp_store=MEMORY'); // nothing of a dossier lies about in temporary files
    if (hooks.salvage === true) connection.exec('PRAGMA writable_schema=ON; PRAGMA cell_size_check=OFF');
    connection.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON');
    connection.exec('BEGIN EXCLUSIVE; COMMIT'); // takes the lock now, and in this mode keeps it
  } catch (cause) {
    rollBack();
    connection.close();
    record?.release();
    throw cause;
  }

  return {
    all: (sql, values = []) => prepare(sql).all(checked(values)).map(cleanRow),
    get(sql, values = []) {
      const [first] = prepare(sql).all(checked(values));
      return first === undefined ? undefined : cleanRow(first);
    },
    run(sql, values = []) {
      if (!writing) throw new Error('A change outside of `write` would not be one transaction.');
      begin();
      return prepare(sql).run(checked(values)).changes;
    },
    execute(sql) {
      if (!writing) throw new Error('A change outside of `write` would not be one transaction.');
      begin();
      connection.exec(sql);
    },
    write(work) {
      if (writing) return work();
      writing = true;
      try {
        const outcome = work();
        if (connection.inTransaction) {
          connection.exec('COMMIT');
          foldLogIn();
        }
        return outcome;
      } catch (cause) {
        rollBack();
        throw cause;
      } finally {
        writing = false;
      }
    },
    get hasChanged() {
      return hasChanged;
    },
    copyInto(target, targetKey = key) {
      // As an address, because that is how SQLite takes a key; an empty one says that the copy is plain.
      const address = `${pathToFileURL(target).href}?key=${targetKey?.databaseKey ?? ''}`;
      connection.prepare('VACUUM INTO ?').run(address);
      if (targetKey !== null) appendKeyRecord(target, targetKey.record);
    },
    compact() {
      hooks.beforeChange?.();
      hasChanged = true;
      record?.protect();
      connection.exec('PRAGMA journal_mode=DELETE; VACUUM'); // in a log, the file itself would stay as long as it was
      record?.restore();
    },
    close() {
      try {
        const rewrites = record !== null && (hasChanged || record.isProtected || hasJournal(path));
        if (rewrites) record.protect();
        if (tolerate('PRAGMA journal_mode=DELETE')) {
          if (rewrites) record.restore();
          hooks.beforeRelease?.();
        }
        // libsql finalises statements only when they are collected, so the lock has to be given back by hand.
        tolerate('PRAGMA locking_mode=NORMAL; BEGIN; SELECT count(*) FROM sqlite_master; COMMIT');
      } finally {
        statements.clear();
        connection.close();
        record?.release();
      }
    },
  };
}

/** The name SQLite gives a failure (`SQLITE_BUSY`), or `undefined` for anything else that was thrown. */
export function sqliteCode(thrown: unknown): string | undefined {
  return thrown instanceof Libsql.SqliteError ? thrown.code : undefined;
}
