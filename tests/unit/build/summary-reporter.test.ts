import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const reporter = new URL('../../../build/summary-reporter.ts', import.meta.url).href;
const vitest = path.join(
  path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);

/** The last line that a run of these test files prints. */
async function lastLineOf(files: Readonly<Record<string, string>>, failedBefore: number): Promise<string> {
  const folder = await temporaryFolder();
  const configuration = `
    import { summaryReporter } from ${JSON.stringify(reporter)};
    export default {
      test: { globals: true, reporters: ['default', summaryReporter(${String(failedBefore)})] },
    };`;
  await writeFile(path.join(folder, 'vitest.config.mts'), configuration);
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const child = spawn(process.execPath, ['--import', 'tsx', vitest, 'run', '--root', folder], {
    env: { ...process.env, NO_COLOR: '1', VITEST: undefined },
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return printed.trimEnd().split('\n').at(-1) ?? '';
}

const passing = `it('passes', () => {}); it('passes too', () => {});`;
const failing = `it('fails', () => { throw new Error('as it should'); });`;

it.each([
  { what: 'all is well', files: { 'a.test.js': passing }, before: 0, line: '2 passed, 0 failed' },
  {
    what: 'some fail and some are skipped',
    files: { 'a.test.js': passing, 'b.test.js': failing, 'c.test.js': `it.skip('later', () => {});` },
    before: 0,
    line: '2 passed, 1 failed, 1 skipped',
  },
  {
    what: 'a file does not load',
    files: { 'a.test.js': passing, 'b.test.js': 'this is not JavaScript' },
    before: 0,
    line: '2 passed, 1 failed',
  },
  {
    what: 'an error escapes the tests',
    files: { 'a.test.js': `it('passes', () => { setTimeout(() => { throw new Error('late'); }); });` },
    before: 0,
    line: '1 passed, 1 failed',
  },
  { what: 'something failed before', files: { 'a.test.js': passing }, before: 1, line: '2 passed, 1 failed' },
])('when $what: $line', { timeout: 60_000 }, async ({ files, before, line }) => {
  expect(await lastLineOf(files, before)).toBe(line);
});
