/**
 * The normal form of a note: what is left of it after Markdown. Two trees with the same normal form are the same note
 * to a reader, and every exporter starts from it.
 *
 * Beside what `normal-inline.ts` says: empty paragraphs, lists and quotations are gone; own footnotes stand at the end
 * of the note, in their order, each with a label that no citation can have; HTML is a paragraph of its text; a table
 * is a full rectangle; bulleted lists beside each other are one; whether a list is loose follows from what its items hold; positions and foreign data are gone.
 */
import type { AlignType, Definition, FootnoteDefinition, List, ListItem, Table } from 'mdast';
import type { Node } from 'unist';
import { parseCitationLabel } from './citation-label.ts';
import { normalInline, plainLine, type InlineContext } from './normal-inline.ts';
import type { BlockMarks, NoteBlock, NoteParagraph } from './note-tree.ts';

interface BlockNode extends Omit<Node, 'data'> {
  readonly children?: readonly BlockNode[];
  readonly value?: string;
  readonly identifier?: string;
  readonly label?: string | null;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly start?: number | null;
  readonly checked?: boolean | null;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly align?: readonly AlignType[] | null;
  readonly data?: BlockMarks | undefined;
}

const inlineTypes = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'citation',
  'footnoteReference',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'html',
]);

/** Own footnotes are the last blocks. Citation nodes stay the very same objects, so that a map keyed by them holds. */
export function normalBlocks(nodes: readonly Node[]): NoteBlock[] {
  const blocks = nodes as readonly BlockNode[];
  const { footnotes, definitions } = collectDefinitions(blocks);
  const byIdentifier = new Map<string, string>();
  const taken = new Set<string>();
  const labelled = footnotes.map((node) => {
    const label = freeLabel(node, taken);
    const identifier = node.identifier ?? '';
    if (!byIdentifier.has(identifier)) byIdentifier.set(identifier, label);
    return { node, label };
  });
  const context: InlineContext = {
    singleLine: false,
    inTable: false,
    footnoteLabel: (identifier) => byIdentifier.get(identifier),
    definition: (identifier) => definitions.get(identifier),
  };
  return [
    ...normalFlow(blocks, context),
    ...labelled.map(({ node, label }): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: label.toLowerCase(),
      label,
      children: normalFlow(node.children ?? [], context) as FootnoteDefinition['children'],
    })),
  ];
}

/** True where a person's own footnote may not be called this: it reads as a citation. */
function isReservedFootnoteLabel(label: string): boolean {
  return parseCitationLabel(label.toUpperCase()) !== undefined;
}

/** Keeps a label that Markdown can hold and that is still free; gives another one where it can't. */
function freeLabel({ label, identifier = '' }: BlockNode, taken: Set<string>): string {
  const wanted = label ?? identifier;
  const usable = /^[\p{L}\p{N}_-]{1,60}$/u.test(wanted) && !isReservedFootnoteLabel(wanted);
  let free = usable ? wanted : 'note';
  for (let n = 1; taken.has(free.toLowerCase()) || free === 'note'; n += 1) {
    free = `${usable ? wanted : 'note'}-${String(n)}`;
  }
  taken.add(free.toLowerCase());
  return free;
}

function collectDefinitions(blocks: readonly BlockNode[]) {
  const footnotes: BlockNode[] = [];
  const definitions = new Map<string, Definition>();
  const visit = (nodes: readonly BlockNode[]) => {
    for (const node of nodes) {
      if (node.type === 'footnoteDefinition') footnotes.push(node);
      if (node.type === 'definition') {
        const definition = node as unknown as Definition;
        if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
      }
      visit(node.children ?? []);
    }
  };
  visit(blocks);
  return { footnotes, definitions };
}

function normalFlow(nodes: readonly BlockNode[], context: InlineContext): NoteBlock[] {
  const result: NoteBlock[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) break;
    if (!inlineTypes.has(node.type)) {
      for (const block of normalBlock(node, context)) addBlock(result, block);
      continue;
    }
    // Inline nodes among blocks are a paragraph that nobody closed.
    let end = at + 1;
    if (node.type !== 'html') {
      while (end < nodes.length && inlineTypes.has(nodes[end]?.type ?? '')) end += 1;
    }
    result.push(...paragraph(nodes.slice(at, end), undefined, context));
    at = end - 1;
  }
  return result;
}

/** Two bulleted lists with nothing between them look like one, and are one. */
function addBlock(blocks: NoteBlock[], block: NoteBlock): void {
  const previous = blocks.at(-1);
  if (block.type !== 'list' || block.ordered === true) blocks.push(block);
  else if (previous?.type !== 'list' || previous.ordered === true) blocks.push(block);
  else {
    const children = [...previous.children, ...block.children];
    const spread = previous.spread === true || block.spread === true;
    blocks[blocks.length - 1] = { ...previous, spread, children };
  }
}

