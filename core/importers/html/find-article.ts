import { Readability } from '@mozilla/readability';
import { visible } from '../clean-text.ts';
import { walkMarkup, type MarkupElement, type MarkupNode } from '../markup/markup-tree.ts';
import type { MarkupDocument } from '../markup/parse-markup.ts';

/** Readability as it is used here: core is compiled without the types of a DOM. */
interface ArticleReader {
  parse(): { readonly content?: MarkupElement | null | undefined } | null;
}
const startReader: new (
  document: MarkupDocument,
  options: { readonly charThreshold: number; readonly serializer: (element: MarkupElement) => MarkupElement },
) => ArticleReader = Readability;

/** On larger pages it takes minutes, and they are books rather than articles. */
const mostElements = 30_000;

/**
 * The text nodes that make up the article of a page, as far as one can be told. Destroys the document: read it first.
 * It is not asked to try again with looser rules when it finds little, as it would put other nodes in the place of these.
 */
export function findArticleTexts(document: MarkupDocument): ReadonlySet<MarkupNode> {
  const texts = new Set<MarkupNode>();
  if (countElements(document) > mostElements) return texts;
  const article = readArticle(document);
  if (article === null) return texts;
  walkMarkup(article, {
    enter: () => true,
    leave() {},
    text(node) {
      if (visible.test(node.nodeValue ?? '')) texts.add(node);
    },
  });
  return texts;
}

function readArticle(document: MarkupDocument): MarkupElement | null {
  try {
    const reader = new startReader(document, { charThreshold: 1, serializer: (element) => element });
    return reader.parse()?.content ?? null;
  } catch {
    // It is written for the documents of browsers, and stumbles over a few that no browser would make.
    return null;
  }
}

function countElements(document: MarkupDocument): number {
  let elements = 0;
  walkMarkup(document, {
    enter() {
      elements += 1;
      return true;
    },
    leave() {},
    text() {},
  });
  return elements;
}
