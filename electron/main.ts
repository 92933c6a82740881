/** The composition root of the application: reads as a list of what there is and in which order it starts. */
import path from 'node:path';
import { app, dialog, ipcMain, powerMonitor, protocol, session, type BrowserWindow } from 'electron';
import type { Refusal } from '../core/result.ts';
import { createDriveWatch, drivePatienceMessage } from '../host/drive-watch.ts';
import type { Host } from '../host/host.ts';
import type { HostDependencies } from '../host/host-dependencies.ts';
import { createLog } from '../host/log.ts';
import { createRecentDossiers } from '../host/recent-dossiers.ts';
import { createWantedParagraph } from '../host/wanted-paragraph.ts';
import { newId } from '../host/new-id.ts';
import { createTypesetter, type Typesetter } from '../host/typesetting/typesetter.ts';
import { appScheme, serveApp, whenServed } from './app-protocol.ts';
import { answerCalls } from './ipc.ts';
import { lockContents, lockSession, silenceChromium } from './lockdown.ts';
import { installMenu } from './menu.ts';
import { linkIn, openParagraphLink } from './open-paragraph-link.ts';
import { createPorts } from './ports.ts';
import { createWindows, openWindow, type HostWindow, type Windows } from './windows.ts';

declare const __dirname: string;

