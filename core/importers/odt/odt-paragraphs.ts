/** The body of an ODT document → paragraphs, in the order in which they are read. */
import type { Element } from '@xmldom/xmldom';
import type { ImportedParagraph } from '../../dossier/source.ts';
import { writeParagraphs } from '../markup/paragraph-writer.ts';
import { attributeOf, childElements } from '../xml/elements.ts';
import { odf, odfName } from './odf-names.ts';
import type { OdtStyles } from './odt-styles.ts';
import { isLayoutTable, cellsOf } from './odt-tables.ts';
import { appendOdtText, unseen, type HangingParts, type OdtReading } from './odt-text.ts';

/** What the elements around a paragraph say about it. */
interface Surroundings {
  /** The item of a list whose first paragraph is still to come: what follows in it is no item of its own. */
  readonly item: { isFresh: boolean } | null;
  /** In a table of contents or an index: a repetition of what stands elsewhere. */
  readonly isInIndex: boolean;
}

const flow: Surroundings = { item: null, isInIndex: false };
const items: ReadonlySet<string> = new Set(['text:list-item', 'text:list-header', 'text:numbered-paragraph']);
const indexes: ReadonlySet<string> = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
]);

/** Long, as its parts call one another and share what is being read. */
export function paragraphsOfOdt(
  body: Element,
  { kindOf, isRaised }: OdtStyles,
  formulaAt: OdtReading['formulaAt'],
): ImportedParagraph[] {
  const reading: OdtReading = { isRaised, formulaAt };
  const { run, endParagraph, endCell, endRow, paragraphs } = writeParagraphs();
  let hanging: HangingParts = { frames: [], notes: [] };
  let isReadingHanging = false;

  const readParagraph = (element: Element, { item, isInIndex }: Surroundings) => {
    appendOdtText(element, run, hanging, reading);
    const styled = kindOf(attributeOf(element, odf.text, 'style-name'));
    const isHeading = odfName(element) === 'text:h' || styled === 'heading';
    const isItem = item?.isFresh === true && styled === 'text';
    const isWritten = endParagraph(isHeading ? 'heading' : isItem ? 'item' : styled, isInIndex);
    if (isWritten && isItem) item.isFresh = false;
    readHanging();
  };

  /** One after the other and not within one another, as a note may hang on a note that hangs on a note. */
  const readHanging = () => {
    if (isReadingHanging) return;
    isReadingHanging = true;
    while (hanging.frames.length + hanging.notes.length > 0) {
      const { frames, notes } = hanging;
      hanging = { frames: [], notes: [] };
      for (const frame of frames) readBlocks(frame, flow);
      for (const { mark, body: note } of notes) {
        run.append(`${mark} `); // the first paragraph of the note begins with it
        readBlocks(note, flow);
        run.take(); // it has none
      }
    }
    isReadingHanging = false;
  };

  const readRow = (row: Element) => {
    for (const cell of cellsOf(row)) {
      appendOdtText(cell, run, hanging, reading);
      endCell();
    }
    endRow(false);
    readHanging();
  };

  const readTable = (table: Element, around: Surroundings) => {
    if (isLayoutTable(table)) readBlocks(table, around);
    else readRows(table);
  };

  const readRows = (parent: Element): void => {
    for (const child of childElements(parent)) {
      if (odfName(child) === 'table:table-row') readRow(child);
      else readRows(child);
    }
  };

  const readBlocks = (parent: Element, around: Surroundings): void => {
    for (const child of childElements(parent)) {
      const name = odfName(child);
      if (unseen.has(name)) continue;
      if (name === 'text:h' || name === 'text:p') readParagraph(child, around);
      else if (name === 'table:table') readTable(child, around);
      else if (items.has(name)) readBlocks(child, { ...around, item: { isFresh: true } });
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
  return [...paragraphs];
}
