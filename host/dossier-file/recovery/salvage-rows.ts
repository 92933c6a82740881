import { sqliteCode, type Database, type Row, type Value } from '../database.ts';
import { storable } from '../storable-text.ts';

const batch = 100;
/** How many row numbers are tried one by one where a page gives nothing: more than one page can hold, several times. */
const patience = 1_000;

/** What a damaged file gives; a refusal of this computer's disk, or a bug, is thrown on. */
function tryToRead<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (thrown) {
    const code = sqliteCode(thrown);
    if (code === undefined || /^SQLITE_(FULL|NOMEM|BUSY|LOCKED)/.test(code)) throw thrown;
    return undefined;
  }
}

function largestNumber(database: Database, table: string): number | undefined {
  const largest = tryToRead(() => database.get(`SELECT max(rowid) AS largest FROM ${table}`))?.['largest'];
  return typeof largest === 'number' ? largest : undefined;
}

/** Text is asked for as bytes: a letter that the damage spoilt must not cost the row, let alone end the process. */
function selection(columns: readonly string[]): string {
  const values = columns.map(
    (column) =>
      `CASE typeof(${column}) WHEN 'text' THEN CAST(${column} AS BLOB) ELSE ${column} END AS ${column},
       typeof(${column}) = 'text' AS "text ${column}"`,
  );
  return ['rowid AS "row number"', ...values].join(', ');
}

function readable(raw: Row, columns: readonly string[]): Row {
  const entries = columns.map((column): [string, Value] => {
    const value = raw[column] ?? null;
    const isText = raw[`text ${column}`] === 1 && value instanceof Uint8Array;
    return [column, isText ? storable(Buffer.from(value).toString('utf8')) : value];
  });
  return Object.fromEntries(entries);
}

/** The first row that can be read at or behind a number. */
function nextReadable(read: (number: number) => Row | undefined, from: number, end: number): Row | undefined {
  for (let number = from; number <= end; number += 1) {
    const row = tryToRead(() => read(number));
    if (row !== undefined) return row;
  }
  return undefined;
}

/** Every row of a table that can still be read, in the table's order, past pages that can't. */
export function* salvageRows(database: Database, table: string, columns: readonly string[]): Generator<Row> {
  const largest = largestNumber(database, table);
  const select = `SELECT ${selection(columns)} FROM ${table}`;
  const onward = `${select} WHERE rowid > ? ORDER BY rowid LIMIT`;
  const numberOf = (row: Row | undefined) => Number(row?.['row number']);
  const atNumber = (number: number) => database.get(`${select} WHERE rowid = ?`, [number]);
  let last = 0;
  for (;;) {
    let rows = tryToRead(() => database.all(`${onward} ${String(batch)}`, [last]));
    const atEnd = rows !== undefined && rows.length < batch;
    if (rows === undefined) {
      const end = Math.min(largest ?? Infinity, last + patience);
      const one =
        tryToRead(() => database.get(`${onward} 1`, [last])) ?? nextReadable(atNumber, last + 1, end);
      rows = one === undefined ? [] : [one];
    }
    const from = last;
    for (const row of rows) {
      if (numberOf(row) <= last) continue; // pages that lead back to where one came from
      last = numberOf(row);
      yield readable(row, columns);
    }
    if (atEnd || last === from) return;
  }
}

/** How many rows a table had, if that can still be told. */
export function countRows(database: Database, table: string): number | null {
  const count = tryToRead(() => database.get(`SELECT count(*) AS count FROM ${table}`))?.['count'];
  return typeof count === 'number' ? count : null;
}
