import { BrowserWindow, type WebContents } from 'electron';
import type { DossierSummary, HostEventName, HostEvents, HostHandlers } from '../core/host-contract.ts';
import { done, type Refusal, type Result } from '../core/result.ts';
import type { Host } from '../host/host.ts';
import type { OpenOptions, OtherWindows } from '../host/host-dependencies.ts';
import { appUrl, recoveredUrl } from './app-protocol.ts';
import { askToLose } from './ask-to-lose.ts';
import { askToReopen } from './ask-to-reopen.ts';
import { closeSafely, type SafeClose } from './close-safely.ts';
import { recoverWindow } from './recover-window.ts';
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
  readonly logError: (error: unknown) => void;
}

interface Beginning {
  /** Whether a person asked for this dossier: otherwise the window may as well begin with another one. */
  readonly wanted: boolean;
  readonly open: () => void;
}

interface DossierWindow {
  readonly host: Host;
  /** How it comes to its dossier; done once, by whatever needs it first. */
  beginning: Beginning | null;
  window: BrowserWindow | undefined;
  safely: SafeClose | undefined;
}

export interface Windows extends OtherWindows {
  /** With the dossier of last time, or the sample. @param standing a window that has none yet */
  open(standing?: BrowserWindow): void;
  /**
   * With this dossier.
   * @param refused called when it is, with what closes the window, which nobody has seen
   * @param standing a window that has none yet
   */
  openWith(
    path: string,
    refused: (refusal: Refusal, close: () => void) => void,
    standing?: BrowserWindow,
  ): void;
  /** The page of a window is on its way to it: while it is read there, the dossier is opened here. */
  pageServed(contents: WebContents | undefined): void;
  handlersFor(contents: WebContents): HostHandlers | undefined;
  /** To the window that the person is in. */
  sendToFocused<Name extends HostEventName>(event: Name, payload: HostEvents[Name]): void;
  focusAny(): void;
  count(): number;
  /** Asks every window to save what is pending. */
  flushAll(): void;
  /** Asks every window to lock a dossier that has a passphrase. */
  lockAll(): void;
  /** A window that says why a dossier is not open, and offers what can be done. */
  openRefused(path: string): void;
  /** Has the window of an open dossier show what a link points at; `false` when there is none. */
  announceParagraph(dossier: string): boolean;
  /** Resolves when every dossier lies on disk as one file. */
  closed(): Promise<void>;
}

/** Not seen yet, and without a host: it has to stand in one of `createWindows` before its page asks for something. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload));
  void window.loadURL(appUrl);
  return window;
}

/** Every dossier in a window of its own, and every window with a host of its own. */
export function createWindows({ preload, createHost, logError }: WindowsOptions): Windows {
  const all = new Set<DossierWindow>();
  const closing = new Set<Promise<void>>();

  function prepare(): DossierWindow {
    const made: DossierWindow = {
      beginning: null,
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

  function stand(made: DossierWindow, window = openWindow(preload)): void {
    made.window = window;
    made.safely = closeSafely(window, {
      askToFlush: () => {
        send(made, 'flush', null);
      },
      askToLose: (trouble) => askToLose(window, trouble),
    });
    comeBack(window);
    all.add(made);
    window.once('ready-to-show', () => {
      begin(made);
      if (made.window !== undefined) window.show();
    });
    window.on('closed', () => {
      made.window = undefined;
      all.delete(made);
      const closed = made.host.close().finally(() => closing.delete(closed));
      closing.add(closed);
    });
  }

  function begin(made: DossierWindow): void {
    const { beginning } = made;
    made.beginning = null;
    beginning?.open();
  }

  /** A page that has crashed is opened anew; what was acknowledged is with the host. */
  function comeBack(window: BrowserWindow): void {
    const reopen = () => void window.loadURL(recoveredUrl);
    recoverWindow(window.webContents, {
      reopen,
      crashedAgain: () =>
        void askToReopen(window).then((again) => {
          if (again) reopen();
          else window.close();
        }),
      logError,
      clock: () => performance.now(),
    });
  }

  function isOpenIn(path: string): boolean {
    for (const each of all) begin(each);
    return [...all].some((each) => each.host.isAt(path));
  }

  function show(path: string, options?: OpenOptions): Result<DossierSummary> {
    for (const each of all) {
      if (each.beginning?.wanted === true) begin(each);
      each.beginning = null;
    }
    const there = [...all].find((each) => each.host.isAt(path));
    const empty = [...all].find((each) => each.host.summary() === null);
    const chosen = there ?? empty ?? prepare();
    const opened = chosen.host.openPath(path, options);
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
    open(standing) {
      const made = prepare();
      made.beginning = { wanted: false, open: () => void made.host.begin() };
      stand(made, standing);
    },
    openWith(path, refused, standing) {
      const made = prepare();
      const open = () =>
        void made.host.begin(path).then((refusal) => {
          if (refusal !== null) refused(refusal, () => made.window?.destroy());
        });
      made.beginning = { wanted: true, open };
      stand(made, standing);
    },
    pageServed(contents) {
      const made = [...all].find((each) => each.window?.webContents === contents);
      if (made !== undefined) begin(made);
    },
    show,
    isOpenIn,
    handlersFor(contents) {
      const asking = [...all].find((each) => each.window?.webContents === contents);
      if (asking === undefined) return undefined;
      begin(asking);
      return {
        ...asking.host.handlers,
        flushed: () => {
          asking.safely?.flushed();
          return done(null);
        },
        flushFailed: () => {
          asking.safely?.flushFailed();
          return done(null);
        },
      };
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
    flushAll() {
      for (const each of all) send(each, 'flush', null);
    },
    lockAll() {
      for (const each of all) send(each, 'lock', null);
    },
    openRefused(path) {
      const made = prepare();
      made.host.openPath(path);
      stand(made);
    },
    announceParagraph(dossier) {
      const there = [...all].find((each) => each.host.dossierId() === dossier);
      if (there?.window === undefined) return false;
      bringForward(there.window);
      send(there, 'paragraphWanted', null);
      return true;
    },
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
