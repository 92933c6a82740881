/**
 * The rows that an item of a list stands in (see `node-state.ts`), and taking them out of their list: nothing that an item
 * holds is lost with it.
 */
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import {
  $copyNode,
  $createParagraphNode,
  $getState,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  $setState,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $moveChildren } from './move-children.ts';
import {
  $blockMarksOf,
  $setBlockMarks,
  itemRoleState,
  listBreakState,
  listSpreadState,
} from './node-state.ts';

export function $isBlock(node: LexicalNode | null): node is LexicalNode {
  return ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline();
}

/** Whether the row goes on with the item above it, and begins none. */
function $continuesItem(row: ListItemNode): boolean {
  const role = $getState(row, itemRoleState);
  return role === 'continues' || (role === null && $isListNode(row.getFirstChild()));
}

/** The rows below this one that belong to the same item. */
function $rowsBelow(row: ListItemNode): ListItemNode[] {
  const rows: ListItemNode[] = [];
  for (const next of row.getNextSiblings()) {
    if (!$isListItemNode(next) || !$continuesItem(next)) break;
    rows.push(next);
  }
  return rows;
}

/**
 * Takes a row out of its list, and out of the lists around that: its text becomes the block that `$create` makes for it, a
 * block that it holds stays as it is. What stands below it in its item comes out with it; the items below go on in lists
 * of their own.
 */
export function $liftRow(row: ListItemNode, $create: (row: ListItemNode) => ElementNode): void {
  const spent: ListItemNode[] = [];
  const $dissolve = (each: ListItemNode): LexicalNode => {
    spent.push(each);
    return $blockOf(each, $create);
  };
  const lifted: LexicalNode[] = [];
  let list = $listOf(row);
  let within = [row, ...$rowsBelow(row)];
  let below = row;
  for (;;) {
    const after = (within.at(-1) ?? below).getNextSiblings();
    lifted.push(...within.map($dissolve));
    if (after.length > 0) lifted.push($listOfRest(list, after));
    const holder = list.getParent();
    if (!$isListItemNode(holder)) break;
    list = $listOf(holder);
    within = $rowsBelow(holder);
    below = holder;
  }
  lifted.reduce((above, block) => above.insertAfter(block, false), list as LexicalNode);
  for (const each of spent) $removeRow(each);
}

function $listOf(row: ListItemNode): ListNode {
  const list = row.getParent();
  if (!$isListNode(list)) throw new Error('a row stands outside of a list');
  return list;
}

/** The block that the row holds, or one that its text goes into. */
function $blockOf(row: ListItemNode, $create: (row: ListItemNode) => ElementNode): LexicalNode {
  const first = row.getFirstChild();
  if ($isBlock(first)) return first;
  const block = $create(row);
  if ($isParagraphNode(block)) $setBlockMarks(block, $blockMarksOf(row));
  $moveChildren(row, 0, block);
  return block;
}

/** The items that stood below go on counting. */
function $listOfRest(list: ListNode, rows: LexicalNode[]): ListNode {
  const rest = $copyNode(list);
  const [first] = rows;
  if ($isListItemNode(first)) {
    const before = $getState(first, listBreakState);
    rest.setStart(before?.start ?? first.getValue());
    if (before !== null) $setState(rest, listSpreadState, before.spread);
    $setState(first, listBreakState, null);
  }
  return rest.append(...rows);
}

/** With the lists and rows around it that hold nothing any more. */
function $removeRow(row: ListItemNode): void {
  const list = row.getParent();
  const holder = list?.getParent();
  row.remove();
  if (!$isListNode(list) || !list.isEmpty()) return;
  if (list.isAttached()) list.remove();
  if ($isListItemNode(holder) && holder.isEmpty()) $removeRow(holder);
}

/** A row holds text or one block, as the rows that a note is read into: what else came into it goes into rows below. */
export function $partRow(row: ListItemNode): void {
  const children = row.getChildren();
  for (let at = children.length - 1; at > 0; at -= 1) {
    const [above, child] = [children[at - 1], children[at]];
    if (above === undefined || child === undefined || (!$isBlock(above) && !$isBlock(child))) continue;
    const below = $copyNode(row);
    if (!$isListNode(child)) $setState(below, itemRoleState, 'continues');
    row.insertAfter(below, false);
    $moveChildren(row, at, below);
    $unwrapParagraph(below);
  }
  $unwrapParagraph(row);
}

function $unwrapParagraph(row: ListItemNode): void {
  const paragraph = row.getFirstChild();
  if (!$isParagraphNode(paragraph)) return;
  $setBlockMarks(row, $blockMarksOf(paragraph));
  $moveChildren(paragraph, 0, row);
  paragraph.remove();
}

/** A paragraph, for rows whose text becomes plain. */
export const $plain = (): ElementNode => $createParagraphNode();
