import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../host/command-line/run-command-line.ts';
import { resourcesBeside } from '../../host/resources.ts';
import { countingTools } from '../unit/host/dossier-fixture.ts';

export interface Spoken {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = fileURLToPath(new URL('../../host/command-line/chancery.ts', import.meta.url));

/** Runs the real command line in a Node of its own, without a display. */
export function chancery(...argv: readonly string[]): Promise<Spoken> {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', entry, ...argv],
      { cwd: root, env, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({
          exit: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
          stdout,
          stderr,
        });
      },
    );
  });
}

/** Runs it in this process: quicker, for what has nothing to do with processes. */
export async function chanceryHere(...argv: readonly string[]): Promise<Spoken> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const exit = await runCommandLine({
    argv,
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
    resources: resourcesBeside(entry),
    ...countingTools(),
    passphrase: undefined,
  });
  return { exit, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** The result of a command that has to be done. */
export async function json<Result>(...argv: readonly string[]): Promise<Result> {
  const { exit, stdout, stderr } = await chancery(...argv, '--json');
  if (exit !== 0) throw new Error(`exit ${String(exit)}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Result;
}
