import { useEffect, useRef, type RefObject } from 'react';
import { asParagraphId } from '../../core/dossier/ids.ts';
import type { ParagraphPlace } from '../../core/dossier/paragraph-corrections.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { beginningOfWord } from '../../core/dossier/place-to-split.ts';
import { closestBlock, pointInParagraph } from './paragraph-dom.ts';

/** A caret or a click is somewhere in a word; a selection begins where a person began it. */
function placeOfSelection(root: HTMLElement, selection: Selection): ParagraphPlace | null {
  if (selection.rangeCount === 0 || !root.contains(selection.anchorNode)) return null;
  const { startContainer, startOffset } = selection.getRangeAt(0);
  const point = pointInParagraph(startContainer, startOffset);
  if (point === null) return null;
  return selection.isCollapsed ? atWord(startContainer, point) : point;
}

function atWord(node: Node, { paragraph, offset }: ParagraphPlace & { offset: number }): ParagraphPlace {
  const text = closestBlock(node)?.querySelector('.paragraph-text')?.textContent ?? '';
  return { paragraph, offset: beginningOfWord(text, offset) };
}

function blockWithKeyboard(root: HTMLElement): HTMLElement | null {
  const block = closestBlock(document.activeElement);
  return block !== null && root.contains(block) ? block : null;
}

const idOf = (block: HTMLElement) => asParagraphId(block.dataset['paragraph'] ?? '');

/** `null` while neither the keyboard nor the selection is in this text. */
export function placeOfKeyboard(root: HTMLElement): ParagraphPlace | null {
  const block = blockWithKeyboard(root);
  const selection = document.getSelection();
  const selected = selection === null ? null : placeOfSelection(root, selection);
  if (block === null) return selected;
  // What was selected in another paragraph before says nothing about this one.
  const isHere = selection !== null && selected !== null && selection.getRangeAt(0).intersectsNode(block);
  return isHere ? selected : { paragraph: idOf(block), offset: null };
}

/** The place under the pointer: where the selection begins if that is in the same paragraph, or the word pointed at. */
export function placeUnder(block: HTMLElement, clientX: number, clientY: number): ParagraphPlace {
  const paragraph = idOf(block);
  const root = block.parentElement;
  const selection = document.getSelection();
  if (root !== null && selection?.isCollapsed === false) {
    const selected = placeOfSelection(root, selection);
    if (selected?.paragraph === paragraph) return selected;
  }
  const caret = document.caretRangeFromPoint(clientX, clientY);
  if (caret === null || !block.contains(caret.startContainer)) return { paragraph, offset: null };
  const point = pointInParagraph(caret.startContainer, caret.startOffset);
  return point === null ? { paragraph, offset: null } : atWord(caret.startContainer, point);
}

/**
 * Reports where the keyboard is in the text. The last place stands while the keyboard is elsewhere. What is selected goes
 * when the text is made anew: the browser would stretch it over whatever stands there then.
 */
export function useParagraphPlace(
  root: RefObject<HTMLElement | null>,
  edition: Edition,
  onPlace: (place: ParagraphPlace) => void,
): void {
  const report = useRef(onPlace);
  useEffect(() => {
    report.current = onPlace;
  });
  useEffect(() => {
    const text = root.current;
    return () => {
      const selection = document.getSelection();
      if (text?.contains(selection?.anchorNode ?? null) === true) selection?.removeAllRanges();
    };
  }, [root, edition]);
  useEffect(() => {
    let frame = 0;
    const read = () => {
      frame = 0;
      const place = root.current === null ? null : placeOfKeyboard(root.current);
      if (place !== null) report.current(place);
    };
    // Selections change many times a frame.
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    document.addEventListener('selectionchange', later);
    // At once, and before a key does something: what it does is about the place as it is by then.
    document.addEventListener('focusin', read);
    document.addEventListener('keydown', read, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', later);
      document.removeEventListener('focusin', read);
      document.removeEventListener('keydown', read, { capture: true });
    };
  }, [root]);
}
