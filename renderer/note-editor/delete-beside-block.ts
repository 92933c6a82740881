/** A quotation or a table that holds something does not go at one key: the caret goes into it instead. */
import {
  $caretFromPoint,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  type LexicalEditor,
} from 'lexical';

export function registerDeleteBesideBlock(editor: LexicalEditor): () => void {
  return editor.registerCommand(DELETE_CHARACTER_COMMAND, $enterBlock, COMMAND_PRIORITY_LOW);
}

function $enterBlock(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { anchor } = selection;
  if (anchor.type === 'text') return false;
  const beside = $caretFromPoint(anchor, isBackward ? 'previous' : 'next').getNodeAtCaret();
  if (!$isElementNode(beside) || beside.isInline() || beside.getTextContent().trim() === '') return false;
  if (isBackward) beside.selectEnd();
  else beside.selectStart();
  return true;
}
