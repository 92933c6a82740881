/**
 * The one place that knows libsql: a typed, narrow door to one SQLite file.
 * libsql ends the whole process when it is given a boolean, cuts text at a NUL, and keeps a file locked after `close`
 * while statements live; this file is where that stops.
 */
import Libsql from 'libsql';
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
  /** Leaves one file without companions, and lets go of it. */
  close(): void;
}

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

/**
 * Opens a file for this process alone: a second process, or a second `openDatabase`, gets SQLITE_BUSY.
 * The file is not changed before the first `run`. Throws SqliteError.
 */
export function openDatabase(path: string): Database {
  const connection = new Libsql(path, { timeout: patienceMs });
  const statements = new Map<string, Libsql.Statement>();
  let writing = false;

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
    connection.exec('PRAGMA journal_mode=WAL');
    connection.exec('BEGIN IMMEDIATE');
  };
  const rollBack = () => {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  };

  try {
    connection.exec('PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON');
    connection.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON');
    connection.exec('BEGIN EXCLUSIVE; COMMIT'); // takes the lock now, and in this mode keeps it
  } catch (cause) {
    rollBack();
    connection.close();
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
        if (connection.inTransaction) connection.exec('COMMIT');
        return outcome;
      } catch (cause) {
        rollBack();
        throw cause;
      } finally {
        writing = false;
      }
    },
    close() {
      try {
        connection.exec('PRAGMA journal_mode=DELETE');
        // libsql finalises statements only when they are collected, so the lock has to be given back by hand.
        connection.exec('PRAGMA locking_mode=NORMAL; BEGIN; SELECT count(*) FROM sqlite_master; COMMIT');
      } finally {
        statements.clear();
        connection.close();
      }
    },
  };
}

/** The name SQLite gives a failure (`SQLITE_BUSY`), or `undefined` for anything else that was thrown. */
export function sqliteCode(thrown: unknown): string | undefined {
  return thrown instanceof Libsql.SqliteError ? thrown.code : undefined;
}
