/** From the nodes of the editor to the blocks of a note. Every function is called inside a read or an update. */
import { $isCodeNode, type CodeNode } from '@lexical/code-core';
import { $isHorizontalRuleNode } from '@lexical/extension';
import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode, type HeadingNode } from '@lexical/rich-text';
import { $isTableCellNode, $isTableNode, $isTableRowNode, type TableNode } from '@lexical/table';
import {
  $getState,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
} from 'lexical';
import type {
  AlignType,
  BlockContent,
  Code,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  PhrasingContent,
  Table,
} from 'mdast';
import type { BlockMarks, NoteBlock, NoteParagraph } from '../../core/note-tree/note-tree.ts';
import { $isCitationNode } from './citation-node.ts';
import { $isFootnoteDefinitionNode } from './footnote-definition-node.ts';
import { $isFootnoteReferenceNode } from './footnote-reference-node.ts';
import { type BlockShape, type InlineRun, phrasingFromRuns } from './inline-runs.ts';
import { inlineFormatsOf } from './text-format.ts';
import {
  $blockMarksOf,
  codeMetaState,
  itemCheckedState,
  itemRoleState,
  itemSpreadState,
  listBreakState,
  listSpreadState,
} from './node-state.ts';
import { $isPreservedNode } from './preserved-node.ts';

type FlowContent = BlockContent | DefinitionContent;

/** One node of the editor is one block of the note, none (an empty paragraph) or several (lists that were joined). */
export function $noteBlockOf(node: LexicalNode): NoteBlock[] {
  if ($isHeadingNode(node)) return [$headingOf(node)];
  if ($isListNode(node)) return $listsOf(node);
  if ($isQuoteNode(node)) return [{ type: 'blockquote', children: $flowOf(node.getChildren()) }];
  if ($isCodeNode(node)) return [$codeOf(node)];
  if ($isTableNode(node)) return $tableOf(node);
  if ($isHorizontalRuleNode(node)) return [{ type: 'thematicBreak' }];
  if ($isPreservedNode(node)) return [node.getSource() as NoteBlock];
  if ($isFootnoteDefinitionNode(node)) {
    const [identifier, label] = [node.getIdentifier(), node.getLabel()];
    return [{ type: 'footnoteDefinition', identifier, label, children: $flowOf(node.getChildren()) }];
  }
  if (!$isElementNode(node)) return $flowOf([node]);
  const children = node.getChildren();
  return children.every(isInline)
    ? paragraphOf($phrasingOf(children, 'flow'), $blockMarksOf(node))
    : $flowOf(children);
}

/** Blocks stay blocks; text that lies between them becomes a paragraph. */
function $flowOf(nodes: readonly LexicalNode[], marks?: BlockMarks): FlowContent[] {
  const blocks: FlowContent[] = [];
  let line: LexicalNode[] = [];
  const endLine = () => {
    blocks.push(...paragraphOf($phrasingOf(line, 'flow'), marks));
    line = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      line.push(node);
    } else {
      endLine();
      blocks.push(...($noteBlockOf(node) as FlowContent[]));
    }
  }
  endLine();
  return blocks;
}

function isInline(node: LexicalNode): boolean {
  return $isElementNode(node) || $isDecoratorNode(node) ? node.isInline() : true;
}

function paragraphOf(children: PhrasingContent[], marks: BlockMarks | undefined): NoteParagraph[] {
  if (children.length === 0) return [];
  return [{ type: 'paragraph', children, ...(marks === undefined ? {} : { data: marks }) }];
}

function $phrasingOf(nodes: readonly LexicalNode[], shape: BlockShape): PhrasingContent[] {
  return phrasingFromRuns($runsOf(nodes), shape);
}

function $runsOf(nodes: readonly LexicalNode[]): InlineRun[] {
  return nodes.flatMap((node): InlineRun[] => {
    if ($isTextNode(node)) {
      const value = node.getTextContent().replace(/[\t\r\n]/g, ' ');
      return [{ kind: 'text', value, formats: inlineFormatsOf(node.getFormat()) }];
    }
    if ($isLineBreakNode(node)) return [{ kind: 'break' }];
    if ($isLinkNode(node)) {
      return [
        { kind: 'link', url: node.getURL(), title: node.getTitle(), runs: $runsOf(node.getChildren()) },
      ];
    }
    if ($isElementNode(node)) return $runsOf(node.getChildren());
    return $inlineNodeRun(node);
  });
}

