/** `npm test`: the checks, then every test in one run, so that the last line printed sums up all of it. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './check.ts';
import { logToPerson } from './terminal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function runTests(args: readonly string[], failedChecks: boolean): Promise<number> {
  const manifest = createRequire(import.meta.url).resolve('vitest/package.json');
  const child = spawn(process.execPath, [path.join(path.dirname(manifest), 'vitest.mjs'), 'run', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHANCERY_FAILED_CHECKS: failedChecks ? '1' : '0' },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode) => {
      resolve(exitCode ?? 1);
    });
  });
}

const checked = await runChecks();
if (!checked)
  logToPerson('The checks failed (see above; `npm run check` repeats them). The tests run all the same.');
const exitCode = await runTests(process.argv.slice(2), !checked);
process.exitCode = checked ? exitCode : 1;
