const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

interface WatchedWindow {
  addEventListener(type: string, listener: () => void, options: { capture: true; passive: true }): void;
  removeEventListener(type: string, listener: () => void, options: { capture: true }): void;
}

interface IdleOptions {
  /** 0: never. Asked at each turn, as it can be changed meanwhile. */
  readonly minutes: () => number;
  readonly lock: () => void;
  /** Milliseconds. */
  readonly now: () => number;
}

const lookEvery = 10_000; // milliseconds

/**
 * Locks when nobody has touched the window for some minutes. It looks at the clock rather than setting a timer for the
 * whole time, because a timer stands still while the computer sleeps. Returns what stops it.
 */
export function lockWhenIdle(window: WatchedWindow, { minutes, lock, now }: IdleOptions): () => void {
  let touched = now();
  const touch = () => {
    touched = now();
  };
  for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true });
  const timer = setInterval(() => {
    const most = minutes() * 60_000;
    if (most === 0 || now() - touched < most) return;
    touch(); // once, not at every look
    lock();
  }, lookEvery);
  return () => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
  };
}
