import { attributeOf, walkMarkup, type MarkupElement, type MarkupNode } from './markup-tree.ts';

/** A cell with more words than that is a column of a page, not a cell of a table. UTF-16 units. */
const longestCell = 4_000;

interface TableShape {
  readonly table: MarkupElement;
  cellsOfRow: number;
  cellsOfWidestRow: number;
  unitsOfCell: number;
  unitsOfLongestCell: number;
  holdsTable: boolean;
}

/**
 * The tables that only lay a page out, and whose cells are therefore read as text: those that say so, those that hold
 * another table, those with one cell in each row, and those with a cell as long as an article.
 */
export function findLayoutTables(root: MarkupNode): ReadonlySet<MarkupElement> {
  const layout = new Set<MarkupElement>();
  const open: TableShape[] = [];
  const enter = (element: MarkupElement) => {
    const shape = open.at(-1);
    if (element.localName === 'table') {
      if (shape !== undefined) shape.holdsTable = true;
      open.push(startShape(element));
    } else if (shape !== undefined && element.localName === 'tr') {
      shape.cellsOfRow = 0;
    } else if (shape !== undefined && (element.localName === 'td' || element.localName === 'th')) {
      shape.cellsOfRow += 1;
      shape.cellsOfWidestRow = Math.max(shape.cellsOfWidestRow, shape.cellsOfRow);
      shape.unitsOfCell = 0;
    }
    return true;
  };
  const leave = (element: MarkupElement) => {
    const shape = open.at(-1);
    if (shape === undefined || element !== shape.table) return;
    open.pop();
    if (isLayout(shape)) layout.add(element);
  };
  const text = ({ nodeValue }: MarkupNode) => {
    const shape = open.at(-1);
    if (shape === undefined) return;
    shape.unitsOfCell += nodeValue?.length ?? 0;
    shape.unitsOfLongestCell = Math.max(shape.unitsOfLongestCell, shape.unitsOfCell);
  };
  walkMarkup(root, { enter, leave, text });
  return layout;
}

const startShape = (table: MarkupElement): TableShape => ({
  table,
  cellsOfRow: 0,
  cellsOfWidestRow: 0,
  unitsOfCell: 0,
  unitsOfLongestCell: 0,
  holdsTable: false,
});

function isLayout({ table, cellsOfWidestRow, unitsOfLongestCell, holdsTable }: TableShape): boolean {
  const role = attributeOf(table, 'role').toLowerCase();
  if (role === 'presentation' || role === 'none') return true;
  return holdsTable || cellsOfWidestRow < 2 || unitsOfLongestCell > longestCell;
}
