/** Which rows of a block are those of a table: several in a row that hold cells, and the cells stand below one another. */
import type { Piece } from './form-lines.ts';
import type { Row } from './reading-order.ts';

/** Points by which the edges of cells in one column may differ. */
const aligned = 4;
const fewestRows = 2;

export function tableRowsOf(rows: readonly Row[]): Set<Row> {
  const found = new Set<Row>();
  let run: Row[] = [];
  const close = () => {
    if (run.length >= fewestRows) for (const row of run) found.add(row);
    run = [];
  };
  for (const row of rows) {
    const last = run.at(-1);
    if (row.length < 2) close();
    else if (last === undefined || standBelow(last, row)) run.push(row);
    else {
      close();
      run.push(row);
    }
  }
  close();
  return found;
}

/** All cells of the row with fewer of them, or all but one of many, stand below or above one of the other. */
function standBelow(above: Row, below: Row): boolean {
  const [fewer, more] = above.length <= below.length ? [above, below] : [below, above];
  const matched = fewer.filter((cell) => more.some((other) => isAligned(cell, other)));
  return matched.length >= Math.max(2, fewer.length - (fewer.length > 3 ? 1 : 0));
}

function isAligned(cell: Piece, other: Piece): boolean {
  return (
    Math.abs(cell.left - other.left) < aligned ||
    Math.abs(cell.right - other.right) < aligned ||
    Math.abs(cell.left + cell.right - other.left - other.right) < aligned
  );
}
