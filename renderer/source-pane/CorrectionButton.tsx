import { useEffect, useState, type RefObject } from 'react';
import { closestBlock } from './paragraph-dom.ts';
import './corrections.css';

interface CorrectionButtonProps {
  /** The text whose paragraphs it stands beside. */
  readonly root: RefObject<HTMLElement | null>;
  /** The positioned element that it stands in. */
  readonly container: RefObject<HTMLElement | null>;
  readonly onOpen: (block: HTMLElement, around: DOMRect) => void;
}

interface Beside {
  readonly block: HTMLElement;
  readonly left: number;
  readonly top: number;
}

const width = 24; // CSS pixels; as high as wide

/**
 * One button for all paragraphs, in the margin of the one that the pointer is over: thousands of buttons would make a
 * long source slow. With the keyboard, the same menu opens by its key.
 */
export function CorrectionButton({ root, container, onOpen }: CorrectionButtonProps) {
  const [beside, setBeside] = useState<Beside | null>(null);

  useEffect(() => {
    const [text, frame] = [root.current, container.current];
    if (text === null || frame === null) return;
    const follow = (event: PointerEvent) => {
      const block = event.target instanceof Node ? closestBlock(event.target) : null;
      if (block === null || !text.contains(block)) return;
      const [own, outer] = [block.getBoundingClientRect(), frame.getBoundingClientRect()];
      const isRightToLeft = getComputedStyle(block).direction === 'rtl';
      const left = isRightToLeft ? own.right - outer.left : own.left - outer.left - width;
      setBeside({ block, left, top: own.top - outer.top + frame.scrollTop });
    };
    const leave = () => {
      setBeside(null);
    };
    text.addEventListener('pointerover', follow);
    frame.addEventListener('pointerleave', leave);
    return () => {
      text.removeEventListener('pointerover', follow);
      frame.removeEventListener('pointerleave', leave);
    };
  }, [root, container]);

  if (beside?.block.isConnected !== true) return null;
  const { block, left, top } = beside;
  return (
    <button
      type="button"
      className="correction-button"
      style={{ left, top }}
      tabIndex={-1}
      title="Correct this paragraph (Shift+F10)"
      aria-label="Correct this paragraph"
      aria-keyshortcuts="Shift+F10"
      // The selection says where to split, so a press leaves it alone.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={(event) => {
        onOpen(block, event.currentTarget.getBoundingClientRect());
      }}
    >
      <span aria-hidden="true">⋮</span>
    </button>
  );
}
