import { Readability } from '@mozilla/readability';
import { visible } from '../clean-text.ts';
import { walkMarkup, type MarkupNode } from '../markup/markup-tree.ts';
import type { MarkupDocument } from '../markup/parse-markup.ts';

/** Readability as it is used here: core is compiled without the types of a DOM, which it names. */
interface ArticleReader {
  read(document: MarkupDocument): { readonly content?: MarkupNode | null | undefined } | null;
}
const articleReader: ArticleReader = {
  read: (document: ConstructorParameters<typeof Readability>[0]) =>
    new Readability(document, { charThreshold: 1, serializer: (node) => node }).parse(),
};

/** Elements and texts. On larger pages it takes minutes, and they are books rather than articles. */
const mostNodes = 80_000;
/** It looks through all of an element's text, and does so for each of those that stand around it. */
const mostDeep = 300;

/**
 * The text nodes that make up the article of a page, as far as one can be told. Destroys the document: read it first.
 * It is not asked to try again with looser rules when it finds little, as it would put other nodes in the place of these.
 */
export function findArticleTexts(document: MarkupDocument): ReadonlySet<MarkupNode> {
  const texts = new Set<MarkupNode>();
  if (isTooLarge(document)) return texts;
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

function readArticle(document: MarkupDocument): MarkupNode | null {
  try {
    return articleReader.read(document)?.content ?? null;
  } catch {
    // It is written for the documents of browsers, and stumbles over a few that no browser would make.
    return null;
  }
}

function isTooLarge(document: MarkupDocument): boolean {
  let nodes = 0;
  let depth = 0;
  let deepest = 0;
  walkMarkup(document, {
    enter() {
      nodes += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
      return true;
    },
    leave() {
      depth -= 1;
    },
    text() {
      nodes += 1;
    },
  });
  return nodes > mostNodes || deepest > mostDeep;
}
