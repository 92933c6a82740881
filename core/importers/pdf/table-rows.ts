/**
 * The rows of tables in a block. Only what can't be anything else: lines that follow one another, each with a gap as
 * wide as between columns, and strips that are empty in all of them wherever one of them has such a gap.
 */
import type { Piece, Word } from './form-lines.ts';
import type { Row } from './reading-order.ts';

/** From and to, in points from the left edge of the page. */
interface Strip {
  readonly from: number;
  readonly to: number;
}

/** In sizes of the type: a strip between two columns is wider than a space, and that over several rows is no accident. */
const stripWidth = 0.3;
const stripWidthOfFew = 0.42;
const few = 2;
/** A line of one cell that is no farther than this from the row above it goes on with that. */
const closeLines = 1.45;
const fewestRows = 2;

/**
 * The table rows by the row that each was: its cells in reading order, `null` for a line that went into the row above.
 * What is not in it is text.
 */
export function tableRowsOf(rows: readonly Row[], rightToLeft: boolean): Map<Row, Row | null> {
  const found = new Map<Row, Row | null>();
  for (let index = 0; index < rows.length;) {
    const table = tableFrom(rows, index);
    if (table.rows.length < fewestRows) index += 1;
    else {
      fillTable(found, table, rightToLeft);
      index += table.rows.length;
    }
  }
  return found;
}

interface Table {
  readonly rows: readonly Row[];
  readonly strips: readonly Strip[];
}

function tableFrom(rows: readonly Row[], start: number): Table {
  let table: Table = { rows: [], strips: [{ from: -Infinity, to: Infinity }] };
  for (let index = start; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined || !(row.length > 1 || isContinuation(rows, index, table))) break;
    const size = Math.max(...row.map((piece) => piece.size));
    const strips = intersect(table.strips, emptyStrips(row), size * stripWidth);
    const all = [...table.rows, row];
    if (!all.every((one) => hasItsGapsIn(one, strips))) break;
    table = { rows: all, strips };
  }
  return table;
}

/** A line of one cell between two rows, close under the first. */
function isContinuation(rows: readonly Row[], index: number, table: Table): boolean {
  const [above, row, below] = [rows[index - 1], rows[index], rows[index + 1]];
  if (above === undefined || row === undefined || below === undefined || table.rows.length === 0)
    return false;
  const [piece] = row;
  const step = piece.base - above[0].base;
  return below.length > 1 && step < piece.size * closeLines && below[0].base - piece.base > step * 1.1;
}

function emptyStrips(row: Row): Strip[] {
  const words = row.flatMap((piece) => piece.words).toSorted((one, other) => one.left - other.left);
  const strips: Strip[] = [];
  let from = -Infinity;
  for (const { left, right } of words) {
    if (left > from) strips.push({ from, to: left });
    from = Math.max(from, right);
  }
  return [...strips, { from, to: Infinity }];
}

function intersect(some: readonly Strip[], others: readonly Strip[], narrowest: number): Strip[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      return to - from >= narrowest ? [{ from, to }] : [];
    }),
  );
}

/** Every wide gap of the row must hold a strip, or its two sides would be one cell. */
function hasItsGapsIn(row: Row, strips: readonly Strip[]): boolean {
  const pieces = row.toSorted((one, other) => one.left - other.left);
  return pieces.slice(1).every((piece, index) => {
    const before = pieces[index]?.right ?? 0;
    return strips.some(({ from, to }) => Math.min(to, piece.left) > Math.max(from, before));
  });
}

function fillTable(found: Map<Row, Row | null>, { rows, strips }: Table, rightToLeft: boolean): void {
  const narrowest = rows.length > few ? 0 : stripWidthOfFew * (rows[0]?.[0].size ?? 0);
  const bounds = strips
    .filter(({ from, to }) => Number.isFinite(to - from) && to - from >= narrowest)
    .map(({ from, to }) => (from + to) / 2);
  let key: Row | undefined;
  let cells: Piece[] = [];
  for (const row of rows) {
    const own = cellsOf(row, bounds, rightToLeft);
    if (row.length > 1 || key === undefined) {
      key = row;
      cells = own;
    } else {
      cells = cells.map((cell, index) => appendTo(cell, own[index] ?? cell));
      found.set(row, null);
    }
    const [first, ...others] = withoutEmptyEnds(cells);
    if (first !== undefined) found.set(key, [first, ...others]);
  }
}

/** One piece for each column; of an empty cell, one without text. */
function cellsOf(row: Row, bounds: readonly number[], rightToLeft: boolean): Piece[] {
  const cells = [-Infinity, ...bounds].map((from, index) => {
    const to = bounds[index] ?? Infinity;
    const parts = row.flatMap((piece) => {
      const words = piece.words.filter(
        ({ left, right }) => (left + right) / 2 >= from && (left + right) / 2 < to,
      );
      return words.length === 0 ? [] : [partOf(piece, words)];
    });
    const [first, ...others] = parts;
    return first === undefined
      ? { ...row[0], text: '', words: [], urls: [] }
      : others.reduce(appendTo, first);
  });
  return rightToLeft ? cells.toReversed() : cells;
}

function partOf(piece: Piece, words: readonly Word[]): Piece {
  const start = Math.min(...words.map((word) => word.start));
  const end = Math.max(...words.map((word) => word.end));
  return {
    ...piece,
    text: piece.text.slice(start, end),
    urls: piece.urls.slice(start, end),
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
  };
}

function appendTo(cell: Piece, more: Piece): Piece {
  if (more.text === '' || more === cell) return cell;
  if (cell.text === '') return more;
  const urls = cell.urls.length + more.urls.length === 0 ? [] : [...cell.urls, null, ...more.urls];
  return { ...cell, text: `${cell.text} ${more.text}`, urls };
}

function withoutEmptyEnds(cells: readonly Piece[]): Piece[] {
  const filled = cells.map(({ text }) => text !== '');
  return cells.slice(filled.indexOf(true), filled.lastIndexOf(true) + 1);
}