function normalBlock(node: BlockNode, context: InlineContext): NoteBlock[] {
  const { children = [], value = '' } = node;
  switch (node.type) {
    case 'paragraph':
      return paragraph(children, node.data, context);
    case 'heading': {
      const depth = Math.min(Math.max(Math.trunc(node.depth ?? 1), 1), 6) as 1 | 2 | 3 | 4 | 5 | 6;
      return [{ type: 'heading', depth, children: normalInline(children, { ...context, singleLine: true }) }];
    }
    case 'blockquote': {
      const inside = normalFlow(children, context);
      return inside.length > 0 ? [{ type: 'blockquote', children: inside as never[] }] : [];
    }
    case 'list':
      return list(node, context);
    case 'code':
      return [code(node, value)];
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return table(node, context);
    case 'definition':
    case 'footnoteDefinition':
    case 'noteHeader':
    case 'yaml':
      return [];
    default:
      return children.length > 0
        ? normalFlow(children, context)
        : paragraph([{ type: 'text', value }], undefined, context);
  }
}

function paragraph(
  children: readonly BlockNode[],
  data: BlockMarks | undefined,
  context: InlineContext,
): NoteParagraph[] {
  const inside = normalInline(children, context);
  if (inside.length === 0) return [];
  const marks: BlockMarks = {
    ...(data?.comment === true ? { comment: true as const } : {}),
    ...(data?.marking === undefined ? {} : { marking: data.marking }),
  };
  const bare: NoteParagraph = { type: 'paragraph', children: inside };
  return [Object.keys(marks).length > 0 ? { ...bare, data: marks } : bare];
}

function code({ lang, meta }: BlockNode, value: string): NoteBlock {
  const language = plainLine(lang ?? '').replaceAll(/\s/gu, '') || null;
  return {
    type: 'code',
    lang: language,
    meta: language === null ? null : plainLine(meta ?? '').trim() || null,
    value: value
      .replaceAll(/\r\n?/gu, '\n')
      .replaceAll(/[\0-\x08\x0b-\x1f\x7f]/gu, '')
      .replaceAll(/\p{Surrogate}/gu, '�')
      // In a list or footnote the indent of such a line could not be told from its content.
      .replaceAll(/^[ \t]+$/gmu, ''),
  };
}

function list(node: BlockNode, context: InlineContext): List[] {
  const items = (node.children ?? [])
    .filter(({ type }) => type === 'listItem')
    .map((item) => listItem(item, context));
  if (items.length === 0) return [];
  const ordered = node.ordered === true;
  const start = Math.min(Math.max(Math.trunc(node.start ?? 1), 0), 999_999_999 - items.length);
  const spread = items.some((item) => item.spread === true);
  return [{ type: 'list', ordered, start: ordered ? start : null, spread, children: items }];
}

function listItem({ children = [], checked }: BlockNode, context: InlineContext): ListItem {
  const inside = normalFlow(children, context) as ListItem['children'];
  const [first, ...rest] = inside;
  return {
    type: 'listItem',
    spread: rest.length > 0 && !(first?.type === 'paragraph' && rest.length === 1 && isTight(rest[0])),
    // A box to tick stands before a line of text, or not at all.
    checked: first?.type === 'paragraph' && typeof checked === 'boolean' ? checked : null,
    children: inside,
  };
}

/**
 * A list that can follow a line of text with no blank line between: what it begins with is not empty. The reader of
 * Markdown asks that of a list which begins its first item as well.
 */
function isTight(node: Node | undefined): boolean {
  if (node?.type !== 'list') return false;
  const { ordered, start, spread, children } = node as List;
  const first = children[0]?.children[0];
  const begins = first !== undefined && (first.type !== 'list' || isTight(first));
  return spread !== true && (ordered !== true || start === 1) && begins;
}

function table({ children = [], align }: BlockNode, context: InlineContext): Table[] {
  const inCell: InlineContext = { ...context, singleLine: true, inTable: true };
  const rows = children.map((row) =>
    (row.children ?? []).map((cell) => normalInline(cell.children ?? [], inCell)),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  return [
    {
      type: 'table',
      align: Array.from({ length: width }, (_, column) => align?.[column] ?? null),
      children: rows.map((row) => ({
        type: 'tableRow',
        children: Array.from({ length: width }, (_, column) => ({
          type: 'tableCell',
          children: row[column] ?? [],
        })),
      })),
    },
  ];
}
