import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension';
import { $createHeadingNode, $createQuoteNode, $isQuoteNode, type HeadingTagType } from '@lexical/rich-text';
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  INSERT_TABLE_COMMAND,
  type TableNode,
} from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $setState,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { EditorActionName } from '../../core/editor-actions.ts';
import { $toggleList, $turnBlocks } from './block-kinds.ts';
import { $commentableBlocks } from './commentable-blocks.ts';
import { commentState } from './node-state.ts';
import { $insertOwnFootnote } from './own-footnotes.ts';
import { NEXT_PORTION_MARK_COMMAND } from './portion-mark.ts';

/** Does it, at the caret or to what is selected; nothing happens where it does not apply. */
export function runEditorAction(editor: LexicalEditor, name: EditorActionName): void {
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) $runAction(editor, selection, name);
    },
    { tag: 'history-push' },
  );
}

/** What makes blocks, which a table cell cannot hold. */
export const blockActions: readonly EditorActionName[] = [
  'paragraph',
  'heading-1',
  'heading-2',
  'heading-3',
  'numbered-list',
  'bullet-list',
  'quotation',
  'insert-table',
  'rule',
];

function $runAction(editor: LexicalEditor, selection: RangeSelection, name: EditorActionName): void {
  if (blockActions.includes(name) && $findTableNode(selection.anchor.getNode()) !== null) return;
  switch (name) {
    case 'paragraph':
      $turnBlocks(selection, $createParagraphNode);
      return;
    case 'heading-1':
    case 'heading-2':
    case 'heading-3':
      $turnBlocks(selection, () => $createHeadingNode(`h${name.slice(-1)}` as HeadingTagType));
      return;
    case 'bold':
    case 'italic':
    case 'strikethrough':
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, name);
      return;
    case 'numbered-list':
      $toggleList(selection, 'number');
      return;
    case 'bullet-list':
      $toggleList(selection, 'bullet');
      return;
    case 'quotation':
      $toggleQuotation(selection);
      return;
    case 'comment':
      $toggleComment(selection);
      return;
    case 'next-portion-mark':
      editor.dispatchCommand(NEXT_PORTION_MARK_COMMAND, undefined);
      return;
    case 'rule':
      editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined);
      return;
    case 'footnote':
      $insertOwnFootnote(selection);
      return;
    case 'non-breaking-space':
      selection.insertText('\u00a0');
      return;
    case 'insert-table':
      editor.dispatchCommand(INSERT_TABLE_COMMAND, {
        rows: '3',
        columns: '3',
        includeHeaders: { rows: true, columns: false },
      });
      return;
    default:
      $changeTable(selection, name);
  }
}

function $changeTable(selection: RangeSelection, name: EditorActionName): void {
  const table = $findTableNode(selection.anchor.getNode());
  if (table === null) return;
  $putInCell(selection, table);
  switch (name) {
    case 'row-above':
      $insertTableRowAtSelection(false);
      return;
    case 'row-below':
      $insertTableRowAtSelection(true);
      return;
    case 'column-before':
      $insertTableColumnAtSelection(false);
      return;
    case 'column-after':
      $insertTableColumnAtSelection(true);
      return;
    case 'delete-row':
      $deleteTableRowAtSelection();
      return;
    case 'delete-column':
      $deleteTableColumnAtSelection();
      return;
    case 'delete-table':
      table.selectNext();
      table.remove();
  }
}

/** What is done to a table is done at one cell of it, also where the selection reaches out of it. */
function $putInCell({ anchor, focus }: RangeSelection, table: TableNode): void {
  if ($findCellNode(anchor.getNode()) === null) table.selectStart();
  else if (!table.isParentOf(focus.getNode()) || $findCellNode(focus.getNode()) === null) {
    focus.set(anchor.key, anchor.offset, anchor.type);
  }
}

/** The outermost blocks below a quotation, a cell or the note itself that the selection touches. */
function $selectedBlocks(selection: RangeSelection): ElementNode[] {
  const blocks = new Map<string, ElementNode>();
  for (const node of [selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()]) {
    const block = $findMatchingParent(
      node,
      (each: LexicalNode): each is ElementNode =>
        $isElementNode(each) && $isRootOrShadowRoot(each.getParent()),
    );
    if (block !== null) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()].toSorted((one, other) => (one.isBefore(other) ? -1 : 1));
}

function $toggleQuotation(selection: RangeSelection): void {
  const quote = $findMatchingParent(selection.anchor.getNode(), $isQuoteNode);
  if (quote !== null) {
    for (const child of quote.getChildren()) quote.insertBefore(child);
    quote.remove();
    return;
  }
  const blocks = $selectedBlocks(selection);
  const [first] = blocks;
  if (first === undefined) return;
  const wrapper = $createQuoteNode({ shadowRoot: true });
  const parent = first.getParent();
  first.insertBefore(wrapper);
  const last = blocks.findLast((block) => block.getParent()?.is(parent) === true) ?? first;
  // With what lies between them and is no text: a dividing line stays where it stood.
  const siblings = [first, ...first.getNextSiblings()];
  wrapper.append(...siblings.slice(0, siblings.findIndex((block) => block.is(last)) + 1));
}

function $toggleComment(selection: RangeSelection): void {
  const blocks = $commentableBlocks(selection);
  const all = blocks.every((block) => $getState(block, commentState));
  for (const block of blocks) $setState(block, commentState, !all);
}
