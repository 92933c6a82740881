import type { Document, Element } from '@xmldom/xmldom';
import { attributeOf, childElements, childNamed } from '../xml/elements.ts';
import { odf } from './odf-names.ts';

export type StyledKind = 'text' | 'heading' | 'quote';

/** The styles that say what a paragraph is. Their names are the same in every language of the program that wrote them. */
const meanings: Readonly<Record<string, StyledKind>> = {
  Title: 'heading',
  Subtitle: 'text', // descends from Heading, and often is a place and a date that are cited
  Heading: 'heading',
  Quotations: 'quote',
  Quote: 'quote', // of Word, when it saves as ODT, and the next three
  Intense_20_Quote: 'quote',
  IntenseQuote: 'quote',
  Block_20_Text: 'quote',
};

/** What a style of that name, or the nearest of its ancestors that means something, says of a paragraph. */
export type KindOfStyle = (styleName: string | undefined) => StyledKind;

/** `documents` are content.xml, with its automatic styles, and styles.xml, where they descend from. */
export function readStyles(documents: readonly Document[]): KindOfStyle {
  const parents = new Map<string, string>();
  for (const document of documents) {
    for (const style of stylesOf(document)) {
      const name = attributeOf(style, odf.style, 'name');
      const parent = attributeOf(style, odf.style, 'parent-style-name');
      if (name !== undefined && parent !== undefined) parents.set(name, parent);
    }
  }
  return (styleName) => {
    const seen = new Set<string>(); // a style may descend from itself in a damaged file
    for (let name = styleName; name !== undefined && !seen.has(name); name = parents.get(name)) {
      const meaning = meanings[name];
      if (meaning !== undefined) return meaning;
      seen.add(name);
    }
    return 'text';
  };
}

function* stylesOf(document: Document): Generator<Element> {
  const root = document.documentElement;
  if (root === null) return;
  for (const name of ['styles', 'automatic-styles']) {
    const group = childNamed(root, odf.office, name);
    if (group === undefined) continue;
    for (const style of childElements(group)) {
      if (attributeOf(style, odf.style, 'family') === 'paragraph') yield style;
    }
  }
}