const dist = path.dirname(__dirname);
const preload = path.join(__dirname, 'preload.cjs');
// The compiler of the typesetter reads fonts itself, and can't look into an archive.
const resources = path.join(dist.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked'), 'resources');
const now = () => new Date().toISOString();
const testBuild = app.getVersion().includes('test-build');

/** A dossier that the desktop asked to open, by double click or on the command line. */
function dossierIn(argv: readonly string[]): string | undefined {
  return argv.slice(1).find((argument) => argument.endsWith('.dossier'));
}

const drive = createDriveWatch();
const wantedParagraph = createWantedParagraph();
const log = createLog({ folder: app.getPath('userData'), now });
const logError = (thrown: unknown) => {
  log.error('unexpected', thrown);
};

/** One host for each window; the windows share nothing but the data folder and the typesetter. */
function dependenciesFor(
  { window, send, otherWindows }: HostWindow,
  typesetter: () => Typesetter,
): HostDependencies {
  return {
    dataFolder: app.getPath('userData'),
    seedsFolder: path.join(resources, 'seeds'),
    documentsFolder: app.getPath('documents'),
    now,
    newId,
    typesetter,
    ports: createPorts(window),
    otherWindows,
    wantedParagraph,
    send,
    drive,
    application: {
      version: app.getVersion(),
      testBuild,
      platform: process.platform as 'linux' | 'darwin' | 'win32',
    },
  };
}

/** Said by the system, as no window asked for it. */
function sayRefused(message: string): void {
  dialog.showErrorBox('This dossier can’t be opened', message);
}

/** Opens what the desktop handed over. */
async function openFromDesktop(windows: Windows, file: string): Promise<void> {
  if (!(await drive.answers(file))) {
    sayRefused(drivePatienceMessage);
    return;
  }
  const opened = windows.show(file);
  if (opened.ok) return;
  if (opened.error.code === 'needs-passphrase') windows.openRefused(file);
  else sayRefused(opened.error.message);
}

// macOS hands over the link or the file that it starts the application for before that is ready.
let early: string | undefined;
const keepUntilReady = (linkOrFile: string): void => {
  early = linkOrFile;
};
let takeLink = keepUntilReady;
let takeFile = keepUntilReady;

function openLink(windows: Windows, link: string): Promise<void> {
  const folders = { dataFolder: app.getPath('userData'), documentsFolder: app.getPath('documents') };
  return openParagraphLink(link, {
    want: wantedParagraph.want,
    announce: windows.announceParagraph,
    pathOf: createRecentDossiers({ ...folders, now, newId, drive }).pathOfDossier,
    openDossier: (file) => openFromDesktop(windows, file),
    say: dialog.showErrorBox,
  });
}

/** Of dossiers and links that the desktop hands over, the one that is there. */
function openHandedOver(
  windows: Windows,
  argv: readonly string[],
  folder: string,
): Promise<void> | undefined {
  const link = linkIn(argv);
  if (link !== undefined) return openLink(windows, link);
  const file = dossierIn(argv);
  return file === undefined ? undefined : openFromDesktop(windows, path.resolve(folder, file));
}

/** The first window, with what was handed over at the start, or with what was open last. */
function openFirst(windows: Windows, window: BrowserWindow, argv: readonly string[]): void {
  const link = linkIn(argv);
  const wanted = dossierIn(argv);
  if (link !== undefined) {
    windows.open(window);
    void openLink(windows, link);
    return;
  }
  if (wanted === undefined) {
    windows.open(window);
    return;
  }
  const refused = (refusal: Refusal, close: () => void) => {
    if (refusal.code === 'needs-passphrase') return; // the window asks for it
    // In this order: without any window the application ends, and the system's box waits for an answer.
    if (windows.count() < 2) windows.open();
    close();
    sayRefused(refusal.message);
  };
  windows.openWith(path.resolve(wanted), refused, window);
}

async function start(): Promise<void> {
  process.on('uncaughtException', logError);
  process.on('unhandledRejection', logError);
  // Made at the first PDF: it takes a thread and some memory that reading and writing do not need.
  let typesetter: Typesetter | undefined;
  const sharedTypesetter = (): Typesetter => {
    typesetter ??= createTypesetter({
      workerFile: path.join(__dirname, 'typesetter-worker.cjs'),
      fontFolder: path.join(resources, 'fonts'),
    });
    // Closed with the application, not with the first window.
    return { ...typesetter, close: () => Promise.resolve() };
  };
  lockSession(session.defaultSession);
  serveApp(protocol, path.join(dist, 'renderer'));
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents);
  });

  const first = openWindow(preload);
  // What answers the window is loaded while Chromium reads its page: earlier, the page itself would have to wait for it.
  // Nothing that the page asks for comes in between, as loading holds up everything else here.
  await new Promise<void>((resolve) => {
    whenServed(session.defaultSession, () => {
      resolve();
    });
    first.once('closed', resolve);
  });
  const { createHost } = await import('../host/host.ts');
  const windows = createWindows({
    preload,
    createHost: (of): Host => createHost(dependenciesFor(of, sharedTypesetter)),
    logError,
  });
  whenServed(session.defaultSession, (kind, contents) => {
    if (kind === 'script') windows.pageServed(contents);
  });
  installMenu((action) => {
    windows.sendToFocused('action', action);
  });
  answerCalls(ipcMain, { handlersFor: windows.handlersFor, logError });

  // The battery may be empty before the computer wakes up again.
  powerMonitor.on('suspend', windows.flushAll);
  powerMonitor.on('resume', windows.lockAll);
  powerMonitor.on('lock-screen', windows.lockAll);
  app.on('second-instance', (_event, argv, folder) => {
    if (openHandedOver(windows, argv, folder) === undefined) windows.focusAny();
  });
  app.on('window-all-closed', () => {
    void windows
      .closed()
      .then(() => typesetter?.close())
      .finally(() => {
        app.quit();
      });
  });

  // The installers of the other systems say it to them; that of Windows does not.
  if (process.platform === 'win32' && app.isPackaged) app.setAsDefaultProtocolClient('chancery');
  takeLink = (link) => void openLink(windows, link);
  takeFile = (file) => void openFromDesktop(windows, file);
  openFirst(windows, first, early === undefined ? process.argv : [process.execPath, early]);
}

app.on('open-url', (event, link) => {
  event.preventDefault();
  takeLink(link);
});
app.on('open-file', (event, file) => {
  event.preventDefault();
  takeFile(file);
});
silenceChromium(app);
protocol.registerSchemesAsPrivileged([appScheme]);
if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}
