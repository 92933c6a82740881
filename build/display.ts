/** What Electron needs from a Linux machine beside itself: libraries, and a display to show its window on. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { done, refused, type Result } from '../core/result.ts';
import { displayPackages, electronPackages, installDebianPackages, installHint } from './debian-packages.ts';
import { runCommand } from './run-command.ts';

export interface OwnDisplay {
  /** For the environment variable `DISPLAY`: `:99`. */
  readonly name: string;
  readonly stop: () => Promise<void>;
}

type Log = (line: string) => void;

/** Whether there is a screen to show a window on. Windows and macOS always have one, as far as this can tell. */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** The names in the output of `ldd` that it did not find: `libnss3.so`. */
export function librariesNotFound(lddOutput: string): string[] {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map(([, library]) => library ?? '');
}

async function missingLibraries(executable: string): Promise<string[]> {
  return librariesNotFound((await runCommand('ldd', [executable])).stdout);
}

/** Sees to it that the runtime can be loaded, installing Debian's packages where that is possible. */
export async function ensureLibraries(
  executable: string,
  { log, install }: { readonly log: Log; readonly install: boolean },
): Promise<Result<null, 'libraries-missing'>> {
  if (process.platform !== 'linux') return done(null);
  let missing = await missingLibraries(executable);
  if (missing.length > 0 && install && (await installDebianPackages(electronPackages, log))) {
    missing = await missingLibraries(executable);
  }
  if (missing.length === 0) return done(null);
  return refused(
    'libraries-missing',
    `Electron can't start without ${missing.join(', ')}. ${installHint(electronPackages)}`,
  );
}

async function readToEndOfLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}

/** `undefined`: there is no Xvfb, or it ended before it had a display. */
async function startXvfb(): Promise<OwnDisplay | undefined> {
  // It looks for a free number itself and writes it to this descriptor.
  const numberOn = 3;
  const child: ChildProcess = spawn(
    'Xvfb',
    ['-displayfd', String(numberOn), '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const gone = new Promise<undefined>((resolve) => {
    child.once('error', () => {
      resolve(undefined);
    });
    child.once('exit', () => {
      resolve(undefined);
    });
  });
  const number = await Promise.race([readToEndOfLine(child.stdio[numberOn] as Readable), gone]);
  if (number === undefined || number === '') return undefined;
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  return {
    name: `:${number}`,
    async stop() {
      process.off('exit', endWithUs);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

/** A display of our own for tests, installing what it needs where that is possible. Stop it when done. */
export async function startDisplay(log: Log): Promise<Result<OwnDisplay, 'display-missing'>> {
  let display = await startXvfb();
  if (display === undefined && (await installDebianPackages(displayPackages, log)))
    display = await startXvfb();
  if (display !== undefined) return done(display);
  return refused(
    'display-missing',
    `There is no display, and Xvfb, which would be one, can't be started. ${installHint(displayPackages)}`,
  );
}
