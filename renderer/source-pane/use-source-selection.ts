import { useEffect, useRef, useState, type RefObject } from 'react';
import { describePassage } from '../../core/anchoring/describe-passage.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { paragraphRanges } from './paragraph-dom.ts';

export interface SourceSelection {
  readonly passage: Passage;
  /** Of the selection, in CSS pixels of the window. */
  readonly rectangle: DOMRect;
  /** The mouse is still making it. */
  readonly dragging: boolean;
}

/** As it is at this moment: the state of `useSourceSelection` follows a frame later. */
export function readSelection(root: HTMLElement, edition: Edition): Omit<SourceSelection, 'dragging'> | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  if (!root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return null;
  const range = selection.getRangeAt(0);
  const passage = describePassage(edition, paragraphRanges(root, range));
  return passage.ok ? { passage: passage.value, rectangle: range.getBoundingClientRect() } : null;
}

/** The passage that is selected in a source, described; `null` while there is none. */
export function useSourceSelection(
  root: RefObject<HTMLElement | null>,
  edition: Edition,
  onSelect: (passage: Passage | null) => void,
): SourceSelection | null {
  const [selection, setSelection] = useState<SourceSelection | null>(null);
  const pressed = useRef(false);
  const report = useRef(onSelect);
  useEffect(() => {
    report.current = onSelect;
  });

  useEffect(() => {
    let frame = 0;
    const read = () => {
      frame = 0;
      if (root.current === null) return;
      const found = readSelection(root.current, edition);
      setSelection(found === null ? null : { ...found, dragging: pressed.current });
      report.current(found?.passage ?? null);
    };
    // Selections change many times a frame; the passage is described once.
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    const press = () => {
      pressed.current = true;
    };
    const release = () => {
      pressed.current = false;
      later();
    };
    document.addEventListener('selectionchange', later);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('dragend', release);
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', later);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('dragend', release);
      window.removeEventListener('resize', later);
    };
  }, [root, edition]);

  return selection;
}
