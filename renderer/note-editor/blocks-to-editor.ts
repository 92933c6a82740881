/** From the blocks of a note to the nodes of the editor. Every function is called inside an update. */
import { $createCodeNode } from '@lexical/code-core';
import { $createHorizontalRuleNode } from '@lexical/extension';
import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, $isListNode, type ListItemNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, type HeadingTagType } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
} from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $setState,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type { Code, List, ListItem, Paragraph, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import type { Citation, CitationAffixes } from '../../core/note-tree/note-tree.ts';
import { $createCitationNode } from './citation-node.ts';
import { $createFootnoteDefinitionNode } from './footnote-definition-node.ts';
import { $createFootnoteReferenceNode } from './footnote-reference-node.ts';
import { type InlineRun, runsFromPhrasing, withoutPosition } from './inline-runs.ts';
import { editorFormatOf } from './text-format.ts';
import {
  $setBlockMarks,
  codeMetaState,
  itemCheckedState,
  itemRoleState,
  itemSpreadState,
  listBreakState,
  listSpreadState,
  type ListBreak,
} from './node-state.ts';
import { $createPreservedNode } from './preserved-node.ts';

/** Never empty: an editor needs a paragraph to put the caret in. */
export function $editorBlocksFrom(blocks: readonly RootContent[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (const block of blocks) {
    const last = nodes.at(-1);
    if (block.type === 'list' && $isListNode(last) && last.getListType() === listTypeOf(block)) {
      // The editor would join the two anyway; the break keeps them apart in the note.
      last.append(...$itemsOf(block, { start: startOf(block), spread: block.spread === true }));
    } else {
      nodes.push($editorBlockFrom(block));
    }
  }
  return nodes.length === 0 ? [$createParagraphNode()] : nodes;
}

function $editorBlockFrom(block: RootContent): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return $paragraphFrom(block);
    case 'heading':
      return $withText($createHeadingNode(`h${block.depth}` satisfies HeadingTagType), block.children);
    case 'list':
      return $listFrom(block);
    case 'blockquote':
      return $createQuoteNode({ shadowRoot: true }).append(...$editorBlocksFrom(block.children));
    case 'code':
      return $codeFrom(block);
    case 'table':
      return $tableFrom(block);
    case 'thematicBreak':
      return $createHorizontalRuleNode();
    case 'footnoteDefinition':
      return $createFootnoteDefinitionNode(block.identifier, block.label ?? block.identifier).append(
        ...$editorBlocksFrom(block.children),
      );
    case 'text':
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'inlineCode':
    case 'link':
    case 'citation':
    case 'footnoteReference':
    case 'break':
      return $paragraphFrom({ type: 'paragraph', children: [block] });
    default:
      return $createPreservedNode(withoutPosition(block), false);
  }
}

function $paragraphFrom(paragraph: Paragraph): LexicalNode {
  const node = $withText($createParagraphNode(), paragraph.children);
  $setBlockMarks(node, paragraph.data);
  return node;
}

function $withText<Block extends ElementNode>(block: Block, children: readonly PhrasingContent[]): Block {
  return block.append(...$editorTextFrom(runsFromPhrasing(children)));
}

function $editorTextFrom(runs: readonly InlineRun[]): LexicalNode[] {
  return runs.map((run): LexicalNode => {
    switch (run.kind) {
      case 'text':
        return $createTextNode(run.value).setFormat(editorFormatOf(run.formats));
      case 'break':
        return $createLineBreakNode();
      case 'link':
        return $createLinkNode(run.url, { title: run.title }).append(...$editorTextFrom(run.runs));
      case 'node':
        return $inlineNodeFrom(run.node);
    }
  });
}

function $inlineNodeFrom(node: PhrasingContent): LexicalNode {
  if (node.type === 'citation') return $createCitationNode(node.targets, affixesOf(node));
  if (node.type === 'footnoteReference') {
    return $createFootnoteReferenceNode(node.identifier, node.label ?? node.identifier);
  }
  return $createPreservedNode(node, true);
}

function listTypeOf(list: List): 'number' | 'bullet' {
  return list.ordered === true ? 'number' : 'bullet';
}

function startOf(list: List): number | null {
  return list.ordered === true ? (list.start ?? 1) : null;
}

function $listFrom(list: List): LexicalNode {
  const node = $createListNode(listTypeOf(list), startOf(list) ?? 1).append(...$itemsOf(list, null));
  return $setState(node, listSpreadState, list.spread === true);
}

function $itemsOf(list: List, before: ListBreak | null): ListItemNode[] {
  const rows = list.children.flatMap((item) => $rowsOf(item));
  const [first] = rows;
  if (first !== undefined && before !== null) $setState(first, listBreakState, before);
  return rows;
}

function $rowsOf(item: ListItem): ListItemNode[] {
  const blocks = item.children.filter((block) => block.type !== 'paragraph' || block.children.length > 0);
  const [first, ...more] = blocks;
  const head = $createListItemNode();
  if (first?.type === 'paragraph') {
    $withText(head, first.children);
    $setBlockMarks(head, first.data);
  } else if (first !== undefined) {
    $setState(head.append($editorBlockFrom(first)), itemRoleState, 'starts');
  }
  $setState(head, itemSpreadState, item.spread === true);
  $setState(head, itemCheckedState, item.checked ?? null);
  return [head, ...more.map((block) => $rowFrom(block))];
}

function $rowFrom(block: RootContent): ListItemNode {
  const row = $createListItemNode();
  if (block.type === 'list') return row.append($listFrom(block));
  $setState(row, itemRoleState, 'continues');
  if (block.type !== 'paragraph') return row.append($editorBlockFrom(block));
  $setBlockMarks(row, block.data);
  return $withText(row, block.children);
}

function $codeFrom(code: Code): LexicalNode {
  const node = $createCodeNode(code.lang ?? null);
  for (const [index, line] of code.value.split('\n').entries()) {
    if (index > 0) node.append($createLineBreakNode());
    if (line !== '') node.append($createTextNode(line));
  }
  return $setState(node, codeMetaState, code.meta ?? null);
}

function $tableFrom(table: Table): LexicalNode {
  const columns = Math.max(1, ...table.children.map((row) => row.children.length));
  const rows = table.children.map((row, index) => $rowOfCells(row, index, columns, table.align ?? []));
  return $createTableNode().append(...rows);
}

function $rowOfCells(row: TableRow, index: number, columns: number, align: NonNullable<Table['align']>) {
  const header = index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
  const cells = Array.from({ length: columns }, (_, column): TableCellNode => {
    const text = $withText($createParagraphNode(), row.children[column]?.children ?? []);
    return $createTableCellNode(header)
      .setFormat(align[column] ?? '')
      .append(text);
  });
  return $createTableRowNode().append(...cells);
}

function affixesOf({ prefix, suffix }: Citation): CitationAffixes {
  return { ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) };
}
