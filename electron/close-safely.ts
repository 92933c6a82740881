import type { BrowserWindow } from 'electron';

const patience = 5_000; // milliseconds that a window gets to hand over what was typed last

/** Why a window can't be closed without a loss, as far as the shell knows. */
export type CloseTrouble = 'not-saved' | 'no-answer';

interface CloseQuestions {
  /** Sent to the window, which answers through `flushed` or `flushFailed`. */
  readonly askToFlush: () => void;
  /** Resolves to whether the person wants to close nevertheless. */
  readonly askToLose: (trouble: CloseTrouble) => Promise<boolean>;
}

export interface SafeClose {
  /** The window has handed everything over. */
  readonly flushed: () => void;
  /** The window keeps something that could not be saved. */
  readonly flushFailed: () => void;
}

type ClosingWindow = Pick<BrowserWindow, 'on' | 'close' | 'isDestroyed' | 'webContents'>;

/** Holds a closing window until everything typed in it is on disk, or until a person has said to lose it. */
export function closeSafely(window: ClosingWindow, { askToFlush, askToLose }: CloseQuestions): SafeClose {
  let state: 'open' | 'flushing' | 'asking' | 'closing' = 'open';
  let giveUp: NodeJS.Timeout | undefined;

  const close = () => {
    state = 'closing';
    clearTimeout(giveUp);
    if (!window.isDestroyed()) window.close();
  };
  const ask = async (trouble: CloseTrouble) => {
    state = 'asking';
    clearTimeout(giveUp);
    const lose = await askToLose(trouble);
    if (lose) close();
    // A late answer to `flush` may have closed it meanwhile.
    else if (state === 'asking') state = 'open';
  };

  window.on('close', (event) => {
    if (state === 'closing' || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (state !== 'open') return;
    state = 'flushing';
    giveUp = setTimeout(() => void ask('no-answer'), patience);
    askToFlush();
  });
  return {
    flushed: () => {
      if (state === 'flushing') close();
    },
    flushFailed: () => {
      if (state === 'flushing') void ask('not-saved');
    },
  };
}
