import { useLayoutEffect, useRef, useState } from 'react';
import { categories, categoryWords, type Category } from '../../core/dossier/annotation.ts';

interface SelectionToolbarProps {
  /** Where the selection is, in CSS pixels of the window. */
  readonly around: DOMRect;
  /** The positioned element that the toolbar stands in. */
  readonly container: HTMLElement;
  readonly onMark: (category: Category) => void;
  readonly onComment: () => void;
  readonly onCite: () => void;
  readonly onQuote: () => void;
}

const gap = 8; // CSS pixels between the selection and the toolbar

/** Stands below the selection, or above it where there is no room. Keys do the same without it. */
export function SelectionToolbar({
  around,
  container,
  onMark,
  onComment,
  onCite,
  onQuote,
}: SelectionToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  useLayoutEffect(() => {
    if (bar.current === null) return;
    const box = container.getBoundingClientRect();
    const { width, height } = bar.current.getBoundingClientRect();
    const below = around.bottom + gap;
    const top = below + height < box.bottom ? below : Math.max(box.top, around.top - height - gap);
    const middle = around.left + around.width / 2 - width / 2;
    const right = box.left + container.clientWidth; // without the scroll bar
    const left = Math.min(Math.max(middle, box.left + gap), Math.max(box.left + gap, right - width - gap));
    setPlace({ left: left - box.left, top: top - box.top + container.scrollTop });
  }, [around, container]);

  return (
    <div
      ref={bar}
      className="selection-toolbar"
      role="toolbar"
      tabIndex={-1}
      aria-label="Selected passage"
      style={place}
      // The selection has to outlive a press on a button.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {categories.map((category, index) => (
        <button
          key={category}
          type="button"
          title={`${categoryWords[category].name} (${String(index + 1)})`}
          aria-label={`Mark as ${categoryWords[category].name.toLowerCase()}`}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => {
            onMark(category);
          }}
        >
          <span className="category-dot" data-category={category}>
            {categoryWords[category].letter}
          </span>
        </button>
      ))}
      <button type="button" title="Comment (C)" aria-keyshortcuts="C" onClick={onComment}>
        Comment
      </button>
      <button
        type="button"
        title="Quote word for word in the note, with its citation (Q)"
        aria-keyshortcuts="Q"
        onClick={onQuote}
      >
        Quote
      </button>
      <button
        type="button"
        className="cite"
        title="Cite at the caret of the note (Enter)"
        aria-keyshortcuts="Enter"
        onClick={onCite}
      >
        Cite <span aria-hidden="true">↵</span>
      </button>
    </div>
  );
}
