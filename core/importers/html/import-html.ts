/** A saved web page → paragraphs. Nothing that it names is fetched, and nothing in it runs. */
import type { ImportedDocument, ImportedParagraph } from '../../dossier/source.ts';
import { done, refused, type Result } from '../../result.ts';
import { visible } from '../clean-text.ts';
import {
  attributeOf,
  isElement,
  walkMarkup,
  type MarkupElement,
  type MarkupNode,
} from '../markup/markup-tree.ts';
import { parseMarkup, type MarkupDocument } from '../markup/parse-markup.ts';
import { paragraphsOfMarkup } from '../markup/paragraphs-of-markup.ts';
import { isLeftover } from '../text/line-kinds.ts';
import { makeTitle } from '../text/make-title.ts';
import { chooseArticle, type ParagraphRange, type TextPlaces } from './choose-article.ts';
import { decodePage } from './decode-page.ts';
import { findArticleTexts } from './find-article.ts';
import { collectPageFacts } from './page-facts.ts';
import { baseOf, describePage } from './page-metadata.ts';

export type HtmlImportCode = 'bad-encoding' | 'too-deep' | 'too-much-markup' | 'no-text';

/** Reads a web page. `fileName` is only for the sentences of refusals. */
export function importHtml(bytes: Uint8Array, fileName: string): Result<ImportedDocument, HtmlImportCode> {
  const decoded = decodePage(bytes, fileName);
  if (!decoded.ok) return decoded;
  const parsed = parseMarkup(decoded.value, fileName);
  if (!parsed.ok) return parsed;
  const facts = collectPageFacts(parsed.value);
  const metadata = describePage(facts);
  const paragraphs = readPage(parsed.value, baseOf(facts, metadata.URL));
  const first = paragraphs.find(({ leftover }) => !leftover) ?? paragraphs[0];
  if (first === undefined) {
    return refused(
      'no-text',
      `“${fileName}” holds no text. If the page is made by a script, save what the browser shows.`,
    );
  }
  return done({ title: makeTitle(metadata.title ?? first.text), metadata, paragraphs });
}

/**
 * The article of a page: what stands between its beginning and its end but is not clearly its text, such as a picture's
 * caption or a box of links, is kept as a leftover, so that no sentence is lost. Without an article, the whole page.
 */
function readPage(document: MarkupDocument, baseUrl: string | undefined): ImportedParagraph[] {
  const places = new Map<MarkupNode, [number, number]>();
  const onText = (node: MarkupNode, first: number, last: number) => {
    if (visible.test(node.nodeValue ?? '')) places.set(node, [first, last]);
  };
  const page = paragraphsOfMarkup(document, { baseUrl, isLeftoverElement: isFurniture, onText }).map(
    markLeftover,
  );
  const sections = sectionsOf(document, places);
  const article = chooseArticle(page, places, findArticleTexts(document), sections);
  if (article === null) return page;
  const { range, inArticle } = article;
  return page.slice(range.first, range.last + 1).map((paragraph, index) => {
    const isText = inArticle.has(range.first + index) || paragraph.kind === 'heading';
    return isText ? paragraph : { ...paragraph, leftover: true };
  });
}

const markLeftover = (paragraph: ImportedParagraph): ImportedParagraph =>
  isLeftover(paragraph.text) ? { ...paragraph, kind: 'text', leftover: true } : paragraph;

const furnitureRoles = new Set([
  'navigation',
  'search',
  'banner',
  'contentinfo',
  'menu',
  'menubar',
  'alert',
  'dialog',
]);

/** What a page shows around its text. */
function isFurniture(element: MarkupElement): boolean {
  if (element.localName === 'nav') return true;
  if (element.localName === 'footer') return isBody(element.parentNode);
  // LibreOffice writes the running header and footer of a document so.
  if (element.localName === 'div' && /^(?:header|footer)$/.test(attributeOf(element, 'title'))) return true;
  return furnitureRoles.has(attributeOf(element, 'role').toLowerCase());
}

const isBody = (node: MarkupNode | null) => node !== null && isElement(node) && node.localName === 'body';

/** On a page with more, they are the entries of a list. */
const mostSections = 100;

function sectionsOf(document: MarkupDocument, places: TextPlaces): ParagraphRange[] {
  const sections: ParagraphRange[] = [];
  for (const element of document.querySelectorAll('article, main, [role=main], [role=article]')) {
    if (sections.length === mostSections) break;
    let first = Infinity;
    let last = -1;
    walkMarkup(element, {
      enter: () => true,
      leave() {},
      text(node) {
        const place = places.get(node);
        if (place === undefined) return;
        first = Math.min(first, place[0]);
        last = Math.max(last, place[1]);
      },
    });
    if (last >= 0) sections.push({ first, last });
  }
  return sections;
}
