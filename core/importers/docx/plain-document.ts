/**
 * A Word document rewritten with the few elements that are needed to read it. Mammoth, which turns it into HTML, passes
 * over what it does not know, and with it over the text in simple fields, right-to-left runs, ruby and formulas; and its
 * notes stand at the end of all. Here they follow the paragraph that they hang on.
 */
import type { Element } from '@xmldom/xmldom';
import { childElements } from '../xml/elements.ts';
import { docxName, valueOf } from './docx-names.ts';
import type { DocxPart, DocxParts } from './docx-parts.ts';
import { numberNotes } from './number-notes.ts';
import { childOf, readRoles, type ParagraphRole } from './paragraph-roles.ts';
import {
  betweenTexts,
  createInlineWriter,
  readableBranch,
  textRun,
  type HangingParts,
} from './plain-inline.ts';

export interface PlainDocument {
  /** What stands in `w:body`. The style of a paragraph is its role. */
  readonly body: string;
  readonly addresses: ReadonlyMap<string, string>;
  /** Holds a file that Word only puts in its place when it opens the document. */
  readonly hasOutsideText: boolean;
}

const outsideText: ReadonlySet<string> = new Set(['w:altChunk', 'w:subDoc']);
const unseen: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:sectPr', 'w:sdtPr', 'w:sdtEndPr']);
const mostColumns = 63; // of a table in Word

/** Long, as its parts call one another and share what is being written. */
export function writePlainDocument({ main, styles, footnotes, endnotes }: DocxParts): PlainDocument {
  const roleOf = readRoles(styles?.root ?? null);
  const inline = createInlineWriter(numberNotes({ footnote: footnotes, endnote: endnotes }));
  const written: string[] = [];
  let hanging: HangingParts = { frames: [], notes: [] };
  let hasOutsideText = false;
  /** What the next paragraph begins with: the mark of a note, or the text of a paragraph whose end was deleted. */
  let carried = '';

  let isWritingHanging = false;

  const writeParagraph = (paragraph: Element, part: DocxPart, isInTable: boolean) => {
    const properties = childOf(paragraph, 'w:pPr');
    const content = inline.write(paragraph, part, hanging);
    if (isEndDeleted(properties)) {
      carried += content;
      return;
    }
    written.push(paragraphOf(carried + content, roleOf(properties)));
    carried = '';
    if (!isInTable) writeHanging();
  };

  const writeCarried = () => {
    if (carried !== '') written.push(paragraphOf(carried, 'text'));
    carried = '';
  };

  /** One after the other and not within one another, as a note may hang on a note that hangs on a note. */
  const writeHanging = () => {
    if (isWritingHanging) return;
    isWritingHanging = true;
    while (hanging.frames.length + hanging.notes.length > 0) {
      const { frames, notes } = hanging;
      hanging = { frames: [], notes: [] };
      for (const { content, part } of frames) writeStory(content, part);
      for (const { note, kind, mark } of notes) {
        carried = mark === '' ? '' : textRun(`${mark} `);
        const part = kind === 'footnote' ? footnotes : endnotes;
        if (part !== null) writeStory(note, part);
      }
    }
    isWritingHanging = false;
  };

  const writeStory = (story: Element, part: DocxPart) => {
    writeBlocks(story, part, false);
    writeCarried();
  };

  const writeBlocks = (parent: Element, part: DocxPart, isInTable: boolean): void => {
    for (const child of childElements(parent)) {
      const name = docxName(child);
      if (outsideText.has(name)) hasOutsideText = true;
      else if (name === 'w:p') writeParagraph(child, part, isInTable);
      else if (name === 'w:tbl') writeTable(child, part, isInTable);
      else if (name === 'mc:AlternateContent') {
        const branch = readableBranch(child);
        if (branch !== undefined) writeBlocks(branch, part, isInTable);
      } else if (!unseen.has(name)) writeBlocks(child, part, isInTable);
    }
  };

  const writeTable = (table: Element, part: DocxPart, isInTable: boolean) => {
    writeCarried();
    written.push('<w:tbl>');
    for (const row of partsOf(table, 'w:tr')) {
      if (isDeletedRow(row)) continue;
      written.push('<w:tr>');
      for (const cell of partsOf(row, 'w:tc')) writeCell(cell, part);
      written.push('</w:tr>');
      if (isInTable || hanging.frames.length + hanging.notes.length === 0) continue;
      written.push('</w:tbl>'); // what hangs on a row follows it
      writeHanging();
      written.push('<w:tbl>');
    }
    written.push('</w:tbl>');
  };

  /** A cell that is wider than a column is followed by empty ones, so that columns stay below one another. */
  const writeCell = (cell: Element, part: DocxPart) => {
    written.push('<w:tc>');
    writeBlocks(cell, part, true);
    writeCarried();
    const properties = childOf(cell, 'w:tcPr');
    const span = properties && childOf(properties, 'w:gridSpan');
    const columns = Math.min(mostColumns, Number((span && valueOf(span)) ?? 1) || 1);
    written.push('</w:tc>', '<w:tc><w:p/></w:tc>'.repeat(Math.max(0, columns - 1)));
  };

  writeStory(childOf(main.root, 'w:body') ?? main.root, main);
  return { body: written.join(''), addresses: inline.addresses, hasOutsideText };
}

function paragraphOf(content: string, role: ParagraphRole): string {
  const joined = content.replaceAll(betweenTexts, ''); // Word cuts text into many runs; mammoth takes its time for each
  return `<w:p><w:pPr><w:pStyle w:val="${role}"/></w:pPr>${joined}</w:p>`;
}

/** Rows of a table or cells of a row, which content controls may hold. */
function partsOf(parent: Element, name: 'w:tr' | 'w:tc'): Element[] {
  return Array.from(childElements(parent)).flatMap((child) =>
    docxName(child) === name ? [child] : docxName(child) === 'w:tbl' ? [] : partsOf(child, name),
  );
}

/** Then it goes on in the next paragraph: section 17.13.5.15 of ECMA-376, part 1. */
function isEndDeleted(properties: Element | undefined): boolean {
  const ofMark = properties && childOf(properties, 'w:rPr');
  return ofMark !== undefined && childOf(ofMark, 'w:del') !== undefined;
}

function isDeletedRow(row: Element): boolean {
  const properties = childOf(row, 'w:trPr');
  return properties !== undefined && childOf(properties, 'w:del') !== undefined;
}
