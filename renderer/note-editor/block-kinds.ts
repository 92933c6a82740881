/** Turning blocks into blocks of another kind. Whatever is not text keeps its kind and its place. */
import { $isCodeNode } from '@lexical/code-core';
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListItemNode,
  type ListNode,
  type ListType,
} from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import { $findTableNode } from '@lexical/table';
import {
  $findMatchingParent,
  $isParagraphNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $isBlock, $liftRow, $plain } from './item-rows.ts';
import { $moveChildren } from './move-children.ts';
import { $blockMarksOf, $setBlockMarks } from './node-state.ts';

/** What is selected becomes paragraphs or headings; items leave their list for it. */
export function $turnBlocks(selection: RangeSelection, $create: () => ElementNode): void {
  const blocks = $textBlocks(selection);
  const rows = blocks.filter($isListItemNode);
  const $createFor = (row: ListItemNode) => (rows.includes(row) ? $create() : $plain());
  for (const block of blocks) {
    const row = $rowAround(block);
    // A row below one that was lifted has come out with it.
    if (row?.isAttached() === true) $liftRow(row, $createFor);
    if (!$isListItemNode(block)) $turnBlock(block, $create());
  }
}

function $turnBlock(block: ElementNode, into: ElementNode): void {
  if ($isHeadingNode(block) && $isHeadingNode(into) && block.getTag() === into.getTag()) return;
  if ($isParagraphNode(block) && $isParagraphNode(into)) return;
  block.insertBefore(into);
  $moveChildren(block, 0, into);
  block.remove();
}

/** What is selected becomes items of such a list, or paragraphs when all of it is that already. */
export function $toggleList(selection: RangeSelection, type: ListType): void {
  const blocks = $textBlocks(selection);
  const lists = blocks.map((block) => $rowAround(block)?.getParent() ?? null);
  if (lists.length > 0 && lists.every((list) => $isListNode(list) && list.getListType() === type)) {
    $turnBlocks(selection, $plain);
    return;
  }
  for (const block of blocks) {
    const list = $rowAround(block)?.getParent();
    if (!$isListNode(list)) $turnIntoItem(block, type);
    else if (list.getListType() !== type) list.setListType(type);
  }
}

/** Lists of one kind that come to stand side by side become one list by themselves. */
function $turnIntoItem(block: ElementNode, type: ListType): ListNode {
  const item = $createListItemNode();
  const list = $createListNode(type).append(item);
  if ($isParagraphNode(block)) $setBlockMarks(item, $blockMarksOf(block));
  block.insertBefore(list);
  $moveChildren(block, 0, item);
  block.remove();
  return list;
}

/** The row that the block is, or that holds it and nothing else. */
function $rowAround(block: ElementNode): ListItemNode | null {
  if ($isListItemNode(block)) return block;
  const parent = block.getParent();
  return $isListItemNode(parent) ? parent : null;
}

/** Every paragraph, heading, code block and row of text that the selection touches, outside of tables. */
function $textBlocks(selection: RangeSelection): ElementNode[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const nodes = [start.getNode(), ...selection.getNodes(), end.getNode()];
  const blocks = new Map<string, ElementNode>();
  for (const node of nodes) {
    const block = $findMatchingParent(node, $isTextBlock);
    if (block !== null && $findTableNode(block) === null) blocks.set(block.getKey(), block);
  }
  const last = $findMatchingParent(end.getNode(), $isTextBlock);
  // What is selected ends before that block: at its beginning nothing of it is selected.
  if (last !== null && blocks.size > 1 && !selection.isCollapsed() && $isAtStart(end, last)) {
    blocks.delete(last.getKey());
  }
  return [...blocks.values()];
}

function $isTextBlock(node: LexicalNode): node is ElementNode {
  if ($isListItemNode(node)) return !node.getChildren().some($isBlock);
  return $isParagraphNode(node) || $isHeadingNode(node) || $isCodeNode(node);
}

function $isAtStart(point: PointType, block: ElementNode): boolean {
  if (point.offset !== 0) return false;
  let node: LexicalNode = point.getNode();
  while (!node.is(block)) {
    if (node.getPreviousSibling() !== null) return false;
    node = node.getParentOrThrow();
  }
  return true;
}
