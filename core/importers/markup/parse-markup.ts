// The build of linkedom for workers: in one piece, and without the packages of Node that the other one looks for.
import { parseHTML } from 'linkedom/worker';
import { done, refused, type Result } from '../../result.ts';
import { importLimits } from '../limits.ts';
import type { MarkupElement, MarkupNode } from './markup-tree.ts';
import { measureMarkup } from './measure-markup.ts';

/** A parsed page. No script of it runs, and nothing that it names is fetched. */
export interface MarkupDocument extends MarkupNode {
  querySelector(selectors: string): MarkupElement | null;
  querySelectorAll(selectors: string): Iterable<MarkupElement>;
}

/** Of elements that old pages never close, so many more may stand in one another. */
const looseness = 10;

/**
 * Parses HTML or XHTML, however broken. `fileName` is for the sentence of a refusal: elements may stand in one another
 * only so deep, and be only so many.
 */
export function parseMarkup(
  markup: string,
  fileName: string,
): Result<MarkupDocument, 'too-deep' | 'too-much-markup'> {
  const { elements, pieces, depth, fullDepth } = measureMarkup(markup, importLimits.depth * looseness);
  if (depth > importLimits.depth || fullDepth > importLimits.depth * looseness) {
    return refused(
      'too-deep',
      `The elements of “${fileName}” stand in one another more than ${String(importLimits.depth)} deep, the most that can be imported. Save it as plain text and import that.`,
    );
  }
  if (elements + pieces > importLimits.elements) {
    return refused(
      'too-much-markup',
      `“${fileName}” has more than ${importLimits.elements.toLocaleString('en')} pieces of markup, the most that can be imported. Save it as plain text and import that.`,
    );
  }
  const plain = withoutDoctype(isXhtml(markup) ? closeEmptyElements(markup) : markup);
  const parsed: { readonly document: MarkupDocument } = parseHTML(plain);
  return done(parsed.document);
}

const declaredEntities = /^(\s*(?:<\?xml[^>]*>\s*)?<!doctype[^>[]*)\[[^\]]*\]/i;

/**
 * linkedom hangs a document type before the tree in such a way that the tree can't be reached from it. Here it is a
 * declaration like any other, and nothing that it declares is an entity.
 */
const withoutDoctype = (markup: string) =>
  markup.replace(declaredEntities, '$1').replace(/<!doctype/gi, '<!ignored');

const isXhtml = (markup: string) => /^\s*<\?xml\s/.test(markup);

const emptyElement =
  /<((?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)[\s/])[a-z][^\s<>/]*)((?:\s[^<>]*)?)\/>/gi;

/** XHTML writes `<script/>` and `<a id="page7"/>`, which a reader of HTML takes for start tags without an end. */
function closeEmptyElements(markup: string): string {
  return markup.replace(emptyElement, '<$1$2></$1>');
}
