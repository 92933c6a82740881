import { BrowserWindow, type WebContents } from 'electron';
import type { DossierSummary, HostEventName, HostEvents, HostHandlers } from '../core/host-contract.ts';
import { done, type Result } from '../core/result.ts';
import type { Host } from '../host/host.ts';
import type { OtherWindows } from '../host/host-dependencies.ts';
import { appUrl } from './app-protocol.ts';
import { closeSafely, type SafeClose } from './close-safely.ts';
import { windowOptions } from './window-options.ts';

/** What a host is given of the window that it serves, which may not stand yet. */
export interface HostWindow {
  readonly window: () => BrowserWindow | undefined;
  readonly send: <Name extends HostEventName>(event: Name, payload: HostEvents[Name]) => void;
  readonly otherWindows: OtherWindows;
}

interface WindowsOptions {
  readonly preload: string;
  readonly createHost: (of: HostWindow) => Host;
}

interface DossierWindow {
  readonly host: Host;
  window: BrowserWindow | undefined;
  safely: SafeClose | undefined;
}

export interface Windows extends OtherWindows {
  /** With the dossier of last time, or the sample. */
  open(): void;
  handlersFor(contents: WebContents): HostHandlers | undefined;
  /** To the window that the person is in. */
  sendToFocused<Name extends HostEventName>(event: Name, payload: HostEvents[Name]): void;
  focusAny(): void;
  count(): number;
  /** Resolves when every dossier lies on disk as one file. */
  closed(): Promise<void>;
}

/** Every dossier in a window of its own, and every window with a host of its own. */
export function createWindows({ preload, createHost }: WindowsOptions): Windows {
  const all = new Set<DossierWindow>();
  const closing = new Set<Promise<void>>();

  function prepare(): DossierWindow {
    const made: DossierWindow = {
      window: undefined,
      safely: undefined,
      host: createHost({
        window: () => made.window,
        send: (event, payload) => {
          send(made, event, payload);
        },
        otherWindows: { show, isOpenIn },
      }),
    };
    return made;
  }

  function stand(made: DossierWindow): void {
    const window = new BrowserWindow(windowOptions(preload));
    made.window = window;
    made.safely = closeSafely(window, () => {
      send(made, 'flush', null);
    });
    all.add(made);
    window.once('ready-to-show', () => {
      window.show();
    });
    window.on('closed', () => {
      made.window = undefined;
      all.delete(made);
      const closed = made.host.close().finally(() => closing.delete(closed));
      closing.add(closed);
    });
    void window.loadURL(appUrl);
  }

  function isOpenIn(path: string): boolean {
    return [...all].some((each) => each.host.isAt(path));
  }

  function show(path: string): Result<DossierSummary> {
    const there = [...all].find((each) => each.host.isAt(path));
    const empty = [...all].find((each) => each.host.summary() === null);
    const chosen = there ?? empty ?? prepare();
    const opened = chosen.host.openPath(path);
    if (chosen.window !== undefined) bringForward(chosen.window);
    else if (opened.ok) stand(chosen);
    else void chosen.host.close();
    return opened;
  }

  const focused = () => {
    const window = BrowserWindow.getFocusedWindow();
    return [...all].find((each) => each.window === window) ?? [...all].at(-1);
  };

  return {
    open: () => {
      stand(prepare());
    },
    show,
    isOpenIn,
    handlersFor(contents) {
      const asking = [...all].find((each) => each.window?.webContents === contents);
      if (asking === undefined) return undefined;
      const flushed: HostHandlers['flushed'] = () => {
        asking.safely?.flushed();
        return done(null);
      };
      return { ...asking.host.handlers, flushed };
    },
    sendToFocused(event, payload) {
      const made = focused();
      if (made !== undefined) send(made, event, payload);
    },
    focusAny() {
      const window = focused()?.window;
      if (window !== undefined) bringForward(window);
    },
    count: () => all.size,
    async closed() {
      await Promise.all(closing);
    },
  };
}

function send<Name extends HostEventName>(
  { window }: DossierWindow,
  event: Name,
  payload: HostEvents[Name],
): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(`event:${event}`, payload);
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
