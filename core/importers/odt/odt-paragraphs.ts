/** The body of an ODT document → paragraphs, in the order in which they are read. */
import type { Element } from '@xmldom/xmldom';
import type { ImportedParagraph, ParagraphKind, ParagraphLink } from '../../dossier/source.ts';
import { attributeOf, childElements } from '../xml/elements.ts';
import { odf, odfName } from './odf-names.ts';
import type { KindOfStyle } from './odt-styles.ts';
import { readOdtRow, readOdtText, unseen, type OdtNote, type OdtText } from './odt-text.ts';

/** What the elements around a paragraph say about it. */
interface Surroundings {
  readonly isInList: boolean;
  /** In a table of contents or an index: a repetition of what stands elsewhere. */
  readonly isInIndex: boolean;
}

const flow: Surroundings = { isInList: false, isInIndex: false };
const lists: ReadonlySet<string> = new Set(['text:list', 'text:numbered-paragraph']);
const indexes: ReadonlySet<string> = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
]);

export function paragraphsOfOdt(body: Element, kindOfStyle: KindOfStyle): ImportedParagraph[] {
  const paragraphs: ImportedParagraph[] = [];

  const add = (kind: ParagraphKind, { text, links }: Pick<OdtText, 'text' | 'links'>, leftover: boolean) => {
    if (text !== '') paragraphs.push({ kind, text, leftover, ...(links.length === 0 ? {} : { links }) });
  };

  const addHanging = ({ frames, notes }: Pick<OdtText, 'frames' | 'notes'>) => {
    for (const frame of frames) readBlocks(frame, flow);
    for (const note of notes) addNote(note);
  };

  /** A note follows what it hangs on; its first paragraph begins with the mark that stands in the text. */
  const addNote = ({ mark, body: note }: OdtNote) => {
    const first = paragraphs.length;
    readBlocks(note, flow);
    const opening = paragraphs[first];
    if (opening !== undefined) paragraphs[first] = introduced(opening, `${mark} `);
  };

  const readParagraph = (element: Element, { isInList, isInIndex }: Surroundings) => {
    const text = readOdtText(element);
    const styled = kindOfStyle(attributeOf(element, odf.text, 'style-name'));
    const isHeading = odfName(element) === 'text:h' || styled === 'heading';
    add(isHeading ? 'heading' : isInList ? 'item' : styled, text, isInIndex);
    addHanging(text);
  };

  const readRow = (row: Element) => {
    const cells = readOdtRow(row);
    add('table', joinCells(cells), false);
    for (const cell of cells) addHanging(cell);
  };

  const readBlocks = (parent: Element, around: Surroundings): void => {
    for (const child of childElements(parent)) {
      const name = odfName(child);
      if (unseen.has(name)) continue;
      if (name === 'text:h' || name === 'text:p') readParagraph(child, around);
      else if (name === 'table:table-row') readRow(child);
      else if (lists.has(name)) readBlocks(child, { ...around, isInList: true });
      else if (indexes.has(name)) readIndex(child);
      else readBlocks(child, around);
    }
  };

  /** Its body only: what else is in it says how it is to be made. */
  const readIndex = (index: Element) => {
    for (const child of childElements(index)) {
      if (odfName(child) === 'text:index-body') readBlocks(child, { ...flow, isInIndex: true });
    }
  };

  readBlocks(body, flow);
  return paragraphs;
}

const shifted = (links: readonly ParagraphLink[], by: number) =>
  links.map(({ start, end, url }) => ({ start: start + by, end: end + by, url }));

function introduced(paragraph: ImportedParagraph, mark: string): ImportedParagraph {
  const { links, text } = paragraph;
  return {
    ...paragraph,
    text: mark + text,
    ...(links === undefined ? {} : { links: shifted(links, mark.length) }),
  };
}

/** Cells parted by tabs, as far as the last one that holds something. */
function joinCells(cells: readonly OdtText[]): Pick<OdtText, 'text' | 'links'> {
  const used = cells.slice(0, cells.findLastIndex(({ text }) => text !== '') + 1);
  let text = '';
  const links: ParagraphLink[] = [];
  for (const [index, cell] of used.entries()) {
    if (index > 0) text += '\t';
    links.push(...shifted(cell.links, text.length));
    text += cell.text;
  }
  return { text, links };
}
