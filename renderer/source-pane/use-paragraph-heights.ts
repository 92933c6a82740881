import { useLayoutEffect, type RefObject } from 'react';
import type { ParagraphBlocks } from './paragraph-dom.ts';

const usualWidth = 0.47; // of a letter, in em: measured over the seeds in the type of sources

/**
 * Tells how many letters a line holds, from which the style sheet guesses the height of a paragraph that was not drawn
 * yet (`--letters` is set with each): so that the scroll bar is right, and nothing jumps when it is.
 */
export function useParagraphHeights(
  root: RefObject<HTMLElement | null>,
  blocks: ParagraphBlocks | null,
  textPercent: number,
): void {
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || blocks === null) return;
    const tell = () => {
      const letter = usualWidth * parseFloat(getComputedStyle(element).fontSize);
      const indent = 48; // CSS pixels beside the text, for its number
      const letters = Math.max(8, (element.clientWidth - indent) / letter);
      element.style.setProperty('--letters-in-line', letters.toFixed(1));
    };
    tell();
    const resized = new ResizeObserver(tell);
    resized.observe(element);
    return () => {
      resized.disconnect();
    };
  }, [root, blocks, textPercent]);
}
