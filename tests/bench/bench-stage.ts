/** The real application and a bare Electron window on the same runtime, for measuring them side by side. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { bundle } from '../../build/bundle.ts';
import { ensureLibraries, hasDisplay, startDisplay } from '../../build/display.ts';
import { findElectronRuntime, searchOnThisMachine } from '../../build/electron-runtime.ts';
import { askOnTerminal, logToPerson } from '../../build/terminal.ts';
import type { Result } from '../../core/result.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const bareFolder = path.join(root, 'tests', 'bench', 'bare');

export interface Running {
  readonly application: ElectronApplication;
  readonly window: Page;
  close(): Promise<void>;
}

export interface BenchStage {
  /** Starts Chancery. Without a data folder it gets one of its own, which goes with it. */
  startChancery(options?: {
    readonly dataFolder?: string;
    readonly args?: readonly string[];
  }): Promise<Running>;
  /** Starts a window that shows a page with nothing in it but what the hash of its address asks for; its folder as above. */
  startBare(hash?: string, dataFolder?: string): Promise<Running>;
  close(): Promise<void>;
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function buildBarePage(): Promise<void> {
  await build({
    configFile: false,
    root: bareFolder,
    logLevel: 'error',
    build: {
      outDir: path.join(root, 'dist', 'bench'),
      emptyOutDir: true,
      // One script that a page from a file may run.
      lib: {
        entry: path.join(bareFolder, 'bare-page.ts'),
        formats: ['iife'],
        name: 'bare',
        fileName: () => 'bare-page.js',
      },
    },
  });
}

async function withOwnFolder(start: (dataFolder: string) => Promise<ElectronApplication>): Promise<Running> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'chancery-bench-'));
  const application = await start(dataFolder);
  const window = await application.firstWindow();
  return {
    application,
    window,
    close: async () => {
      await application.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Chromium waits for a screen that shows sixty pictures a second; what is measured is the work, not the waiting. */
const withoutScreen = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Builds everything and finds a runtime and a display. Throws the sentence that says what is missing. */
export async function setBenchStage(): Promise<BenchStage> {
  const search = await searchOnThisMachine({ env: process.env, log: logToPerson, ask: askOnTerminal() });
  const { executable, folder } = valueOf(await findElectronRuntime(search));
  valueOf(await ensureLibraries(executable, { log: logToPerson, install: true }));
  await bundle();
  await buildBarePage();
  const display = hasDisplay(process.env, process.platform)
    ? undefined
    : valueOf(await startDisplay(logToPerson));
  // Read by the package `electron` in this process, where Playwright asks it for the executable.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = folder;
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'),
  ) as Record<string, string>;
  const env = { ...environment, ...(display === undefined ? {} : { DISPLAY: display.name }) };
  const launch = (dataFolder: string, args: readonly string[]) =>
    _electron.launch({
      args: [...asRoot, ...withoutScreen, `--user-data-dir=${dataFolder}`, ...args],
      env,
      chromiumSandbox: true,
    });
  return {
    startChancery: ({ dataFolder, args = [] } = {}) =>
      withOwnFolder((own) => launch(dataFolder ?? own, [root, ...args])),
    startBare: (hash = '', dataFolder) =>
      withOwnFolder((own) => launch(dataFolder ?? own, [bareFolder, `--hash=${hash}`])),
    close: async () => {
      await display?.stop();
    },
  };
}
