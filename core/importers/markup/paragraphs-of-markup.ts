import type { ImportedParagraph, ParagraphKind } from '../../dossier/source.ts';
import { linkAddressOf } from '../platform.ts';
import { isHidden } from './hidden-element.ts';
import { findLayoutTables } from './layout-tables.ts';
import { signAfter, signBefore } from './math-signs.ts';
import { attributeOf, walkMarkup, type MarkupElement, type MarkupNode } from './markup-tree.ts';
import { raiseDigits } from './raised-digits.ts';
import { writeParagraphs, type ParagraphWriter } from './paragraph-writer.ts';
import { namesOf } from './element-names.ts';

/** Elements that stand on lines of their own, table parts aside. All others run along in the text. */
const blocks = new Set(
  namesOf(
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption ' +
      'figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu ' +
      'nav ol optgroup option p plaintext pre search section summary table ul xmp caption thead tbody tfoot ' +
      'tr td th colgroup',
  ),
);
const preformatted = new Set(['pre', 'listing', 'xmp', 'plaintext']);
const heading = /^h[1-6]$/;

interface MarkupOptions {
  /** The page's own address, for links that are relative to it. Without it they stay text. */
  readonly baseUrl?: string | undefined;
  /** Whether an element's text is a leftover of the page: its navigation, say. */
  readonly isLeftoverElement?: (element: MarkupElement) => boolean;
  /** Called with each text node, and the index of the first and of the last paragraph that it goes into. */
  readonly onText?: (node: MarkupNode, first: number, last: number) => void;
}

/** What the elements that are open say about the text in them. */
interface Surroundings {
  heading: number;
  quote: number;
  preformatted: number;
  leftover: number;
  superscript: number;
  /** `true` until the first text of the item is written: what follows in it is no item of its own. */
  readonly freshItems: boolean[];
  /** For each open table, whether its cells are put together to rows. */
  readonly tables: { readonly isData: boolean; isInCell: boolean }[];
  linkElement: MarkupElement | null;
  breaks: number;
}

/**
 * The paragraphs of parsed markup, in reading order. `root` is a document or any element of one. It takes linear time,
 * and no depth is too deep for it. Soft hyphens stay, as they do in plain text; pictures leave nothing.
 */
export function paragraphsOfMarkup(root: MarkupNode, options: MarkupOptions = {}): ImportedParagraph[] {
  const writer = writeParagraphs();
  const layoutTables = findLayoutTables(root);
  const around: Surroundings = {
    heading: 0,
    quote: 0,
    preformatted: 0,
    leftover: 0,
    superscript: 0,
    freshItems: [],
    tables: [],
    linkElement: null,
    breaks: 0,
  };
  walkMarkup(root, {
    enter(element) {
      if (isHidden(element)) return false;
      if (blocks.has(element.localName)) endBlock(writer, around);
      if (options.isLeftoverElement?.(element) === true) around.leftover += 1;
      enterElement(element, { writer, around, layoutTables, baseUrl: options.baseUrl });
      return true;
    },
    leave(element) {
      leaveElement(element, writer, around);
      if (options.isLeftoverElement?.(element) === true) around.leftover -= 1;
    },
    text(node) {
      const first = writer.paragraphs.length;
      appendText(node.nodeValue ?? '', writer, around);
      options.onText?.(node, first, writer.paragraphs.length);
    },
  });
  endBlock(writer, around);
  return [...writer.paragraphs];
}

interface Place {
  readonly writer: ParagraphWriter;
  readonly around: Surroundings;
  readonly layoutTables: ReadonlySet<MarkupElement>;
  readonly baseUrl: string | undefined;
}

function enterElement(element: MarkupElement, { writer, around, layoutTables, baseUrl }: Place): void {
  const name = element.localName;
  writer.run.append(signBefore(element));
  if (isRaised(element)) around.superscript += 1;
  if (heading.test(name)) around.heading += 1;
  else if (preformatted.has(name)) around.preformatted += 1;
  else if (name === 'blockquote') around.quote += 1;
  else if (isItem(element)) around.freshItems.push(true);
  else if (name === 'br') breakLine(writer, around);
  else if (name === 'q') writer.run.append('“');
  else if (name === 'table') around.tables.push({ isData: !layoutTables.has(element), isInCell: false });
  else if (name === 'tr') endRow(writer, around);
  else if (name === 'td' || name === 'th') enterCell(writer, around);
  else if (name === 'a') enterLink(element, writer, around, baseUrl);
}

