/** What a paragraph of a DOCX is, by its style and the styles which that is based on. */
import type { Element } from '@xmldom/xmldom';
import { childElements } from '../xml/elements.ts';
import { docxName, valueOf } from './docx-names.ts';

/** `contents` is a line of a table of contents. */
export type ParagraphRole = 'text' | 'heading' | 'quote' | 'item' | 'contents';

interface Style {
  readonly basedOn: string | undefined;
  /** What the style says by itself, whatever it is based on. */
  readonly role: ParagraphRole | undefined;
}

/** Word keeps these names in English in every language; `Quotations` and `Contents` are LibreOffice's. */
const roleOfName: readonly (readonly [name: RegExp, role: ParagraphRole])[] = [
  [/^(?:title|heading(?: \d)?)$/i, 'heading'],
  [/^subtitle$/i, 'text'], // often a place and a date that are cited
  [/^(?:quote|intense quote|quotations|block text)$/i, 'quote'],
  [/^(?:toc|contents) \d$/i, 'contents'],
];

const bodyTextLevel = 9; // of outline levels, which count from 0

/** The role of a paragraph by its `w:pPr`, which may be missing. */
export type RoleOfParagraph = (properties: Element | undefined) => ParagraphRole;

/** `root` is that of styles.xml; `null` when the document has none. */
export function readRoles(root: Element | null): RoleOfParagraph {
  const styles = new Map<string, Style>();
  for (const style of root === null ? [] : childElements(root)) {
    const id = valueOf(style, 'styleId');
    if (docxName(style) !== 'w:style' || valueOf(style, 'type') !== 'paragraph' || id === undefined) continue;
    if (!styles.has(id)) styles.set(id, readStyle(style));
  }
  return (properties) => {
    const styled = roleOfStyle(properties && childOf(properties, 'w:pStyle'), styles);
    if (styled !== undefined && styled !== 'item') return styled;
    const numbered = properties && isNumbered(properties);
    return (numbered ?? styled === 'item') ? 'item' : 'text';
  };
}

function roleOfStyle(
  name: Element | undefined,
  styles: ReadonlyMap<string, Style>,
): ParagraphRole | undefined {
  const seen = new Set<string>(); // a style may be based on itself in a damaged file
  let id = name && valueOf(name);
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const style = styles.get(id);
    if (style?.role !== undefined) return style.role;
    id = style?.basedOn;
  }
  return undefined;
}

function readStyle(style: Element): Style {
  const name = childOf(style, 'w:name');
  const basedOn = childOf(style, 'w:basedOn');
  const properties = childOf(style, 'w:pPr');
  const called = roleOfName.find(([pattern]) => pattern.test((name && valueOf(name)) ?? ''))?.[1];
  const level = properties && childOf(properties, 'w:outlineLvl');
  const isHeading = level !== undefined && Number(valueOf(level) ?? bodyTextLevel) < bodyTextLevel;
  const isItem = properties !== undefined && isNumbered(properties) === true;
  return {
    basedOn: basedOn && valueOf(basedOn),
    role: called ?? (isHeading ? 'heading' : isItem ? 'item' : undefined),
  };
}

/** Whether it is in a list; `undefined` when that is left to the style. List 0 takes a paragraph out of its list. */
function isNumbered(properties: Element): boolean | undefined {
  const numbering = childOf(properties, 'w:numPr');
  const list = numbering && childOf(numbering, 'w:numId');
  return list && valueOf(list) !== '0';
}

export function childOf(parent: Element, name: string): Element | undefined {
  for (const child of childElements(parent)) if (docxName(child) === name) return child;
  return undefined;
}
