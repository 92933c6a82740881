/** The running text of an ODT paragraph, and what hangs on it and is to be read after it. */
import type { Element } from '@xmldom/xmldom';
import { createParagraphText, type CleanParagraph, type ParagraphText } from '../paragraph-text.ts';
import { attributeOf, childElements, childNamed, childNodes, isElement, isText } from '../xml/elements.ts';
import { odf, odfName } from './odf-names.ts';

/** A footnote or an endnote: its mark is in the text that it hangs on. */
export interface OdtNote {
  /** `[1]` */
  readonly mark: string;
  readonly body: Element;
}

export interface OdtText extends CleanParagraph {
  /** Frames, text boxes and shapes, which stand beside the text and may hold paragraphs. */
  readonly frames: readonly Element[];
  readonly notes: readonly OdtNote[];
}

/** What is not part of the text that a reader sees: what was deleted, remarks, readings of characters, descriptions. */
export const unseen: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'text:ruby-text',
  'text:hidden-text',
  'text:hidden-paragraph',
  'text:script',
  'office:annotation',
  'office:forms',
  'office:event-listeners',
  'title',
  'desc',
]);

/** Reads the paragraph, heading or cell, with everything in it as one run of text. */
export function readOdtText(element: Element): OdtText {
  const text = createParagraphText();
  const frames: Element[] = [];
  const notes: OdtNote[] = [];
  const readAll = (parent: Element): void => {
    for (const node of childNodes(parent)) {
      if (isText(node)) text.append(node.nodeValue ?? '');
      else if (isElement(node)) readOne(node);
    }
  };
  const readOne = (child: Element): void => {
    const name = odfName(child);
    if (unseen.has(name)) return;
    if (name === 'text:note') {
      const note = readNote(child);
      text.append(note.mark);
      notes.push(note);
    } else if (name.startsWith('draw:') && name !== 'draw:a') frames.push(child);
    else if (gaps.has(name)) text.append(' ');
    else if (name === 'text:a') readLink(child, text, readAll);
    else if (blocks.has(name)) {
      text.append(' ');
      readAll(child);
      text.append(' ');
    } else readAll(child);
  };
  readAll(element);
  return { ...text.finish(), frames, notes };
}

const gaps: ReadonlySet<string> = new Set(['text:s', 'text:tab', 'text:line-break']);
/** In a cell, where they follow one another. */
const blocks: ReadonlySet<string> = new Set(['text:p', 'text:h']);

function readLink(link: Element, text: ParagraphText, readAll: (parent: Element) => void): void {
  text.openLink(attributeOf(link, odf.xlink, 'href') ?? '');
  readAll(link);
  text.closeLink();
}

function readNote(note: Element): OdtNote {
  const citation = childNamed(note, odf.text, 'note-citation');
  const label = citation?.textContent?.trim() ?? '';
  const body = childNamed(note, odf.text, 'note-body') ?? note;
  return { mark: `[${label === '' ? '*' : label}]`, body };
}

/** The text of each cell of a row; a cell that another covers is empty, so that columns stay below one another. */
export function readOdtRow(row: Element): OdtText[] {
  return Array.from(childElements(row))
    .filter((child) => ['table:table-cell', 'table:covered-table-cell'].includes(odfName(child)))
    .map(readOdtText);
}
