import type { Document, Element } from '@xmldom/xmldom';
import { attributeOf, childElements, childNamed } from '../xml/elements.ts';
import { odf } from './odf-names.ts';

export type StyledKind = 'text' | 'heading' | 'quote';

/** The styles that say what a paragraph is. Their names are the same in every language of the program that wrote them. */
const meanings: ReadonlyMap<string, StyledKind> = new Map([
  ['Title', 'heading'],
  ['Subtitle', 'text'], // descends from Heading, and often is a place and a date that are cited
  ['Heading', 'heading'],
  ['Quotations', 'quote'],
  ['Quote', 'quote'], // of Word, when it saves as ODT, and the next three
  ['Intense_20_Quote', 'quote'],
  ['IntenseQuote', 'quote'],
  ['Block_20_Text', 'quote'],
]);

/** What styles say about text; a style that is missing says nothing. */
export interface OdtStyles {
  /** By the style of that name, or the nearest of its ancestors that means something. */
  readonly kindOf: (paragraphStyle: string | undefined) => StyledKind;
  /** Whether it sets text above the line, as exponents and marks of notes are. */
  readonly isRaised: (textStyle: string | undefined) => boolean;
}

/** `documents` are content.xml, with its automatic styles, and styles.xml, where they descend from. */
export function readStyles(documents: readonly Document[]): OdtStyles {
  const parents = new Map<string, string>();
  const raised = new Set<string>();
  for (const style of documents.flatMap(stylesOf)) {
    const family = attributeOf(style, odf.style, 'family');
    const name = attributeOf(style, odf.style, 'name');
    const parent = attributeOf(style, odf.style, 'parent-style-name');
    if (name === undefined) continue;
    if (family === 'paragraph' && parent !== undefined) parents.set(name, parent);
    if (family === 'text' && raises(style)) raised.add(name);
  }
  const kindOf = (styleName: string | undefined) => {
    const seen = new Set<string>(); // a style may descend from itself in a damaged file
    for (let name = styleName; name !== undefined && !seen.has(name); name = parents.get(name)) {
      const meaning = meanings.get(name);
      if (meaning !== undefined) return meaning;
      seen.add(name);
    }
    return 'text';
  };
  return { kindOf, isRaised: (name) => name !== undefined && raised.has(name) };
}

function raises(style: Element): boolean {
  const properties = childNamed(style, odf.style, 'text-properties');
  const position = properties && attributeOf(properties, odf.style, 'text-position');
  return position !== undefined && /^(?:super|[1-9]\d*%)/.test(position.trim());
}

function stylesOf(document: Document): Element[] {
  const root = document.documentElement;
  if (root === null) return [];
  return ['styles', 'automatic-styles'].flatMap((name) => {
    const group = childNamed(root, odf.office, name);
    return group === undefined ? [] : Array.from(childElements(group));
  });
}
