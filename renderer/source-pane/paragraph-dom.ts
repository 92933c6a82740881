import { asParagraphId, type ParagraphId } from '../../core/dossier/ids.ts';
import type { Passage } from '../../core/dossier/passage.ts';

/** A place in a paragraph's text, in UTF-16 offsets. */
export interface ParagraphPoint {
  readonly paragraph: ParagraphId;
  readonly offset: number;
}

export interface ParagraphRange {
  readonly paragraph: ParagraphId;
  readonly start: number;
  readonly end: number;
}

/** The block of each paragraph that is on the page: looked up by id thousands of times, so kept. */
export type ParagraphBlocks = ReadonlyMap<ParagraphId, HTMLElement>;

function idOf(block: HTMLElement): ParagraphId {
  return asParagraphId(block.dataset['paragraph'] ?? '');
}

export function collectBlocks(root: HTMLElement): ParagraphBlocks {
  const blocks = new Map<ParagraphId, HTMLElement>();
  for (const block of root.children) {
    if (block instanceof HTMLElement) blocks.set(idOf(block), block);
  }
  return blocks;
}

function textElementOf(block: Element): Element | null {
  return block.querySelector('.paragraph-text');
}

/** The one text node of a paragraph. */
function textNodeOf(block: HTMLElement): Text | null {
  const text = textElementOf(block);
  if (text === null) return null;
  const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
  return node instanceof Text ? node : null;
}

export function closestBlock(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const block = element?.closest('[data-paragraph]');
  return block instanceof HTMLElement ? block : null;
}

/** Where a point of the DOM lies in the text of an edition; `null` outside any paragraph. */
export function pointInParagraph(node: Node, offset: number): ParagraphPoint | null {
  const block = closestBlock(node);
  if (block === null) return null;
  const paragraph = idOf(block);
  const text = textElementOf(block);
  if (text === null) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  const end = document.createRange();
  end.setStart(node, offset);
  // A point before or behind the text, in the margin say, counts as its beginning or its end.
  if (end.compareBoundaryPoints(Range.START_TO_START, before) <= 0) return { paragraph, offset: 0 };
  if (end.compareBoundaryPoints(Range.END_TO_END, before) < 0) before.setEnd(node, offset);
  return { paragraph, offset: before.toString().length };
}

/** What a DOM range covers of each paragraph, in reading order; paragraphs of which it covers nothing are left out. */
export function paragraphRanges(root: HTMLElement, range: Range): ParagraphRange[] {
  if (!root.contains(range.startContainer) && !root.contains(range.endContainer)) return [];
  const start = pointInParagraph(range.startContainer, range.startOffset);
  const end = pointInParagraph(range.endContainer, range.endOffset);
  const ranges: ParagraphRange[] = [];
  const first = start === null ? root.firstElementChild : closestBlock(range.startContainer);
  for (let block = first; block instanceof HTMLElement; block = block.nextElementSibling) {
    const paragraph = idOf(block);
    if (!range.intersectsNode(block)) break;
    const isLast = end !== null && end.paragraph === paragraph;
    const from = start !== null && start.paragraph === paragraph ? start.offset : 0;
    const to = isLast ? end.offset : (textElementOf(block)?.textContent.length ?? 0);
    if (to > from) ranges.push({ paragraph, start: from, end: to });
    if (isLast) break;
  }
  return ranges;
}

/** The DOM range of a run of a paragraph's text; `null` when that is not on the page. */
export function rangeInParagraph(
  blocks: ParagraphBlocks,
  { paragraph, start, end }: ParagraphRange,
): Range | null {
  const block = blocks.get(paragraph);
  const text = block === undefined ? null : textNodeOf(block);
  if (text === null || end > text.length) return null;
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

/** The DOM ranges of a passage, one a paragraph; those that are not on the page are left out. */
export function rangesOfPassage(blocks: ParagraphBlocks, passage: Passage): Range[] {
  return passage.anchors.flatMap(
    ({ paragraph, position }) => rangeInParagraph(blocks, { paragraph, ...position }) ?? [],
  );
}
