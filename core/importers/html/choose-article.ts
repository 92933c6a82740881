import type { ImportedParagraph } from '../../dossier/source.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';

/** Where a text node of a page went: the indexes of the first and the last paragraph that it is in. */
export type TextPlaces = ReadonlyMap<MarkupNode, readonly [first: number, last: number]>;

export interface ParagraphRange {
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
}

/** Of the running text of a page, the share that an article has to hold to stand for the page. */
const leastShare = 0.5;
/** Words that make a paragraph running text, rather than a label or a link. */
const wordsOfRunningText = 8;
/** Of a paragraph's text, the share in links from which on it leads elsewhere rather than says something. */
const mostLinked = 0.5;

/**
 * The paragraphs from the beginning to the end of the article, and which of them are its text. `null` when the page has
 * no article, one that leaves out much of what the page says, or nothing around it that belongs to a site rather than
 * to a text: then all of the page is the source.
 */
export function chooseArticle(
  paragraphs: readonly ImportedParagraph[],
  places: TextPlaces,
  articleTexts: ReadonlySet<MarkupNode>,
  sections: readonly ParagraphRange[],
): { readonly range: ParagraphRange; readonly inArticle: ReadonlySet<number> } | null {
  const inArticle = new Set<number>();
  for (const text of articleTexts) {
    const place = places.get(text);
    for (let index = place?.[0] ?? 0; index <= (place?.[1] ?? -1); index += 1) inArticle.add(index);
  }
  if (inArticle.size === 0) return null;
  let first = paragraphs.length;
  let last = -1;
  for (const index of inArticle) {
    first = Math.min(first, index);
    last = Math.max(last, index);
  }
  const range = widen({ first, last }, paragraphs, sections);
  const outside = paragraphs.filter((_, index) => index < range.first || index > range.last);
  if (!outside.some((paragraph) => paragraph.leftover || isLinked(paragraph))) return null;
  const all = runningWords(paragraphs);
  const held = runningWords(paragraphs.filter((_, index) => inArticle.has(index)));
  return held < all * leastShare ? null : { range, inArticle };
}

/** To the whole of the smallest `<article>` or `<main>` around it, and up to the heading that it stands under. */
function widen(
  { first, last }: ParagraphRange,
  paragraphs: readonly ImportedParagraph[],
  sections: readonly ParagraphRange[],
): ParagraphRange {
  const around = sections
    .filter((section) => section.first <= first && section.last >= last)
    .toSorted((one, other) => one.last - one.first - (other.last - other.first));
  const start = around[0]?.first ?? first;
  const heading = paragraphs
    .slice(0, start + 1)
    .findLastIndex(({ kind, leftover }) => kind === 'heading' && !leftover);
  return { first: heading === -1 ? start : Math.min(start, heading), last: around[0]?.last ?? last };
}

function runningWords(paragraphs: readonly ImportedParagraph[]): number {
  let words = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.leftover || isLinked(paragraph)) continue;
    const count = countWords(paragraph.text);
    if (count >= wordsOfRunningText) words += count;
  }
  return words;
}

function isLinked({ text, links = [] }: ImportedParagraph): boolean {
  const linked = links.reduce((sum, { start, end }) => sum + end - start, 0);
  return linked > text.length * mostLinked;
}

/** Characters of scripts without spaces count for half a word each. */
function countWords(text: string): number {
  const unspaced = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu,
  );
  return text.split(/\s+/u).length + (unspaced?.length ?? 0) / 2;
}
