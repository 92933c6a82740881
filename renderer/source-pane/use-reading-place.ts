import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ParagraphBlocks } from './paragraph-dom.ts';
import { scrollToTop, topOfView, type TopOfView } from './scroll-text.ts';

interface ReadingPlaceOptions {
  readonly scroll: RefObject<HTMLElement | null>;
  readonly root: RefObject<HTMLElement | null>;
  readonly blocks: ParagraphBlocks | null;
  /** Where the text was left; read once, when it appears. */
  readonly placeLeft: () => TopOfView | undefined;
  readonly onPlace: (place: TopOfView | null) => void;
  /** In percent: with another size the lines are others. */
  readonly textPercent: number;
}

const pause = 120; // milliseconds without scrolling until the place is read

/** Opens a text where it was left, tells where it is being read, and keeps that line in place when lines change. */
export function useReadingPlace(options: ReadingPlaceOptions): {
  /** Something else is to be seen now than where the text was left. */
  readonly lead: () => void;
} {
  const { scroll, root, blocks, textPercent } = options;
  const place = useRef<TopOfView | null>(null);
  const restoring = useRef(0);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const returnToPlace = () => {
    if (scroll.current !== null && blocks !== null && place.current !== null) {
      scrollToTop(scroll.current, blocks, place.current);
    }
  };

  useLayoutEffect(() => {
    if (blocks === null) return;
    place.current ??= latest.current.placeLeft() ?? null;
    returnToPlace();
    // Paragraphs above get their true heights when they are drawn for the first time.
    restoring.current = requestAnimationFrame(() => {
      returnToPlace();
      restoring.current = requestAnimationFrame(returnToPlace);
    });
    return () => {
      cancelAnimationFrame(restoring.current);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each text, not for each render
  }, [blocks]);

  useLayoutEffect(() => {
    returnToPlace();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another size of the letters moves the lines
  }, [textPercent]);

  useLayoutEffect(() => {
    const view = scroll.current;
    const text = root.current;
    if (view === null || text === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      const top = topOfView(view, text);
      if (top === undefined) return;
      place.current = top;
      latest.current.onPlace(top);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(read, pause);
    };
    // Never asked of the page, which would lay out thousands of paragraphs once more: the first call tells it.
    let width: number | null = null;
    const resized = new ResizeObserver(([entry]) => {
      const before = width;
      const now = entry?.contentRect.width ?? 0;
      if (now === before || now === 0) return;
      width = now;
      if (before !== null) returnToPlace();
    });
    view.addEventListener('scroll', later, { passive: true });
    resized.observe(view);
    return () => {
      // The last look, before the text is gone.
      if (timer !== undefined) read();
      clearTimeout(timer);
      resized.disconnect();
      view.removeEventListener('scroll', later);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as long as the text stands
  }, [scroll, root, blocks]);

  return {
    lead: () => {
      cancelAnimationFrame(restoring.current);
    },
  };
}
