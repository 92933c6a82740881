/**
 * What is used of a parsed document, named as narrowly as that: core is compiled without the types of a DOM.
 * The trees of linkedom, of @xmldom/xmldom and of browsers all fit.
 */
export interface MarkupNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly firstChild: MarkupNode | null;
  readonly nextSibling: MarkupNode | null;
  readonly parentNode: MarkupNode | null;
}

export interface MarkupElement extends MarkupNode {
  /** In lower case, where the document is HTML. */
  readonly localName: string;
  getAttribute(name: string): string | null;
}

export function isElement(node: MarkupNode): node is MarkupElement {
  return node.nodeType === 1;
}

/** A text node, or a CDATA section of XHTML. */
export function isText(node: MarkupNode): boolean {
  return node.nodeType === 3 || node.nodeType === 4;
}

/** An attribute's value; old pages write names in capitals, and the parser keeps them. Empty when it is missing. */
export function attributeOf(element: MarkupElement, name: string): string {
  return element.getAttribute(name) ?? element.getAttribute(name.toUpperCase()) ?? '';
}

export function hasAttribute(element: MarkupElement, name: string): boolean {
  return element.getAttribute(name) !== null || element.getAttribute(name.toUpperCase()) !== null;
}

interface Visitor {
  /** Returns `false` to leave the element out; it is then not left either. */
  readonly enter: (element: MarkupElement) => boolean;
  readonly leave: (element: MarkupElement) => void;
  readonly text: (node: MarkupNode) => void;
}

/** Walks the tree in reading order. Not recursive, as a file may stand elements in one another as deep as it likes. */
export function walkMarkup(root: MarkupNode, { enter, leave, text }: Visitor): void {
  let node: MarkupNode = root;
  for (;;) {
    if (isText(node)) text(node);
    const isEntered = !isElement(node) || enter(node);
    let next = isEntered ? node.firstChild : null;
    if (next === null && isEntered && isElement(node)) leave(node);
    while (next === null) {
      if (node === root) return;
      next = node.nextSibling;
      if (next !== null) break;
      const parent: MarkupNode | null = node.parentNode;
      if (parent === null) return;
      node = parent;
      if (isElement(node)) leave(node);
    }
    node = next;
  }
}
