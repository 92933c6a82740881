/**
 * Backspace takes a letter with its accents, also where the accents are signs of their own (`ẵ` as three): to whoever
 * writes it, it is one letter. In scripts whose marks are written one by one, as in India, Thailand and the Arab world,
 * Backspace goes on taking back the last mark alone.
 */
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  type LexicalEditor,
} from 'lexical';

const accented = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{Mark}+`;
const accentedBefore = new RegExp(`${accented}$`, 'u');
const accentedAfter = new RegExp(`^${accented}`, 'u');

export function registerDeleteAccentedLetter(editor: LexicalEditor): () => void {
  return editor.registerCommand(DELETE_CHARACTER_COMMAND, $deleteAccentedLetter, COMMAND_PRIORITY_LOW);
}

function $deleteAccentedLetter(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node)) return false;
  const text = node.getTextContent();
  const found = isBackward
    ? accentedBefore.exec(text.slice(0, anchor.offset))
    : accentedAfter.exec(text.slice(anchor.offset));
  if (found === null) return false;
  const length = found[0].length;
  const start = isBackward ? anchor.offset - length : anchor.offset;
  selection.setTextNodeRange(node, start, node, start + length);
  selection.removeText();
  return true;
}
