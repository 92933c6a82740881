/** Code takes letters only, when something is pasted into it and when it is pasted itself. */
import { $isCodeNode } from '@lexical/code-core';
import {
  $addUpdateTag,
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type PasteCommandType,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';

export function registerPasteBesideCode(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(PASTE_COMMAND, $pasteIntoCode, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes }) => {
        // What stands behind the caret would be drawn into the code, and lose what is no letter.
        if ($isCodeNode(nodes.at(-1))) nodes.push($createParagraphNode());
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function $pasteIntoCode(event: PasteCommandType): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !('clipboardData' in event)) return false;
  const inCode = [selection.anchor, selection.focus].every(
    (point) => $findMatchingParent(point.getNode(), $isCodeNode) !== null,
  );
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!inCode || text === '') return false;
  event.preventDefault();
  $addUpdateTag(PASTE_TAG);
  selection.insertRawText(text);
  return true;
}
