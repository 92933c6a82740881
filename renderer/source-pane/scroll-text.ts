import type { ParagraphId } from '../../core/dossier/ids.ts';
import { asParagraphId } from '../../core/dossier/ids.ts';
import { pointInParagraph, rangeInParagraph, type ParagraphBlocks } from './paragraph-dom.ts';

/** What is read at the top of a view. */
export interface TopOfView {
  readonly paragraph: ParagraphId;
  readonly offset: number;
}

const within = 3; // CSS pixels below the edge of a view that count as its first line

/** The first block that is not wholly above `y`: halving, as there are thousands. */
function firstBelow(root: HTMLElement, y: number): Element | undefined {
  const { children } = root;
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.getBoundingClientRect().bottom ?? y) > y) high = middle;
    else low = middle + 1;
  }
  return children[low];
}

/** `null` at the beginning of the text; `undefined` when nothing can be seen of it. */
export function topOfView(scroll: HTMLElement, root: HTMLElement): TopOfView | null | undefined {
  const view = scroll.getBoundingClientRect();
  if (view.height === 0) return undefined;
  const block = firstBelow(root, view.top + within);
  if (!(block instanceof HTMLElement)) return undefined;
  const box = block.getBoundingClientRect();
  if (block === root.firstElementChild && box.top >= view.top) return null;
  const paragraph = asParagraphId(block.dataset['paragraph'] ?? '');
  const text = block.querySelector('.paragraph-text')?.getBoundingClientRect();
  if (text === undefined || box.top >= view.top) return { paragraph, offset: 0 };
  const edge = block.matches(':dir(rtl)') ? text.right - 1 : text.left + 1;
  const caret = document.caretRangeFromPoint(edge, view.top + within);
  const point = caret === null ? null : pointInParagraph(caret.startContainer, caret.startOffset);
  return { paragraph, offset: point?.paragraph === paragraph ? point.offset : 0 };
}

/** Brings the line of a place to the top of the view. */
export function scrollToTop(scroll: HTMLElement, blocks: ParagraphBlocks, place: TopOfView): void {
  const block = blocks.get(place.paragraph);
  if (block === undefined) return;
  const { paragraph, offset } = place;
  const line = offset === 0 ? null : rangeInParagraph(blocks, { paragraph, start: offset, end: offset + 1 });
  const top = (line ?? block).getBoundingClientRect().top;
  scroll.scrollTop += top - scroll.getBoundingClientRect().top;
}

/** Brings a range into view when it is not wholly there; a third from the top, so that what goes before can be read. */
export function bringIntoView(scroll: HTMLElement, range: Range): void {
  const view = scroll.getBoundingClientRect();
  const box = range.getBoundingClientRect();
  const margin = 24; // CSS pixels
  if (box.top >= view.top + margin && box.bottom <= view.bottom - margin) return;
  scroll.scrollTop += box.top - view.top - view.height / 3;
}
