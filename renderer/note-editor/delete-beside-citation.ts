/** Deleting by keyboard takes a chip, or text, but never a chip along with its neighbours. */
import {
  $getSelection,
  $isDecoratorNode,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  DELETE_WORD_COMMAND,
  type LexicalEditor,
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
  for (let left = length; left > 0; left -= 1) selection.modify('extend', isBackward, 'character');
  selection.removeText();
  return true;
}
