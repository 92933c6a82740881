/** Deleting by keyboard takes a chip, or text, but never a chip along with its neighbours. */
import {
  $caretFromPoint,
  $getSelection,
  $isDecoratorNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  type CaretDirection,
  COMMAND_PRIORITY_LOW,
  DELETE_WORD_COMMAND,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { $nodeBesideCaret, $textBesideCaret } from './citation-at-caret.ts';
import { lengthOfFirstWord, lengthOfLastWord } from './word-beside.ts';

export function registerDeleteBesideCitation(editor: LexicalEditor): () => void {
  return editor.registerCommand(DELETE_WORD_COMMAND, $deleteWord, COMMAND_PRIORITY_LOW);
}

/**
 * The browser's idea of a word reaches across a chip, as if it were not there. Where a chip (or anything else that is no
 * text) lies in the way, the word ends at it.
 */
function $deleteWord(isBackward: boolean): boolean {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    selection.deleteNodes();
    return true;
  }
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const direction = isBackward ? 'previous' : 'next';
  const beside = $nodeBesideCaret(selection, direction);
  if ($isDecoratorNode(beside) && beside.isInline()) {
    beside.remove();
    return true;
  }
  const { text, stop } = $textBesideCaret(selection, direction);
  if (text === '' || !$isDecoratorNode(stop)) return false;
  const length = isBackward ? lengthOfLastWord(text) : lengthOfFirstWord(text);
  $extendOverText(selection, direction, length);
  selection.removeText();
  return true;
}

/** Moves the focus over so many UTF-16 units of text, which lie in that direction within the same block. */
function $extendOverText(selection: RangeSelection, direction: CaretDirection, length: number): void {
  const { focus } = selection;
  const origin = focus.getNode();
  let left = length;
  let node = $isTextNode(origin) ? origin : $caretFromPoint(focus, direction).getNodeAtCaret();
  while ($isTextNode(node)) {
    const size = node.getTextContentSize();
    const start = node.is(origin) ? focus.offset : direction === 'previous' ? size : 0;
    const reach = direction === 'previous' ? start : size - start;
    if (left <= reach) {
      focus.set(node.getKey(), direction === 'previous' ? start - left : start + left, 'text');
      return;
    }
    left -= reach;
    node = direction === 'previous' ? node.getPreviousSibling() : node.getNextSibling();
  }
}
