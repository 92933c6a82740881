/** `npm start`: bundles, finds an Electron, and runs the application with the arguments that remain. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { ensureLibraries, hasDisplay } from './display.ts';
import { findElectronRuntime, searchOnThisMachine } from './electron-runtime.ts';
import { askOnTerminal, logToPerson } from './terminal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const noDisplay =
  'There is no display to show the window on. On this machine: `xvfb-run -a npm start` runs it on an invisible one; ' +
  'from another one: `ssh -X` brings its display along.';

/** Chromium refuses to run as root inside its sandbox. Said here and not in the application, which always keeps it. */
function sandboxArguments(): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  logToPerson('You are root, where Chromium has no sandbox: starting with --no-sandbox.');
  return ['--no-sandbox'];
}

function run(executable: string, args: readonly string[]): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(executable, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode) => {
      resolve(exitCode ?? 1);
    });
  });
}

async function start(): Promise<number> {
  if (!hasDisplay(process.env, process.platform)) {
    logToPerson(noDisplay);
    return 1;
  }
  const runtime = await findElectronRuntime(
    await searchOnThisMachine({ env: process.env, log: logToPerson, ask: askOnTerminal() }),
  );
  if (!runtime.ok) {
    logToPerson(runtime.error.message);
    return 1;
  }
  const libraries = await ensureLibraries(runtime.value.executable, { log: logToPerson, install: false });
  if (!libraries.ok) {
    logToPerson(libraries.error.message);
    return 1;
  }
  await bundle();
  return run(runtime.value.executable, [...sandboxArguments(), root, ...process.argv.slice(2)]);
}

process.exitCode = await start();
