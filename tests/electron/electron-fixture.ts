import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { inject } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Milliseconds that the application has to go by itself before it is ended. */
const patience = 10_000;

interface LaunchOptions {
  /** Kept when the application closes. Without one, it gets a temporary folder that goes with it. */
  readonly dataFolder?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A packaged application instead of the checkout. */
  readonly executablePath?: string;
}

export interface RunningChancery {
  readonly application: ElectronApplication;
  /** The first window, loaded. */
  readonly window: Page;
  readonly dataFolder: string;
  /** Closes the window as a person would, and waits until the application is gone. May be called twice. */
  readonly close: () => Promise<void>;
}

interface Stage {
  readonly executable: string;
  readonly folder: string;
  /** Names the display of this worker, where it has one of its own. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The runtime and display of this run. Throws the sentence that says what is missing, so that the test fails with it. */
export function electronStage(): Stage {
  const stage = inject('electronStage');
  if (!stage.ready) throw new Error(stage.reason);
  const { executable, folder, displays } = stage;
  // Vitest numbers its workers from 1.
  const display = displays[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % Math.max(1, displays.length)];
  return { executable, folder, environment: display === undefined ? {} : { DISPLAY: display } };
}

function environment(options: LaunchOptions): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = Object.fromEntries(own) as Record<string, string>;
  return { ...rest, ...electronStage().environment, ...options.env };
}

async function closeOrEnd(application: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  try {
    await application.close();
  } finally {
    clearTimeout(timer);
  }
}

/** Starts the real application with a data folder of its own. */
export async function launchChancery(options: LaunchOptions = {}): Promise<RunningChancery> {
  const { folder } = electronStage();
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'chancery-test-')));
  // Read by the package `electron` in this process, where Playwright asks it for the executable.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = folder;
  const application = await _electron.launch({
    args: [
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${dataFolder}`,
      ...(options.executablePath === undefined ? [root] : []),
      ...(options.args ?? []),
    ],
    ...(options.executablePath === undefined ? {} : { executablePath: options.executablePath }),
    env: environment(options),
    // Otherwise Playwright turns Chromium's sandbox off, for everybody.
    chromiumSandbox: true,
  });
  // Now: Playwright forgets it when the application has gone.
  const child = application.process();
  let closing: Promise<void> | undefined;
  const close = async () => {
    await closeOrEnd(application, child);
    if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  const running = { application, dataFolder, close: () => (closing ??= close()) };
  try {
    const window = await application.firstWindow();
    await window.waitForLoadState('load');
    return { ...running, window };
  } catch (error) {
    await running.close();
    throw error;
  }
}
