import type { BrowserWindow } from 'electron';

const patience = 5_000; // milliseconds that a window gets to hand over what was typed last

export interface SafeClose {
  /** The window has handed everything over. */
  readonly flushed: () => void;
}

/** Holds a closing window until everything typed in it is on disk, or until it has plainly stopped answering. */
export function closeSafely(window: BrowserWindow, askToFlush: () => void): SafeClose {
  let mayClose = false;
  let giveUp: NodeJS.Timeout | undefined;
  const close = () => {
    mayClose = true;
    clearTimeout(giveUp);
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (giveUp !== undefined) return;
    giveUp = setTimeout(close, patience);
    askToFlush();
  });
  return {
    flushed: () => {
      if (giveUp !== undefined) close();
    },
  };
}
