/** Moving a block past its neighbour: among the blocks of the note, of a quotation, of a footnote, or of one list. */
import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $getState,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $findTableNode } from '@lexical/table';
import { $isFootnoteDefinitionNode } from './footnote-definition-node.ts';
import { itemRoleState, listBreakState } from './node-state.ts';

/** Whether a row of a list belongs to the item above it: its nested list, or a further block of it. */
function $belongsAbove(row: LexicalNode): boolean {
  if (!$isListItemNode(row)) return false;
  const role = $getState(row, itemRoleState);
  return role === 'continues' || (role === null && $isListNode(row.getFirstChild()));
}

/** All rows of the item that this row is of. */
function $rowsOfItem(row: ListItemNode): LexicalNode[] {
  let first: LexicalNode = row;
  for (let above = first.getPreviousSibling(); above !== null && $belongsAbove(first);) {
    first = above;
    above = first.getPreviousSibling();
  }
  const rows = [first];
  for (let next = first.getNextSibling(); next !== null && $belongsAbove(next);) {
    rows.push(next);
    next = next.getNextSibling();
  }
  return rows;
}

/** The block that a node stands in, as the nodes that make it; of a table, the whole table. */
function $blockOf(node: LexicalNode): LexicalNode[] {
  const from = $findTableNode(node) ?? node;
  const item = $findMatchingParent(from, $isListItemNode);
  if (item !== null) return $rowsOfItem(item);
  const block = $findMatchingParent(from, (each) => $isRootOrShadowRoot(each.getParent()));
  return block === null ? [] : [block];
}

/** What a block can be moved past; `null` at the end of where it can stand. */
function $neighbour(block: readonly LexicalNode[], by: 1 | -1): LexicalNode[] | null {
  const first = block[0];
  const beside = by === 1 ? block.at(-1)?.getNextSibling() : first?.getPreviousSibling();
  if (!first || !beside) return null;
  // Footnotes stand behind the text.
  if ($isFootnoteDefinitionNode(beside) || $isFootnoteDefinitionNode(first)) return null;
  if (!$isListItemNode(beside)) return [beside];
  const rows = $rowsOfItem(beside);
  // Two lists that follow each other are one to the editor; an item stays in its own.
  const begins = by === 1 ? rows[0] : first;
  return begins !== undefined && $getState(begins, listBreakState) !== null ? null : rows;
}

/** Moves the neighbour past the block at the caret, which itself stays as it is; `false` where there is none. */
function $moveBlock(by: 1 | -1): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const block = $blockOf(selection.anchor.getNode());
  const neighbour = $neighbour(block, by);
  const [first] = block;
  const last = block.at(-1);
  if (neighbour === null || first === undefined || last === undefined) return false;
  if (by === 1) {
    // A list that begins with its neighbour’s break begins with it still.
    for (const node of neighbour) first.insertBefore(node);
  } else {
    let after: LexicalNode = last;
    for (const node of neighbour) after = after.insertAfter(node);
  }
  return true;
}

/** Moves the block at the caret up (-1) or down (1), in one step; at the end nothing happens. */
export function moveBlock(editor: LexicalEditor, by: 1 | -1): void {
  if (!editor.isEditable()) return;
  editor.update(
    () => {
      $moveBlock(by);
    },
    { tag: 'history-push' },
  );
}
