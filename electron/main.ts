/** The composition root of the application: reads as a list of what there is and in which order it starts. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import type { HostEventName, HostEvents } from '../core/host-contract.ts';
import { done } from '../core/result.ts';
import { createHost } from '../host/host.ts';
import { createTypesetter } from '../host/typesetting/typesetter.ts';
import { appScheme, appUrl, serveApp } from './app-protocol.ts';
import { closeSafely } from './close-safely.ts';
import { answerCalls } from './ipc.ts';
import { lockContents, lockSession, silenceChromium } from './lockdown.ts';
import { installMenu } from './menu.ts';
import { createPorts } from './ports.ts';
import { windowOptions } from './window-options.ts';

declare const __dirname: string;

const dist = path.dirname(__dirname);
// The compiler of the typesetter reads fonts itself, and can't look into an archive.
const resources = path.join(dist.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked'), 'resources');
const testBuild = app.getVersion().includes('test-build');

let window: BrowserWindow | undefined;

function send<Name extends HostEventName>(event: Name, payload: HostEvents[Name]): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(`event:${event}`, payload);
}

/** A dossier that the desktop asked to open, by double click or on the command line. */
function dossierIn(argv: readonly string[]): string | undefined {
  return argv.slice(1).find((argument) => argument.endsWith('.dossier'));
}

async function start(): Promise<void> {
  const host = createHost({
    dataFolder: app.getPath('userData'),
    seedsFolder: path.join(resources, 'seeds'),
    documentsFolder: app.getPath('documents'),
    now: () => new Date().toISOString(),
    newId: () => randomUUID().replaceAll('-', ''),
    typesetter: () =>
      createTypesetter({
        workerFile: path.join(__dirname, 'typesetter-worker.cjs'),
        fontFolder: path.join(resources, 'fonts'),
      }),
    ports: createPorts(() => window),
    send,
    application: {
      version: app.getVersion(),
      testBuild,
      platform: process.platform as 'linux' | 'darwin' | 'win32',
    },
  });
  process.on('uncaughtException', host.logError);
  process.on('unhandledRejection', host.logError);

  lockSession(session.defaultSession);
  serveApp(protocol, path.join(dist, 'renderer'));
  installMenu((action) => {
    send('action', action);
  });
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents);
  });

  window = new BrowserWindow(windowOptions(path.join(__dirname, 'preload.cjs')));
  const safely = closeSafely(window, () => {
    send('flush', null);
  });
  answerCalls(ipcMain, {
    handlers: {
      ...host.handlers,
      flushed: () => {
        safely.flushed();
        return done(null);
      },
    },
    logError: host.logError,
  });
  window.once('ready-to-show', () => window?.show());
  window.on('closed', () => {
    window = undefined;
  });

  const wanted = dossierIn(process.argv);
  if (wanted !== undefined) host.openPath(path.resolve(wanted));
  const openAndShow = (file: string) => {
    host.openPath(file);
    window?.show();
    window?.focus();
  };
  app.on('second-instance', (_event, argv, folder) => {
    const file = dossierIn(argv);
    if (file === undefined) window?.focus();
    else openAndShow(path.resolve(folder, file));
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openAndShow(file);
  });
  app.on('window-all-closed', () => {
    void host.close().finally(() => {
      app.quit();
    });
  });
  await window.loadURL(appUrl);
}

silenceChromium(app);
protocol.registerSchemesAsPrivileged([appScheme]);
if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}