function leaveElement(element: MarkupElement, writer: ParagraphWriter, around: Surroundings): void {
  const name = element.localName;
  if (name === 'td' || name === 'th') leaveCell(writer, around);
  else if (blocks.has(name)) endBlock(writer, around);

  writer.run.append(signAfter(element));
  if (isRaised(element)) around.superscript -= 1;
  if (heading.test(name)) around.heading -= 1;
  else if (preformatted.has(name)) around.preformatted -= 1;
  else if (name === 'blockquote') around.quote -= 1;
  else if (isItem(element)) around.freshItems.pop();
  else if (name === 'q') writer.run.append('”');
  else if (name === 'tr') endRow(writer, around);
  else if (name === 'table') {
    endRow(writer, around);
    around.tables.pop();
  } else if (name === 'a') leaveLink(element, writer, around);
}

const items = new Set(['li', 'dt', 'dd']);

/** Word writes the items of lists as paragraphs that say so in their style. */
function isItem(element: MarkupElement): boolean {
  if (element.localName !== 'p') return items.has(element.localName);
  return /(?:^|;)\s*mso-list\s*:\s*(?!none|ignore)\S/i.test(attributeOf(element, 'style').slice(0, 10_000));
}

function appendText(text: string, writer: ParagraphWriter, around: Surroundings): void {
  if (around.preformatted > 0 && !isInDataCell(around)) {
    const [first = '', ...lines] = text.split(/\r\n|[\n\r]/);
    writer.run.append(first);
    for (const line of lines) {
      endBlock(writer, around);
      writer.run.append(line);
    }
    return;
  }
  const isRaisedNumber = around.superscript > 0 && /^\s*[−+-]?\d+\s*$/.test(text);
  writer.run.append(isRaisedNumber ? raiseDigits(text) : text);
  if (/\S/.test(text)) around.breaks = 0;
}

/** Set above the line, as the marks of notes are in e-books, which leave it to their style sheets. */
function isRaised(element: MarkupElement): boolean {
  if (element.localName === 'sup') return true;
  if (element.localName !== 'a') return false;
  const kinds = ['epub:type', 'role', 'class'].map((name) => attributeOf(element, name)).join(' ');
  return /(?:^|\s)(?:(?:doc-)?noteref|footnote-?ref)(?:\s|$)/.test(kinds);
}

/** A lone break is a space, two in a row part paragraphs. */
function breakLine(writer: ParagraphWriter, around: Surroundings): void {
  around.breaks += 1;
  if (around.breaks > 1 || around.preformatted > 0) endBlock(writer, around);
  else writer.run.append(' ');
}

function endBlock(writer: ParagraphWriter, around: Surroundings): void {
  around.breaks = 0;
  if (isInDataCell(around)) {
    writer.run.append(' ');
    return;
  }
  const kind = kindOf(around);
  const isWritten = writer.endParagraph(kind, around.leftover > 0);
  if (isWritten && kind === 'item') around.freshItems[around.freshItems.length - 1] = false;
}

function kindOf(around: Surroundings): ParagraphKind {
  if (around.quote > 0) return 'quote';
  if (around.heading > 0) return 'heading';
  return around.freshItems.at(-1) === true ? 'item' : 'text';
}

const isInDataCell = ({ tables }: Surroundings) => {
  const table = tables.at(-1);
  return table !== undefined && table.isData && table.isInCell;
};

function enterCell(writer: ParagraphWriter, around: Surroundings): void {
  if (isInDataCell(around)) writer.endCell(); // the one before was not closed
  const table = around.tables.at(-1);
  if (table !== undefined) table.isInCell = true;
}

function leaveCell(writer: ParagraphWriter, around: Surroundings): void {
  if (isInDataCell(around)) writer.endCell();
  else endBlock(writer, around);
  const table = around.tables.at(-1);
  if (table !== undefined) table.isInCell = false;
}

function endRow(writer: ParagraphWriter, around: Surroundings): void {
  if (around.tables.at(-1)?.isData === true) writer.endRow(around.leftover > 0);
}

/** Links do not stand in one another: a new one ends the one before, as in browsers. */
function enterLink(
  element: MarkupElement,
  writer: ParagraphWriter,
  around: Surroundings,
  baseUrl: string | undefined,
): void {
  const address = attributeOf(element, 'href').trim();
  if (address === '') return;
  const leadsElsewhere = !address.startsWith('#');
  writer.run.setLink(leadsElsewhere ? linkAddressOf(address, baseUrl) : null);
  around.linkElement = element;
}

function leaveLink(element: MarkupElement, writer: ParagraphWriter, around: Surroundings): void {
  // LibreOffice writes the number of a note and its text with nothing between.
  if (/^sd(?:foot|end)notesym$/.test(attributeOf(element, 'class'))) writer.run.append(' ');
  if (around.linkElement !== element) return;
  writer.run.setLink(null);
  around.linkElement = null;
}
