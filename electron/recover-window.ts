import type { RenderProcessGoneDetails, WebContents } from 'electron';

/** Milliseconds within which a second crash is one too many: opening the window again would only repeat it. */
const tooSoon = 60_000;

interface Recovery {
  /** Opens the page anew, told that it is a recovered one. */
  readonly reopen: () => void;
  /** It has crashed again at once: the person decides whether to try once more. */
  readonly crashedAgain: () => void;
  readonly logError: (error: unknown) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
}

/** A window whose page has crashed comes back by itself, once. What was acknowledged is in the host, and stays. */
export function recoverWindow(contents: Pick<WebContents, 'on'>, recovery: Recovery): void {
  let lastCrash: number | undefined;
  contents.on('render-process-gone', (_event: unknown, { reason, exitCode }: RenderProcessGoneDetails) => {
    if (reason === 'clean-exit') return;
    recovery.logError(new Error(`The window's process has gone: ${reason} (${String(exitCode)})`));
    const at = recovery.clock();
    const again = lastCrash !== undefined && at - lastCrash < tooSoon;
    lastCrash = at;
    if (again) recovery.crashedAgain();
    else recovery.reopen();
  });
}
