/** Namespaces of Office Open XML, in the two forms that Word writes: https://ecma-international.org/publications-and-standards/standards/ecma-376/ */
import type { Element } from '@xmldom/xmldom';

const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rels',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
};

const relationshipNamespaces = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

/** `w:p`, whatever prefix the document itself uses; only the local name in other namespaces. */
export function docxName(element: Element): string {
  const prefix = prefixes[element.namespaceURI ?? ''];
  return prefix === undefined ? (element.localName ?? '') : `${prefix}:${element.localName ?? ''}`;
}

/** An attribute in the namespace of its element, as `w:val` on a `w:` element. */
export function valueOf(element: Element, name = 'val'): string | undefined {
  return element.getAttributeNS(element.namespaceURI ?? '', name) ?? undefined;
}

/** The relationship that an element names with `r:id`. */
export function relationshipOf(element: Element): string | undefined {
  for (const namespace of relationshipNamespaces) {
    const id = element.getAttributeNS(namespace, 'id');
    if (id !== null && id !== '') return id;
  }
  return undefined;
}
