import type { TestProject } from 'vitest/node';
import { bundle } from '../../build/bundle.ts';
import { ensureLibraries, hasDisplay, startDisplay, type OwnDisplay } from '../../build/display.ts';
import { findElectronRuntime, searchOnThisMachine } from '../../build/electron-runtime.ts';
import { windowsAtOnce } from '../../build/windows-at-once.ts';
import { askOnTerminal, logToPerson } from '../../build/terminal.ts';
import { done, type Result } from '../../core/result.ts';

/** What every test of the real application shares; or the sentence that says why there can be no such test here. */
export type ElectronStage =
  | {
      readonly ready: true;
      readonly executable: string;
      readonly folder: string;
      /** Of the display of each worker; empty where all share the one that there is. */
      readonly displays: readonly string[];
    }
  | { readonly ready: false; readonly reason: string };

declare module 'vitest' {
  interface ProvidedContext {
    electronStage: ElectronStage;
  }
}

/** An invisible display for each worker, so that no window takes the keyboard or the clipboard from another. */
async function findDisplays(): Promise<Result<readonly OwnDisplay[]>> {
  if (hasDisplay(process.env, process.platform)) return done([]);
  const displays: OwnDisplay[] = [];
  for (let worker = 0; worker < windowsAtOnce(); worker += 1) {
    const display = await startDisplay(logToPerson);
    if (!display.ok) return display;
    displays.push(display.value);
  }
  return done(displays);
}

async function setStage(): Promise<{ stage: ElectronStage; displays: readonly OwnDisplay[] }> {
  const unable = (reason: string) => ({ stage: { ready: false, reason } as const, displays: [] });
  const runtime = await findElectronRuntime(
    await searchOnThisMachine({ env: process.env, log: logToPerson, ask: askOnTerminal() }),
  );
  if (!runtime.ok) return unable(runtime.error.message);
  const { executable, folder } = runtime.value;
  const libraries = await ensureLibraries(executable, { log: logToPerson, install: true });
  if (!libraries.ok) return unable(libraries.error.message);
  try {
    await bundle();
  } catch (error) {
    return unable(
      `The application does not build: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const displays = await findDisplays();
  if (!displays.ok) return unable(displays.error.message);
  const names = displays.value.map(({ name }) => name);
  return { stage: { ready: true, executable, folder, displays: names }, displays: displays.value };
}

/** Once for the whole run: a bundle, a runtime and a display. What is missing fails the tests, each with the reason. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stage, displays } = await setStage();
  project.provide('electronStage', stage);
  return async () => {
    for (const display of displays) await display.stop();
  };
}
