import type { TestProject } from 'vitest/node';
import { bundle } from '../../build/bundle.ts';
import { ensureLibraries, hasDisplay, startDisplay, type OwnDisplay } from '../../build/display.ts';
import { findElectronRuntime, searchOnThisMachine } from '../../build/electron-runtime.ts';
import { askOnTerminal, logToPerson } from '../../build/terminal.ts';
import { done, type Result } from '../../core/result.ts';

/** What every test of the real application shares; or the sentence that says why there can be no such test here. */
export type ElectronStage =
  | {
      readonly ready: true;
      readonly executable: string;
      readonly folder: string;
      readonly environment: Readonly<Record<string, string>>;
    }
  | { readonly ready: false; readonly reason: string };

declare module 'vitest' {
  interface ProvidedContext {
    electronStage: ElectronStage;
  }
}

async function findDisplay(): Promise<Result<OwnDisplay | undefined>> {
  return hasDisplay(process.env, process.platform) ? done(undefined) : startDisplay(logToPerson);
}

async function setStage(): Promise<{ stage: ElectronStage; display?: OwnDisplay | undefined }> {
  const unable = (reason: string) => ({ stage: { ready: false, reason } as const });
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
  const display = await findDisplay();
  if (!display.ok) return unable(display.error.message);
  const environment = display.value === undefined ? {} : { DISPLAY: display.value.name };
  return { stage: { ready: true, executable, folder, environment }, display: display.value };
}

/** Once for the whole run: a bundle, a runtime and a display. What is missing fails the tests, each with the reason. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stage, display } = await setStage();
  project.provide('electronStage', stage);
  return async () => {
    await display?.stop();
  };
}
