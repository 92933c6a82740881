import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importInWorker } from '../../../host/command-line/import-in-worker.ts';
import { codeOf, temporaryFolder } from './dossier-fixture.ts';

/** A thread that does this instead of importing. */
function workerDoing(code: string): string {
  const path = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(path, `import { parentPort, workerData } from 'node:worker_threads';\n${code}\n`);
  return path;
}

const task = { bytes: Buffer.from('x'), fileName: 'x.txt' };
const limits = { milliseconds: 2_000, memory: 32 };

describe('the thread in which a file is opened', () => {
  it.each([
    ['takes too long', 'for (;;) {}', 'time-limit'],
    [
      'takes too much memory',
      'const all = []; for (;;) all.push(new Array(1000).fill(all.length));',
      'memory-limit',
    ],
    [
      'refuses',
      "parentPort.postMessage({ ok: false, error: { code: 'no-text', message: 'Empty.' } });",
      'no-text',
    ],
  ])('that %s', async (_, code, expected) => {
    expect(codeOf(await importInWorker(workerDoing(code), task, limits))).toBe(expected);
  });

  it.each([
    ['throws', "throw new Error('a bug');", 'a bug'],
    ['ends without a word', 'process.exit(0);', 'without an answer'],
    ['answers with something else', 'parentPort.postMessage({ ok: true, value: { title: 1 } });', 'Invalid'],
  ])('that %s is a bug', async (_, code, message) => {
    await expect(importInWorker(workerDoing(code), task, limits)).rejects.toThrow(message);
  });
});
