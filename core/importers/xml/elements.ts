/** The few ways in which importers go through an XML document. Elements are told by namespace and local name. */
import type { Element, Node } from '@xmldom/xmldom';

export function isElement(node: Node): node is Element {
  return node.nodeType === 1; // Node.ELEMENT_NODE, which would load the package for a number
}

/** Character data, in a CDATA section or not. */
export function isText(node: Node): boolean {
  return node.nodeType === 3 || node.nodeType === 4;
}

/** By links from one to the next: xmldom counts from the first whenever it is asked for the n-th. */
export function* childNodes(parent: Node): Generator<Node> {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) yield node;
}

export function* childElements(parent: Node): Generator<Element> {
  for (const node of childNodes(parent)) if (isElement(node)) yield node;
}

function isNamed(element: Element, namespace: string, name: string): boolean {
  return element.localName === name && element.namespaceURI === namespace;
}

/** The first child element of that name. */
export function childNamed(parent: Node, namespace: string, name: string): Element | undefined {
  for (const child of childElements(parent)) if (isNamed(child, namespace, name)) return child;
  return undefined;
}

/** Every element of that name below `parent`, in reading order. */
export function elementsNamed(parent: Node, namespace: string, name: string): Element[] {
  return Array.from(childElements(parent)).flatMap((child) => [
    ...(isNamed(child, namespace, name) ? [child] : []),
    ...elementsNamed(child, namespace, name),
  ]);
}

/** An attribute that is there and not empty; `null` is the namespace of attributes without a prefix. */
export function attributeOf(element: Element, namespace: string | null, name: string): string | undefined {
  const value = element.getAttributeNS(namespace ?? '', name);
  return value === null || value === '' ? undefined : value;
}
