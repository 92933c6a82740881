/** A table goes only as a whole: of one that is selected in part, the cells stay. */
import {
  $findCellNode,
  $isTableCellNode,
  $isTableNode,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import { $createParagraphNode, type LexicalNode, type PointType, type RangeSelection } from 'lexical';

/**
 * Draws the ends of the selection out of tables that it reaches into, so that it can be removed; within one table it
 * empties the cells that are selected instead. `false`: that was all there was to remove.
 */
export function $keepTables(selection: RangeSelection): boolean {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const [first, last] = [$outermostTable(start.getNode()), $outermostTable(end.getNode())];
  if (first !== null && first.is(last)) {
    if ($isInOneCell(start, end)) return true;
    $clearCells($cellsOf(selection));
    return false;
  }
  const caret = { key: selection.focus.key, offset: selection.focus.offset, type: selection.focus.type };
  if (first !== null) $setBeside(start, first, 1);
  if (last !== null) $setBeside(end, last, 0);
  if (!selection.isCollapsed()) return true;
  for (const point of [start, end]) point.set(caret.key, caret.offset, caret.type);
  return false;
}

/** Empties them, with the caret in the first. */
export function $clearCells(cells: readonly TableCellNode[]): void {
  for (const cell of cells) cell.clear().append($createParagraphNode());
  cells[0]?.selectStart();
}

function $outermostTable(node: LexicalNode): TableNode | null {
  return [node, ...node.getParents()].findLast($isTableNode) ?? null;
}

function $isInOneCell(start: PointType, end: PointType): boolean {
  const cell = $findCellNode(start.getNode());
  return cell !== null && cell.is($findCellNode(end.getNode()));
}

function $cellsOf(selection: RangeSelection): TableCellNode[] {
  const ends = [selection.anchor, selection.focus].map((point) => $findCellNode(point.getNode()));
  const cells = new Map<string, TableCellNode>();
  for (const node of [...selection.getNodes(), ...ends]) {
    if ($isTableCellNode(node)) cells.set(node.getKey(), node);
  }
  return [...cells.values()];
}

function $setBeside(point: PointType, table: TableNode, offset: 0 | 1): void {
  point.set(table.getParentOrThrow().getKey(), table.getIndexWithinParent() + offset, 'element');
}
