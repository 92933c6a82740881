import type { Element } from '@xmldom/xmldom';
import { raiseDigits } from '../markup/raised-digits.ts';
import { childElements } from '../xml/elements.ts';
import { docxName, valueOf } from './docx-names.ts';
import type { DocxPart } from './docx-parts.ts';
import type { NoteKind, TakeNote } from './plain-inline.ts';

const romans: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/**
 * Counts notes as Word does unless told otherwise: footnotes `¹`, `²`, endnotes `[i]`, `[ii]`. A note with a sign of
 * its own has it in the text already, and gets no mark.
 */
export function numberNotes(parts: Readonly<Record<NoteKind, DocxPart | null>>): TakeNote {
  const notes = { footnote: notesOf(parts.footnote), endnote: notesOf(parts.endnote) };
  const counts = { footnote: 0, endnote: 0 };
  return (kind, reference) => {
    const id = valueOf(reference, 'id') ?? '';
    const note = notes[kind].get(id) ?? null;
    notes[kind].delete(id);
    if (hasOwnSign(reference)) return { mark: '', note };
    counts[kind] += 1;
    return {
      mark: kind === 'footnote' ? raiseDigits(String(counts[kind])) : `[${roman(counts[kind])}]`,
      note,
    };
  };
}

const hasOwnSign = (reference: Element) =>
  ['1', 'true', 'on'].includes(valueOf(reference, 'customMarkFollows') ?? '');

/** By their ids, without the lines that are drawn above notes, which have a type. */
function notesOf(part: DocxPart | null): Map<string, Element> {
  const notes = new Map<string, Element>();
  for (const note of part === null ? [] : childElements(part.root)) {
    const type = valueOf(note, 'type') ?? 'normal';
    if (/^w:(?:foot|end)note$/.test(docxName(note)) && type === 'normal')
      notes.set(valueOf(note, 'id') ?? '', note);
  }
  return notes;
}

function roman(count: number): string {
  let left = count;
  let text = '';
  for (const [value, letters] of romans) {
    text += letters.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}
