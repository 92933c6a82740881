import type { Element } from '@xmldom/xmldom';

/** Namespaces of OpenDocument 1.3: https://docs.oasis-open.org/office/OpenDocument/v1.3/ */
export const odf = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  manifest: 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
} as const;

const prefixes = new Map<string, string>(
  Object.entries(odf).map(([prefix, namespace]) => [namespace, prefix]),
);

/** `text:p`, whatever prefix the document itself uses; only the local name in other namespaces. */
export function odfName(element: Element): string {
  const prefix = prefixes.get(element.namespaceURI ?? '');
  return prefix === undefined ? (element.localName ?? '') : `${prefix}:${element.localName ?? ''}`;
}
