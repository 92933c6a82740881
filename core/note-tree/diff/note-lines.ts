import type { Node } from 'unist';
import type { BlockMarks, Citation, NoteTree } from '../note-tree.ts';

const lineKinds = ['paragraph', 'heading', 'item', 'quotation', 'row', 'code', 'footnote', 'rule'] as const;
export type LineKind = (typeof lineKinds)[number];

/** A run of text, or one citation. */
export interface LinePiece {
  readonly text: string;
  readonly citation: Citation | null;
}

/** What stands between two line breaks of a note: a paragraph, a heading, one item of a list, one row of a table. */
export interface NoteLine {
  readonly kind: LineKind;
  readonly pieces: readonly LinePiece[];
  /** All that is to be seen beside the words: level, list, marking, and which of the text is bold or a link. */
  readonly form: string;
}

/** How a citation reads: `A ¶12`. */
export type DescribeCitation = (citation: Citation) => string;

interface TreeNode extends Node {
  readonly children?: readonly TreeNode[];
  readonly value?: unknown;
  readonly alt?: unknown;
  readonly label?: unknown;
  readonly url?: unknown;
  readonly depth?: unknown;
  readonly ordered?: unknown;
  readonly checked?: unknown;
  readonly data?: BlockMarks;
}

interface Place {
  readonly kind: LineKind;
  /** The containers around it. */
  readonly form: string;
}

const marks = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference', 'inlineCode']);
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Collects one line, with a signature of how its text is marked that does not depend on how it was cut into nodes. */
function lineCollector(describe: DescribeCitation) {
  const pieces: LinePiece[] = [];
  const signature: { marks: string; length: number }[] = [];
  const add = (text: string, marked: string, citation: Citation | null = null) => {
    if (text === '' && citation === null) return;
    const last = pieces.at(-1);
    if (citation === null && last !== undefined && last.citation === null) {
      pieces[pieces.length - 1] = { text: last.text + text, citation: null };
    } else pieces.push({ text, citation });
    const run = signature.at(-1);
    if (run?.marks === marked) run.length += text.length;
    else signature.push({ marks: marked, length: text.length });
  };
  const collect = (node: TreeNode, marked: string): void => {
    if (node.type === 'citation') add(describe(node as Node as Citation), marked, node as Node as Citation);
    else if (node.type === 'break') add('\n', marked);
    else if (node.type === 'image' || node.type === 'imageReference')
      add(textOf(node.alt), `${marked} image`);
    else if (node.type === 'footnoteReference') add(`[${textOf(node.label)}]`, `${marked} footnote`);
    else {
      const inner = marks.has(node.type) ? `${marked} ${node.type}${textOf(node.url)}` : marked;
      add(textOf(node.value), inner);
      for (const child of node.children ?? []) collect(child, inner);
    }
  };
  return { collect, add, pieces, signature };
}

function lineOf(nodes: readonly TreeNode[], { kind, form }: Place, describe: DescribeCitation): NoteLine {
  const line = lineCollector(describe);
  for (const [index, node] of nodes.entries()) {
    if (index > 0) line.add('\t', '');
    line.collect(node, '');
  }
  return { kind, pieces: line.pieces, form: JSON.stringify([kind, form, line.signature]) };
}

function innerPlace(node: TreeNode, place: Place): Place {
  const inside = (kind: LineKind, more = '') => ({ kind, form: `${place.form}/${kind}${more}` });
  switch (node.type) {
    case 'blockquote':
      return inside('quotation');
    case 'footnoteDefinition':
      return inside('footnote', textOf(node.label));
    case 'list':
      return { kind: 'item', form: `${place.form}/${node.ordered === true ? 'numbered' : 'bulleted'}` };
    case 'listItem':
      return {
        kind: 'item',
        form: place.form + (typeof node.checked === 'boolean' ? String(node.checked) : ''),
      };
    default:
      return place;
  }
}

function collectLines(node: TreeNode, place: Place, describe: DescribeCitation, lines: NoteLine[]): void {
  const { comment, marking } = node.data ?? {};
  const own = `${place.form}${comment === true ? ' comment' : ''}${marking === undefined ? '' : ` (${marking})`}`;
  const push = (nodes: readonly TreeNode[], kind: LineKind, form: string) => {
    const line = lineOf(nodes, { kind, form }, describe);
    // A paragraph without text is room to write, not a part of the note.
    if (line.pieces.length > 0 || kind === 'rule') lines.push(line);
  };
  switch (node.type) {
    case 'paragraph':
      push([node], place.kind, own);
      break;
    case 'heading':
      push([node], 'heading', `${own} ${String(node.depth)}`);
      break;
    case 'thematicBreak':
      push([], 'rule', own);
      break;
    case 'tableRow':
      push(node.children ?? [], 'row', own);
      break;
    case 'code':
    case 'html':
      push([node], 'code', own);
      break;
    case 'noteHeader':
      break;
    default:
      if (node.children === undefined) push([node], place.kind, own);
      for (const child of node.children ?? []) collectLines(child, innerPlace(node, place), describe, lines);
  }
}

/** The text of a note line by line, in reading order, without its header. */
export function noteLines(tree: NoteTree, describe: DescribeCitation): NoteLine[] {
  const lines: NoteLine[] = [];
  collectLines(tree as Node as TreeNode, { kind: 'paragraph', form: '' }, describe, lines);
  return lines;
}
