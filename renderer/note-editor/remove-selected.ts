/**
 * Removing what is selected from one text to another. The editor looks at the selection while it takes the text out from
 * under it, finds a place that is no longer there, and throws; here it has no selection while it does so.
 */
import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $isBlockFullySelected,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  type RangeSelection,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { $keepTables } from './selected-cells.ts';

export function registerRemoveSelected(editor: LexicalEditor): () => void {
  const $remove = (): boolean => {
    const selection = $getSelection();
    if (!editor.isEditable() || !$isRangeSelection(selection) || !$isAcrossNodes(selection)) return false;
    $removeSelected(selection);
    return true;
  };
  // What is written comes after what was removed.
  const $removeFirst = () => {
    $remove();
    return false;
  };
  const $cut = (event: Parameters<typeof editor.dispatchCommand<typeof CUT_COMMAND>>[1]) => {
    const selection = $getSelection();
    if (!editor.isEditable() || !$isRangeSelection(selection) || !$isAcrossNodes(selection)) return false;
    editor.dispatchCommand(COPY_COMMAND, event);
    $addUpdateTag(CUT_TAG);
    return $remove();
  };
  return mergeRegister(
    ...[DELETE_CHARACTER_COMMAND, DELETE_LINE_COMMAND, DELETE_WORD_COMMAND].map((command) =>
      editor.registerCommand(command, $remove, COMMAND_PRIORITY_CRITICAL),
    ),
    editor.registerCommand(REMOVE_TEXT_COMMAND, $remove, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $removeFirst, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $removeFirst, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $removeFirst, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(PASTE_COMMAND, $removeFirst, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CUT_COMMAND, $cut, COMMAND_PRIORITY_CRITICAL),
  );
}

function $removeSelected(selection: RangeSelection): void {
  if (!$keepTables(selection)) return;
  const removing = selection.clone();
  $setSelection(null);
  removing.removeText();
  $setSelection(removing);
}

/** Within one text nothing moves, and a whole note goes as a whole. */
function $isAcrossNodes(selection: RangeSelection): boolean {
  const { anchor, focus } = selection;
  return !anchor.getNode().is(focus.getNode()) && !$isBlockFullySelected($getRoot(), selection);
}