function $inlineNodeRun(node: LexicalNode): InlineRun[] {
  if ($isCitationNode(node)) {
    const [first, ...rest] = node.getTargets();
    return first === undefined
      ? []
      : [{ kind: 'node', node: { type: 'citation', targets: [first, ...rest], ...node.getAffixes() } }];
  }
  if ($isFootnoteReferenceNode(node)) {
    const [identifier, label] = [node.getIdentifier(), node.getLabel()];
    return [{ kind: 'node', node: { type: 'footnoteReference', identifier, label } }];
  }
  return $isPreservedNode(node) ? [{ kind: 'node', node: node.getSource() as PhrasingContent }] : [];
}

function $headingOf(node: HeadingNode): Heading {
  const depth = Number(node.getTag().slice(1)) as Heading['depth'];
  return { type: 'heading', depth, children: $phrasingOf(node.getChildren(), 'line') };
}

function $codeOf(node: CodeNode): Code {
  const lang = node.getLanguage() || null;
  const meta = $getState(node, codeMetaState);
  return { type: 'code', lang, meta: lang === null ? null : meta, value: node.getTextContent() };
}

function $listsOf(node: ListNode): List[] {
  const lists: List[] = [];
  for (const row of node.getChildren()) {
    if (!$isListItemNode(row)) continue;
    const before = $getState(row, listBreakState);
    let list = lists.at(-1);
    if (list === undefined || before !== null) {
      const start = before?.start ?? node.getStart();
      const spread = before?.spread ?? $getState(node, listSpreadState);
      const ordered = node.getListType() === 'number';
      list = { type: 'list', ordered, start: ordered ? start : null, spread, children: [] };
      lists.push(list);
    }
    $addRow(list, row);
  }
  return lists;
}

function $addRow(list: List, row: ListItemNode): void {
  const role = $getState(row, itemRoleState);
  const blocks = $flowOf(row.getChildren(), $blockMarksOf(row));
  const above = list.children.at(-1);
  const belongsAbove = role === 'continues' || (role === null && $isListNode(row.getFirstChild()));
  if (above !== undefined && belongsAbove) {
    above.children.push(...blocks);
    above.spread = above.spread === true || hasNeighbouringParagraphs(above);
    return;
  }
  const item: ListItem = {
    type: 'listItem',
    spread: $getState(row, itemSpreadState),
    checked: $getState(row, itemCheckedState),
    children: blocks,
  };
  item.spread = item.spread === true || hasNeighbouringParagraphs(item);
  list.children.push(item);
}

/** Markdown can only part them by a blank line. */
function hasNeighbouringParagraphs(item: ListItem): boolean {
  return item.children.some(
    (block, index) => block.type === 'paragraph' && item.children[index + 1]?.type === 'paragraph',
  );
}

function $tableOf(node: TableNode): Table[] {
  const rows = node.getChildren().filter($isTableRowNode);
  const [first] = rows;
  if (first === undefined) return [];
  const align = first
    .getChildren()
    .filter($isTableCellNode)
    .map((cell) => alignOf(cell.getFormatType()));
  const children = rows.map((row): Table['children'][number] => ({
    type: 'tableRow',
    children: row
      .getChildren()
      .filter($isTableCellNode)
      .map((cell) => ({ type: 'tableCell', children: $cellText(cell.getChildren()) })),
  }));
  return [{ type: 'table', align, children }];
}

function alignOf(format: string): AlignType {
  return format === 'left' || format === 'center' || format === 'right' ? format : null;
}

/** A cell holds one line: blocks that were pasted into it are joined by spaces. */
function $cellText(blocks: readonly LexicalNode[]): PhrasingContent[] {
  const runs = blocks.flatMap((block, index): InlineRun[] => {
    const space: InlineRun[] = index === 0 ? [] : [{ kind: 'text', value: ' ', formats: 0 }];
    return [...space, ...$runsOf([block])];
  });
  return phrasingFromRuns(runs, 'line');
}
