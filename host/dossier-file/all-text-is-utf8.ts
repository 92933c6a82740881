import { isUtf8 } from 'node:buffer';
import type { Database } from './database.ts';

const rowsAtOnce = 512;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** One value in bytes for many rows: a space between two texts keeps half a letter from finding its other half. */
const together = (column: string) => `CAST(group_concat(CAST(${column} AS TEXT), ' ') AS BLOB)`;

const isSound = (value: unknown) => !(value instanceof Uint8Array) || isUtf8(value);

function bytesOf(database: Database, sql: string): string[] | null {
  const values = database.all(sql).map((row) => row['bytes']);
  return values.every(isSound)
    ? values.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : ''))
    : null;
}

function tableIsSound(database: Database, table: string): boolean {
  const columns = bytesOf(
    database,
    `SELECT CAST(name AS BLOB) AS bytes FROM pragma_table_info('${table.replaceAll("'", "''")}')`,
  );
  if (columns === null) return false;
  const limits = database.get(`SELECT min(rowid) AS first, max(rowid) AS last FROM ${quoted(table)}`);
  const last = Number(limits?.['last'] ?? -1);
  const all = columns
    .map((column) => quoted(column))
    .map((column) => together(`CASE typeof(${column}) WHEN 'text' THEN ${column} END`))
    .map((expression, index) => `${expression} AS c${String(index)}`);
  const sql = `SELECT max(rowid) AS reached, ${all.join(', ')} FROM
    (SELECT rowid, * FROM ${quoted(table)} WHERE rowid > ? ORDER BY rowid LIMIT ${String(rowsAtOnce)})`;
  let reached = Number(limits?.['first'] ?? 0) - 1;
  while (reached < last) {
    const row = database.get(sql, [reached]);
    if (row === undefined || row['reached'] === null) break;
    if (!Object.values(row).every(isSound) || Number(row['reached']) <= reached) return false;
    reached = Number(row['reached']);
  }
  return true;
}

/**
 * Whether every text can be read without ending the process. Looks at the tables with row numbers, which all of
 * Chancery's are, without ever asking for a text as such.
 */
export function allTextIsUtf8(database: Database): boolean {
  const describe = `SELECT CAST(coalesce(type, '') || ' ' || coalesce(name, '') || ' ' || coalesce(tbl_name, '') || ' ' || coalesce(sql, '') AS BLOB) AS bytes FROM sqlite_master`;
  if (bytesOf(database, describe) === null) return false;
  const tables = bytesOf(
    database,
    `SELECT CAST(name AS BLOB) AS bytes FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL TABLE%'
     AND sql NOT LIKE '%WITHOUT ROWID%'`,
  );
  return tables !== null && tables.every((table) => tableIsSound(database, table));
}
