import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { noteText } from './window-parts.ts';

const pictures = fileURLToPath(new URL('../../dist/pictures/', import.meta.url));

/** The application with its sample dossier, and what hands do in its window. */
export interface WindowOfTests {
  readonly application: ElectronApplication;
  readonly window: Page;
  readonly dataFolder: string;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Kept in `dist/pictures/`, as `<name of the tests>-<name>.png`. */
  readonly picture: (name: string) => Promise<void>;
}

/**
 * Starts the application for the tests beside it: anew for each, or once for all of them, where each begins a note or a
 * paragraph of its own.
 */
export function windowOfTests(name: string, started: 'for each' | 'once'): WindowOfTests {
  let running: RunningChancery | undefined;
  const now = () => {
    if (running === undefined) throw new Error('The application has not started yet.');
    return running;
  };
  const start = async () => {
    running = await launchChancery();
    await noteText(running.window).waitFor();
  };
  const stop = () => running?.close();
  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    if (started === 'once') await start();
  });
  if (started === 'for each') {
    beforeEach(start);
    afterEach(stop);
  } else {
    afterAll(stop);
  }
  return {
    get application() {
      return now().application;
    },
    get window() {
      return now().window;
    },
    get dataFolder() {
      return now().dataFolder;
    },
    async press(...keys) {
      for (const key of keys) await now().window.keyboard.press(key);
    },
    type: (text) => now().window.keyboard.type(text),
    async picture(what) {
      await now().window.screenshot({ path: path.join(pictures, `${name}-${what}.png`) });
    },
  };
}
