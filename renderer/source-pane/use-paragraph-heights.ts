import { useLayoutEffect, type RefObject } from 'react';

const usualWidth = 0.47; // of a letter, in em: measured over the seeds in the type of sources
const indent = 48; // CSS pixels beside the text, for its number

/**
 * Tells how many letters a line holds, from which the style sheet guesses the height of a paragraph that was not drawn
 * yet (`--letters` is set with each): so that the scroll bar is right, and nothing jumps when it is. Stands before the
 * hook that fills the element, so that the first layout of all paragraphs is the only one.
 */
export function useParagraphHeights(root: RefObject<HTMLElement | null>, textPercent: number): void {
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    const letter = usualWidth * parseFloat(getComputedStyle(element).fontSize);
    let told = '';
    const tell = (width: number) => {
      const letters = Math.max(8, (width - indent) / letter).toFixed(1);
      if (width === 0 || letters === told) return;
      told = letters;
      element.style.setProperty('--letters-in-line', letters);
    };
    tell(element.clientWidth);
    const resized = new ResizeObserver(([entry]) => {
      tell(entry?.contentRect.width ?? 0);
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
    };
  }, [root, textPercent]);
}
