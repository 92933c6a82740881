/**
 * What is typed or pasted is brought into the shape that a note can keep, at once, so that what stands on the screen is
 * what is stored. Each rule is a node transform: it runs on changed nodes only, before they are drawn.
 */
import { $isCodeNode, CodeNode } from '@lexical/code-core';
import { $isListItemNode, $isListNode, ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $isTableCellNode,
  $isTableRowNode,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
} from '@lexical/table';
import {
  $copyNode,
  $createParagraphNode,
  $getState,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $setState,
  type LexicalEditor,
  mergeRegister,
  ParagraphNode,
  TextNode,
} from 'lexical';
import { CitationNode } from './citation-node.ts';
import { $flattened } from './flatten-blocks.ts';
import { $isBlock, $partRow } from './item-rows.ts';
import { $moveChildren } from './move-children.ts';
import {
  $blockMarksOf,
  $setBlockMarks,
  itemCheckedState,
  itemRoleState,
  listBreakState,
} from './node-state.ts';
import { knownEditorFormats } from './text-format.ts';

/** Registers every rule; the function that comes back takes them off again. */
export function registerNoteRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, $dropUnknownFormats),
    editor.registerNodeTransform(ParagraphNode, $keepBlockPlain),
    editor.registerNodeTransform(HeadingNode, $keepBlockPlain),
    editor.registerNodeTransform(QuoteNode, $holdBlocks),
    editor.registerNodeTransform(CodeNode, $keepOnlyText),
    editor.registerNodeTransform(ListItemNode, $partRow),
    editor.registerNodeTransform(ListNode, $numberItems),
    editor.registerNodeTransform(TableNode, $alignTable),
    editor.registerNodeTransform(TableCellNode, $flattenCell),
    editor.registerNodeTransform(CitationNode, $dropEmptyCitation),
  );
}

function $dropUnknownFormats(node: TextNode): void {
  const format = $isCodeNode(node.getParent()) ? 0 : node.getFormat() & knownEditorFormats;
  if (node.getFormat() !== format) node.setFormat(format);
  if (node.getStyle() !== '') node.setStyle('');
}

/** No indent and no alignment; blocks that ended up inside text come out again, and part it where they stood. */
function $keepBlockPlain(node: ParagraphNode | HeadingNode): void {
  if (node.getIndent() !== 0) node.setIndent(0);
  if (node.getFormatType() !== '') node.setFormat('');
  const children = node.getChildren();
  if (!children.some($isBlock)) return;
  for (let at = children.length - 1; at >= 0; at -= 1) {
    const child = children[at];
    if (child === undefined || !$isBlock(child)) continue;
    if (at + 1 < node.getChildrenSize()) {
      const rest = $copyNode(node);
      $setBlockMarks(rest, $blockMarksOf(node));
      node.insertAfter(rest, false);
      $moveChildren(node, at + 1, rest);
    }
    node.insertAfter(child, false);
  }
  if (node.isEmpty()) node.remove();
}

/** Code is letters: a citation that came into it goes below, with what stood behind it. */
function $keepOnlyText(code: CodeNode): void {
  for (const child of code.getChildren()) {
    if ($isElementNode(child)) {
      for (const inner of child.getChildren()) child.insertBefore(inner);
      child.remove();
    } else if ($isDecoratorNode(child)) {
      const paragraph = $createParagraphNode();
      code.insertAfter(paragraph, false);
      $moveChildren(code, child.getIndexWithinParent(), paragraph);
      return;
    }
  }
}

/** A quotation holds blocks; one that holds text, as pasted HTML and shortcuts make it, gets a paragraph around it. */
function $holdBlocks(node: QuoteNode): void {
  if (!node.isShadowRoot()) node.setIsShadowRoot(true);
  let paragraph: ParagraphNode | null = null;
  for (const child of node.getChildren()) {
    if ($isElementNode(child) ? child.isInline() : child.isInline?.() !== false) {
      if (paragraph === null) {
        paragraph = $createParagraphNode();
        child.insertBefore(paragraph);
      }
      paragraph.append(child);
    } else {
      paragraph = null;
    }
  }
  if (node.isEmpty()) node.append($createParagraphNode());
}

/** Rows that continue an item bear no number of their own, and a list that was joined starts again. */
function $numberItems(list: ListNode): void {
  if (list.getListType() === 'check') $turnIntoTasks(list);
  let next = list.getStart();
  for (const row of list.getChildren()) {
    if (!$isListItemNode(row)) continue;
    const role = $getState(row, itemRoleState);
    next = $getState(row, listBreakState)?.start ?? next;
    if (row.getValue() !== next) row.setValue(next);
    if (role === 'starts' || (role === null && !$isListNode(row.getFirstChild()))) next += 1;
  }
}

/** A task is an item of any list here; the editor has lists of tasks, which come in by the clipboard. */
function $turnIntoTasks(list: ListNode): void {
  for (const row of list.getChildren()) {
    if ($isListItemNode(row)) $setState(row, itemCheckedState, row.getChecked() ?? null);
  }
  list.setListType('bullet');
}

/** Every row has a cell for every column. The first row is the header, as in every Markdown table, and a column is aligned as its header is. */
function $alignTable(table: TableNode): void {
  const rows = table.getChildren().filter($isTableRowNode);
  const header = rows[0]?.getChildren().filter($isTableCellNode) ?? [];
  const columns = Math.max(0, ...rows.map((row) => row.getChildrenSize()));
  for (const row of rows) {
    while (row.getChildrenSize() < columns) row.append($createTableCellNode().append($createParagraphNode()));
  }
  for (const [index, row] of rows.entries()) {
    const state = index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
    for (const [column, cell] of row.getChildren().filter($isTableCellNode).entries()) {
      const align = header[column]?.getFormatType() ?? '';
      if (cell.getHeaderStyles() !== state) cell.setHeaderStyles(state);
      if (cell.getFormatType() !== align) cell.setFormat(align);
    }
  }
}

/** A cell holds one line of text. */
function $flattenCell(cell: TableCellNode): void {
  const children = cell.getChildren();
  const [first] = children;
  const isOneLine =
    children.length === 1 && $isParagraphNode(first) && !first.getChildren().some($isLineBreakNode);
  if (isOneLine || children.length === 0) return;
  const line = $createParagraphNode();
  line.append(...$flattened(children));
  cell.clear();
  cell.append(line);
}

function $dropEmptyCitation(node: CitationNode): void {
  if (node.getTargets().length === 0) node.remove();
}
