/** Keys of the text: actions, leaving the text, and what Enter and Tab mean in lists, quotations and tables. */
import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isQuoteNode } from '@lexical/rich-text';
import { $findCellNode, $isTableCellNode, $isTableRowNode } from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getEditor,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  IS_APPLE,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  type RangeSelection,
} from 'lexical';
import { drawBlock } from './drawn-caret.ts';
import { $selectedCitation } from './citation-at-caret.ts';
import { actionForKey, isHistoryKey } from '../../core/editor-actions.ts';
import { $isFootnoteDefinitionNode } from './footnote-definition-node.ts';
import { $blockMarksOf, $setBlockMarks } from './node-state.ts';
import { moveBlock } from './move-block.ts';
import { runEditorAction } from './run-editor-action.ts';

const knownFormats = ['bold', 'italic', 'strikethrough', 'code'];

export function registerEditorKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerActionKeys(editor),
    editor.registerCommand(KEY_DOWN_COMMAND, $leaveSelectedCitation, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => moveBlockByKey(editor, event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DOWN_COMMAND, $goToEndOfText, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(KEY_TAB_COMMAND, (event) => $indentItem(editor, event), COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const moved = event?.shiftKey !== true && ($enterInCell() || $leaveFrame());
        if (moved) event?.preventDefault();
        return moved;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $splitMarkedParagraph, COMMAND_PRIORITY_LOW),
    // A note has no underline: Ctrl+U and the like do nothing.
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => !knownFormats.includes(format),
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function registerActionKeys(editor: LexicalEditor): () => void {
  // After Escape, Tab leaves the text instead of indenting, so that nobody is caught in it.
  let tabLeaves = false;
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.key === 'Tab') return tabLeaves;
        if (event.key !== 'Escape' && event.key !== 'Shift') tabLeaves = false;
        if (isHistoryKey(event, IS_APPLE)) return true;
        const action = actionForKey(event, IS_APPLE);
        if (action === null || !editor.isEditable()) return false;
        event.preventDefault();
        runEditorAction(editor, action);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        tabLeaves = true;
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

/** Alt+Shift+Up and Alt+Shift+Down, which the menu shows; where nothing can move they do nothing. */
function moveBlockByKey(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (!altKey || !shiftKey || ctrlKey || metaKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  event.preventDefault();
  moveBlock(editor, key === 'ArrowUp' ? -1 : 1);
  return true;
}

const upwards = ['Home', 'PageUp', 'ArrowUp'];
const downwards = ['End', 'PageDown', 'ArrowDown'];

/** A selected chip has no caret that the browser could move from: it is put beside the chip, and the key goes on. */
function $leaveSelectedCitation({ key }: KeyboardEvent): boolean {
  const citation = $selectedCitation();
  if (citation === null) return false;
  if (upwards.includes(key)) citation.selectPrevious();
  else if (downwards.includes(key)) citation.selectNext();
  return false;
}

/**
 * The end of the text is above the own footnotes, which stand behind it here and at the foot of a page in print. Within
 * the footnotes the same key goes to their end.
 */
function $goToEndOfText(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const isIt = IS_APPLE ? metaKey && key === 'ArrowDown' : ctrlKey && key === 'End';
  if (!isIt || shiftKey || altKey) return false;
  const blocks = $getRoot().getChildren();
  const last = blocks.findLast((block) => !$isFootnoteDefinitionNode(block));
  if (last === undefined || last === blocks.at(-1) || !$isElementNode(last)) return false;
  const selection = $caret();
  if (
    selection !== null &&
    $findMatchingParent(selection.anchor.getNode(), $isFootnoteDefinitionNode) !== null
  )
    return false;
  drawBlock($getEditor().getElementByKey(last.getKey()));
  last.selectEnd();
  event.preventDefault();
  return true;
}

function $caret(): RangeSelection | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection : null;
}

/** Tab indents an item below the one above it; Shift+Tab takes it out again. */
function $indentItem(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const selection = $caret();
  const item = selection && $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
  if (item === null || event.ctrlKey || event.altKey || event.metaKey) return false;
  event.preventDefault();
  if (event.shiftKey) {
    if ($isListItemNode(item.getParent()?.getParent()))
      editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined);
  } else if (item.getPreviousSibling() !== null && !$isListNode(item.getFirstChild())) {
    editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined);
  }
  return true;
}

/** A cell holds one line, so Enter goes to the cell below, and out of the table from the last row. */
function $enterInCell(): boolean {
  const selection = $caret();
  const cell = selection && $findCellNode(selection.anchor.getNode());
  if (cell === null) return false;
  const row = cell.getParentOrThrow();
  const below = row.getNextSibling();
  if ($isTableRowNode(below)) {
    const next: LexicalNode | null = below.getChildAtIndex(cell.getIndexWithinParent());
    if ($isTableCellNode(next)) next.selectEnd();
    return true;
  }
  return $selectAfter(row.getParentOrThrow());
}

function $selectAfter(block: LexicalNode): boolean {
  const next = block.getNextSibling();
  if ($isParagraphNode(next)) {
    next.selectStart();
  } else {
    const paragraph = $createParagraphNode();
    block.insertAfter(paragraph);
    paragraph.select();
  }
  return true;
}

/** Enter on an empty last line of a quotation or a footnote goes on below it. */
function $leaveFrame(): boolean {
  const selection = $caret();
  const paragraph = selection && $findMatchingParent(selection.anchor.getNode(), $isParagraphNode);
  const frame = paragraph?.getParent();
  if (paragraph === null || !($isQuoteNode(frame) || $isFootnoteDefinitionNode(frame))) return false;
  if (!paragraph.isEmpty() || paragraph.getNextSibling() !== null) return false;
  const isAlone = paragraph.getPreviousSibling() === null;
  frame.insertAfter(paragraph);
  if (isAlone) frame.remove();
  paragraph.select();
  return true;
}

/** A paragraph that bears a mark and is parted in the middle bears it in both halves: nothing loses it unseen. */
function $splitMarkedParagraph(): boolean {
  const selection = $caret();
  const paragraph = selection && $findMatchingParent(selection.anchor.getNode(), $isParagraphNode);
  const marks = paragraph === null ? undefined : $blockMarksOf(paragraph);
  if (selection === null || marks === undefined) return false;
  const added = selection.insertParagraph();
  if ($isParagraphNode(added) && !added.isEmpty()) $setBlockMarks(added, marks);
  return true;
}
