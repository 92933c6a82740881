/** The running text of an ODT paragraph or cell, and what hangs on it and is to be read after it. */
import type { Element } from '@xmldom/xmldom';
import type { TextRun } from '../markup/paragraph-writer.ts';
import { linkAddressOf } from '../platform.ts';
import { raiseDigits } from '../markup/raised-digits.ts';
import { attributeOf, childNamed, childNodes, isElement, isText } from '../xml/elements.ts';
import { odf, odfName } from './odf-names.ts';
import type { OdtStyles } from './odt-styles.ts';

/** A footnote or an endnote: its mark is in the text that it hangs on. */
export interface OdtNote {
  /** `¹`, or in brackets what is no number: `[i]` */
  readonly mark: string;
  readonly body: Element;
}

/** Frames, text boxes and shapes, which stand beside the text and may hold paragraphs, and notes. */
export interface HangingParts {
  readonly frames: Element[];
  readonly notes: OdtNote[];
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

const gaps: ReadonlySet<string> = new Set(['text:s', 'text:tab', 'text:line-break']);
/** In a cell, where they follow one another. */
const blocks: ReadonlySet<string> = new Set(['text:p', 'text:h']);

export interface OdtReading {
  readonly isRaised: OdtStyles['isRaised'];
  /** The text of the formula that an object holds; empty when it is something else. */
  readonly formulaAt: (address: string) => string;
}

/** Appends to `run` all that stands in the element, as one run of text. What hangs on it is added to `hanging`. */
export function appendOdtText(
  element: Element,
  run: TextRun,
  hanging: HangingParts,
  { isRaised, formulaAt }: OdtReading,
): void {
  const readAll = (parent: Element, raised: boolean): void => {
    for (const node of childNodes(parent)) {
      if (isText(node)) {
        const text = node.nodeValue ?? '';
        run.append(raised && isNumber(text) ? raiseDigits(text) : text);
      } else if (isElement(node)) readOne(node, raised);
    }
  };
  const readOne = (child: Element, raised: boolean): void => {
    const name = odfName(child);
    if (unseen.has(name)) return;
    if (name === 'text:note') {
      const note = readNote(child);
      run.append(note.mark);
      hanging.notes.push(note);
    } else if (name.startsWith('draw:') && name !== 'draw:a') {
      const object = childNamed(child, odf.draw, 'object');
      if (object !== undefined) run.append(formulaAt(attributeOf(object, odf.xlink, 'href') ?? ''));
      hanging.frames.push(child);
    } else if (gaps.has(name)) run.append(' ');
    else if (name === 'text:a') {
      run.setLink(linkAddressOf((attributeOf(child, odf.xlink, 'href') ?? '').trim()));
      readAll(child, raised);
      run.setLink(null);
    } else if (blocks.has(name)) {
      run.append(' ');
      readAll(child, false);
      run.append(' ');
    } else readAll(child, raised || isRaised(attributeOf(child, odf.text, 'style-name')));
  };
  readAll(element, false);
}

function readNote(note: Element): OdtNote {
  const citation = childNamed(note, odf.text, 'note-citation');
  const label = citation?.textContent?.trim() ?? '';
  const body = childNamed(note, odf.text, 'note-body') ?? note;
  return { mark: isNumber(label) ? raiseDigits(label) : `[${label === '' ? '*' : label}]`, body };
}

const isNumber = (text: string) => /^\s*[−+-]?\d+\s*$/.test(text);
