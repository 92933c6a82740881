/** The inside of a Word paragraph, rewritten with the few elements that are needed to read it. */
import type { Element } from '@xmldom/xmldom';
import { raiseDigits } from '../markup/raised-digits.ts';
import { linkAddressOf } from '../platform.ts';
import { childElements } from '../xml/elements.ts';
import { docxName, relationshipOf, valueOf } from './docx-names.ts';
import type { DocxPart } from './docx-parts.ts';
import { mathText } from './math-text.ts';
import { childOf } from './paragraph-roles.ts';

/** Text boxes and notes, which hang on a paragraph or a row and are read after it. */
export interface HangingParts {
  readonly frames: { readonly content: Element; readonly part: DocxPart }[];
  readonly notes: { readonly note: Element; readonly kind: NoteKind; readonly mark: string }[];
}

export type NoteKind = 'footnote' | 'endnote';

export interface InlineWriter {
  /** The rewritten content of `parent`, which is of `part`. What hangs on it is added to `hanging`. */
  readonly write: (parent: Element, part: DocxPart, hanging: HangingParts) => string;
  /** Addresses of links by the relationships that the rewritten elements name. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Gives the note that a reference points at, and its mark: once, as a note is read only once. */
export type TakeNote = (kind: NoteKind, reference: Element) => { mark: string; note: Element | null };

/** Deleted, moved away, remarks on the text, and how it looks. What is not named here is looked into. */
const unseen: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:rPr',
  'w:pPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:rt',
  'w:rubyPr',
  'w:delText',
  'w:delInstrText',
  'w:commentReference',
]);

const letters: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
};

const frameHolders: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object']);

/** Long, as its parts call one another and share the fields that are open. */
export function createInlineWriter(takeNote: TakeNote): InlineWriter {
  const addresses = new Map<string, string>();
  /** For each field that is open: whether what comes is still the instruction that makes it. */
  const fields: boolean[] = [];

  const writeLink = (content: string, address: string | undefined) => {
    const url = address === undefined ? null : linkAddressOf(address.trim());
    if (url === null) return content;
    const id = `link${String(addresses.size)}`;
    addresses.set(id, url);
    return `<w:hyperlink r:id="${id}">${content}</w:hyperlink>`;
  };

  const writeField = (element: Element) => {
    const type = valueOf(element, 'fldCharType') ?? '';
    if (type === 'begin') fields.push(true);
    else if (fields.length === 0) return '';
    else if (type === 'end') fields.pop();
    else fields[fields.length - 1] = false;
    return `<w:r><w:fldChar w:fldCharType="${escapeXml(type)}"/></w:r>`;
  };

  /** How the run that is being rewritten stands to the line. */
  let isRaised = false;

  const writeText = (text: string) => {
    if (fields.includes(true)) return '';
    return textRun(isRaised && /^\s*[−+-]?\d+\s*$/.test(text) ? raiseDigits(text) : text);
  };

  const writeRun = (run: Element, part: DocxPart, hanging: HangingParts) => {
    const before = isRaised;
    isRaised = isSuperscript(run);
    const written = write(run, part, hanging);
    isRaised = before;
    return written;
  };

  const write: InlineWriter['write'] = (parent, part, hanging) => {
    let written = '';
    for (const child of childElements(parent)) written += writeOne(child, part, hanging);
    return written;
  };

  const writeOne = (element: Element, part: DocxPart, hanging: HangingParts): string => {
    const name = docxName(element);
    if (unseen.has(name) || isHidden(element, name)) return '';
    const letter = letters[name];
    if (letter !== undefined) return writeText(letter);
    if (frameHolders.has(name)) {
      hanging.frames.push(...framesIn(element).map((content) => ({ content, part })));
      return '';
    }
    switch (name) {
      case 'w:r':
        return writeRun(element, part, hanging);
      case 'w:t':
        return writeText(element.textContent ?? '');
      case 'm:oMath':
        return writeText(mathText(element));
      case 'w:sym':
        return `<w:r><w:sym w:font="${escapeXml(valueOf(element, 'font') ?? '')}" w:char="${escapeXml(valueOf(element, 'char') ?? '')}"/></w:r>`;
      case 'w:fldChar':
        return writeField(element);
      case 'w:instrText':
        return `<w:r><w:instrText xml:space="preserve">${escapeXml(element.textContent ?? '')}</w:instrText></w:r>`;
      case 'w:hyperlink':
        return writeLink(write(element, part, hanging), part.addresses.get(relationshipOf(element) ?? ''));
      case 'w:footnoteReference':
        return writeReference('footnote', element, hanging);
      case 'w:endnoteReference':
        return writeReference('endnote', element, hanging);
      case 'mc:AlternateContent': {
        const branch = readableBranch(element);
        return branch === undefined ? '' : write(branch, part, hanging);
      }
      default:
        return write(element, part, hanging);
    }
  };

  const writeReference = (kind: NoteKind, reference: Element, hanging: HangingParts) => {
    const { mark, note } = takeNote(kind, reference);
    if (note !== null) hanging.notes.push({ note, kind, mark });
    return writeText(mark);
  };

  return { write, addresses };
}

const textStart = '<w:r><w:t xml:space="preserve">';
const textEnd = '</w:t></w:r>';
/** What stands between two runs of text that follow one another. */
export const betweenTexts = textEnd + textStart;

export function textRun(text: string): string {
  return text === '' ? '' : textStart + escapeXml(text) + textEnd;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without what XML may not hold, as a careless program may have written it all the same. */
export function escapeXml(text: string): string {
  const legal = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
  return legal.replace(/[&<>"]/g, (letter) => entities[letter] ?? '');
}

function isHidden(run: Element, name: string): boolean {
  const properties = name === 'w:r' ? childOf(run, 'w:rPr') : undefined;
  const vanish = properties && childOf(properties, 'w:vanish');
  return vanish !== undefined && !['0', 'false', 'off'].includes(valueOf(vanish) ?? '');
}

function isSuperscript(run: Element): boolean {
  const properties = childOf(run, 'w:rPr');
  const alignment = properties && childOf(properties, 'w:vertAlign');
  return alignment !== undefined && valueOf(alignment) === 'superscript';
}

/** The contents of the text boxes in a drawing, the outermost ones where they stand in one another. */
function framesIn(drawing: Element): Element[] {
  return Array.from(childElements(drawing)).flatMap((child) => {
    const name = docxName(child);
    if (name === 'w:txbxContent') return [child];
    if (name !== 'mc:AlternateContent') return framesIn(child);
    const branch = readableBranch(child);
    return branch === undefined ? [] : framesIn(branch);
  });
}

/** Of several ways to show one thing, the first that has text: they repeat one another. */
export function readableBranch(alternatives: Element): Element | undefined {
  const branches = Array.from(childElements(alternatives));
  return branches.find(holdsText) ?? branches[0];
}

function holdsText(element: Element): boolean {
  for (const child of childElements(element)) {
    if (docxName(child) === 'w:t' || holdsText(child)) return true;
  }
  return false;
}
