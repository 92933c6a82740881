import type { Definition, Nodes, Root } from 'mdast';
import type { ImportedParagraph, ParagraphKind } from '../../dossier/source.ts';
import { importLimits } from '../limits.ts';
import { writeParagraphs, type ParagraphWriter } from '../markup/paragraph-writer.ts';
import { raiseDigits } from '../markup/raised-digits.ts';
import { linkAddressOf } from '../platform.ts';

interface Place {
  readonly writer: ParagraphWriter;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** What a paragraph is here. The first one of an item makes those after it text. */
  kind: ParagraphKind;
  readonly isInQuote: boolean;
  readonly depth: number;
}

/** Thrown and caught in this file only. */
class TooDeep extends Error {}

/** The paragraphs of a Markdown tree, of the same kinds as those of a web page; `null` when it is too deep. */
export function paragraphsOfMarkdown(root: Root): ImportedParagraph[] | null {
  const writer = writeParagraphs();
  const definitions = new Map<string, Definition>();
  try {
    collectDefinitions(root, definitions, 0);
    writeBlocks(root.children, { writer, definitions, kind: 'text', isInQuote: false, depth: 0 });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
  return [...writer.paragraphs];
}

function collectDefinitions(node: Nodes, definitions: Map<string, Definition>, depth: number): void {
  if (depth > importLimits.depth) throw new TooDeep();
  // Of two that have the same name, the first one counts, as CommonMark has it.
  if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  if (!('children' in node)) return;
  for (const child of node.children) collectDefinitions(child, definitions, depth + 1);
}

function writeBlocks(nodes: readonly Nodes[], place: Place): void {
  for (const node of nodes) writeBlock(node, place);
}

function writeBlock(node: Nodes, place: Place): void {
  const { writer, isInQuote } = place;
  const inside = { ...place, depth: place.depth + 1 };
  if (node.type === 'heading') {
    writeInline(node.children, inside);
    writer.endParagraph(isInQuote ? 'quote' : 'heading', false);
  } else if (node.type === 'paragraph') {
    writeInline(node.children, inside);
    if (writer.endParagraph(place.kind, false) && place.kind === 'item') place.kind = 'text';
  } else if (node.type === 'blockquote')
    writeBlocks(node.children, { ...inside, kind: 'quote', isInQuote: true });
  else if (node.type === 'list') writeBlocks(node.children, inside);
  else if (node.type === 'listItem' || node.type === 'footnoteDefinition') {
    writeBlocks(node.children, { ...inside, kind: isInQuote ? 'quote' : 'item' });
  } else if (node.type === 'table') writeBlocks(node.children, inside);
  else if (node.type === 'tableRow') {
    for (const cell of node.children) {
      writeInline(cell.children, inside);
      writer.endCell();
    }
    writer.endRow(false);
  } else if (node.type === 'code') writeLines(node.value, place);
  else if (node.type === 'html') writeLines(withoutComments(node.value), place);
}

/** Each line is a paragraph: code and raw HTML are shown as they are written, never interpreted. */
function writeLines(value: string, { writer, isInQuote }: Place): void {
  for (const line of value.split(/\r\n|[\n\r]/)) {
    writer.run.append(line);
    writer.endParagraph(isInQuote ? 'quote' : 'text', false);
  }
}

const withoutComments = (html: string) => html.replace(/<!--[^]*?(?:-->|$)/g, '');

function writeInline(nodes: readonly Nodes[], place: Place): void {
  const { writer, definitions } = place;
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'inlineCode') writer.run.append(node.value);
    else if (node.type === 'break') writer.run.append(' ');
    else if (node.type === 'html') {
      writer.run.append(/^<br\s*\/?>$/i.test(node.value) ? ' ' : withoutComments(node.value));
    } else if (node.type === 'footnoteReference') writer.run.append(noteMark(node.label ?? node.identifier));
    else if (node.type === 'link') writeLink(node.children, node.url, place);
    else if (node.type === 'linkReference') {
      writeLink(node.children, definitions.get(node.identifier)?.url ?? '', place);
    } else if ('children' in node) writeInline(node.children, place);
  }
}

function writeLink(children: readonly Nodes[], address: string, place: Place): void {
  place.writer.run.setLink(linkAddressOf(address));
  writeInline(children, place);
  place.writer.run.setLink(null);
}

/** The mark must not become part of a figure that it stands behind. */
const noteMark = (label: string) => (/^\d+$/.test(label) ? raiseDigits(label) : `[${label}]`);
