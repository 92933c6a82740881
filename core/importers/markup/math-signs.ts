import { isElement, type MarkupElement, type MarkupNode } from './markup-tree.ts';

/** What parts the two halves of these elements of MathML when they are written in one line, so that ½ is not 12. */
const signs: Readonly<Record<string, string>> = { mfrac: '/', msup: '^', msub: '_' };

/** What to write before an element: the sign between two halves, and a parenthesis if this one is of several parts. */
export function signBefore(element: MarkupElement): string {
  const sign = signAround(element);
  if (sign === undefined) return '';
  const isFirst = firstElementOf(element.parentNode) === element;
  return (isFirst ? '' : sign) + (element.localName === 'mrow' ? '(' : '');
}

/** What to write after it. */
export function signAfter(element: MarkupElement): string {
  return element.localName === 'mrow' && signAround(element) !== undefined ? ')' : '';
}

function signAround({ parentNode }: MarkupElement): string | undefined {
  if (parentNode === null || !isElement(parentNode)) return undefined;
  return Object.hasOwn(signs, parentNode.localName) ? signs[parentNode.localName] : undefined;
}

function firstElementOf(parent: MarkupNode | null): MarkupElement | null {
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (isElement(node)) return node;
  }
  return null;
}
