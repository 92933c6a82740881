/**
 * Pasting into a table overwrites only what is selected. The editor would lay a table that is pasted over the cells from
 * the caret on, whatever they hold, and lines of text over the rows below.
 */
import {
  $findCellNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $isTableSelection,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import {
  $getSelection,
  $isRangeSelection,
  type BaseSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  PASTE_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import { $flattened } from './flatten-blocks.ts';
import { $clearCells } from './selected-cells.ts';

export function registerPasteIntoTable(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes, selection }) => $pasteNodes(nodes, selection),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const types = 'clipboardData' in event ? event.clipboardData?.types : undefined;
        const isText = types?.includes('text/plain') === true && types.length === 1;
        if (isText && $isTableSelection($getSelection())) $clearCells($selectedCells($getSelection()));
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function $pasteNodes(nodes: LexicalNode[], selection: BaseSelection): boolean {
  const cells = $selectedCells(selection);
  const [first] = cells;
  if (first === undefined) return false;
  const [table] = nodes;
  if (nodes.length === 1 && $isTableNode(table) && $hasRoomFor(table, cells)) return false;
  if ($isTableSelection(selection)) $clearCells(cells);
  const caret = $getSelection();
  if (!$isRangeSelection(caret)) return false;
  caret.insertNodes($flattened(nodes));
  return true;
}

/** The cells that are selected, or the one that the caret is in. */
function $selectedCells(selection: BaseSelection | null): TableCellNode[] {
  if ($isTableSelection(selection)) return selection.getNodes().filter($isTableCellNode);
  if (!$isRangeSelection(selection)) return [];
  const [cell, other] = [selection.anchor, selection.focus].map((point) => $findCellNode(point.getNode()));
  return cell && cell.is(other) ? [cell] : [];
}

/** Whether what it would cover is selected, or empty. */
function $hasRoomFor(table: TableNode, cells: readonly TableCellNode[]): boolean {
  const [first] = cells;
  const row = first?.getParent();
  if (first === undefined || !$isTableRowNode(row)) return false;
  const below = [row, ...row.getNextSiblings()].filter($isTableRowNode);
  const column = first.getIndexWithinParent();
  return table
    .getChildren()
    .filter($isTableRowNode)
    .every((pasted, index) => {
      const covered = below[index]?.getChildren().slice(column, column + pasted.getChildrenSize()) ?? [];
      return covered.every(
        (cell) =>
          cell.getTextContent().trim() === '' || (cells.length > 1 && cells.some((each) => each.is(cell))),
      );
    });
}
