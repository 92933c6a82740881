import type { KeyboardEvent, PointerEvent } from 'react';

interface SplitterProps {
  readonly name: string;
  /** CSS pixels, for those who hear it. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** By how many CSS pixels the edge was moved to the right. */
  readonly onMove: (by: number) => void;
  readonly onEnd: () => void;
}

const keyStep = 24; // CSS pixels for one press of an arrow

/** The edge between two panes: dragged, or moved with the arrow keys. */
export function Splitter({ name, value, least, most, onMove, onEnd }: SplitterProps) {
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    let last = event.clientX;
    const move = (moved: globalThis.PointerEvent) => {
      onMove(moved.clientX - last);
      last = moved.clientX;
    };
    const release = () => {
      handle.removeEventListener('pointermove', move);
      onEnd();
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', release, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    onMove(event.key === 'ArrowRight' ? keyStep : -keyStep);
    onEnd();
  };
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={name}
      aria-valuenow={Math.round(value)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
