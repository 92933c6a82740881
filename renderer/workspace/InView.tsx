import { useEffect, useRef, useState, type ReactNode } from 'react';

interface InViewProps {
  /** Pixels that the rows take, as far as that can be told before they stand. */
  readonly height: number;
  readonly children: () => ReactNode;
}

/** Screens above and below the one that is seen, in which rows stand already when one scrolls or tabs there. */
const ahead = '200% 0px';

/** Rows of a long list that come to be when they are nearly seen, and then stay: a list costs what is shown of it. */
export function InView({ height, children }: InViewProps) {
  const place = useRef<HTMLLIElement>(null);
  const [stands, setStands] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setStands(true);
      },
      // Of the pane that scrolls: seen from the window, what is scrolled out of the pane has no room around it.
      { root: element.closest('[data-scrolls]'), rootMargin: ahead },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [stands]);
  return stands ? children() : <li ref={place} aria-hidden="true" style={{ height }} />;
}
