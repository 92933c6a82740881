/**
 * An item of a list may hold a block (a rule, a table, a quotation) where the editor expects text. A caret beside such a
 * block is in no text: before anything is written there, it gets a line to write it on.
 */
import { $createListItemNode, $isListItemNode, type ListItemNode } from '@lexical/list';
import { $isTableNode } from '@lexical/table';
import {
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  PASTE_COMMAND,
  type RangeSelection,
} from 'lexical';
import { $isBlock } from './item-rows.ts';
import { itemCheckedState, itemRoleState, itemSpreadState, listBreakState } from './node-state.ts';

export function registerCaretBetweenBlocks(editor: LexicalEditor): () => void {
  const $prepare = () => {
    const selection = $getSelection();
    if (editor.isEditable() && $isRangeSelection(selection)) $putCaretInText(selection);
    return false;
  };
  return mergeRegister(
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $prepare, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $prepare, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $prepare, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(PASTE_COMMAND, $prepare, COMMAND_PRIORITY_CRITICAL),
  );
}

/** Moves a caret that stands beside a block within an item into the block or onto a line of its own beside it. */
export function $putCaretInText(selection: RangeSelection): void {
  if (!selection.isCollapsed()) {
    if (![selection.anchor, selection.focus].some((point) => $isBesideBlock(point.getNode()))) return;
    selection.removeText();
  }
  const { anchor } = selection;
  const row = anchor.getNode();
  if (anchor.type === 'text' || !$isListItemNode(row) || !$isBesideBlock(row)) return;
  const before = row.getChildAtIndex(anchor.offset - 1);
  const after = row.getChildAtIndex(anchor.offset);
  if ($holdsText(before)) before.selectEnd();
  else if ($holdsText(after)) after.selectStart();
  else if (before === null) $lineBefore(row).select();
  else $lineAfter(row).select();
}

function $isBesideBlock(node: LexicalNode): boolean {
  return $isListItemNode(node) && node.getChildren().some($isBlock);
}

function $holdsText(node: LexicalNode | null): node is LexicalNode {
  return $isElementNode(node) && !node.isShadowRoot() && !node.isInline() && !$isTableNode(node);
}

/** The block that began the item goes on below a line of text, which begins it now. */
function $lineBefore(row: ListItemNode): ListItemNode {
  const line = $createListItemNode();
  row.insertBefore(line);
  if ($getState(row, itemRoleState) === 'continues') return $setState(line, itemRoleState, 'continues');
  $handOverItem(row, line);
  $setState(row, itemRoleState, 'continues');
  return line;
}

function $lineAfter(row: ListItemNode): ListItemNode {
  const line = $setState($createListItemNode(), itemRoleState, 'continues');
  row.insertAfter(line);
  return line;
}

/** What the first row of an item says about the whole item goes to the row that begins it now. */
function $handOverItem(from: ListItemNode, to: ListItemNode): void {
  $setState(to, itemCheckedState, $getState(from, itemCheckedState));
  $setState(to, itemSpreadState, $getState(from, itemSpreadState));
  $setState(to, listBreakState, $getState(from, listBreakState));
  $setState(from, itemCheckedState, null);
  $setState(from, listBreakState, null);
}
