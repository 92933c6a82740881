import type { Element } from '@xmldom/xmldom';
import { childElements } from '../xml/elements.ts';
import { odfName } from './odf-names.ts';

/** A cell with more words than that is a column of a page, not a cell of a table. UTF-16 units, as for web pages. */
const longestCell = 4_000;

/** A cell that another covers counts, and is empty, so that columns stay below one another. */
export function cellsOf(row: Element): Element[] {
  return Array.from(childElements(row)).filter((child) =>
    ['table:table-cell', 'table:covered-table-cell'].includes(odfName(child)),
  );
}

/** Whether the table only lays a page out, so that its cells are to be read as text and not put together to rows. */
export function isLayoutTable(table: Element): boolean {
  const rows = rowsOf(table);
  const widest = rows.reduce((cells, row) => Math.max(cells, cellsOf(row).length), 0);
  return widest < 2 || rows.some((row) => cellsOf(row).some((cell) => isColumn(cell)));
}

function rowsOf(table: Element): Element[] {
  return Array.from(childElements(table)).flatMap((child) =>
    odfName(child) === 'table:table-row' ? [child] : rowsOf(child),
  );
}

function isColumn(cell: Element): boolean {
  return (cell.textContent ?? '').length > longestCell || holdsTable(cell);
}

function holdsTable(element: Element): boolean {
  for (const child of childElements(element)) {
    if (odfName(child) === 'table:table' || holdsTable(child)) return true;
  }
  return false;
}
