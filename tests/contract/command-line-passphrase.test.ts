import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashOf, temporaryFolder } from '../unit/host/dossier-fixture.ts';
import { chanceryHere, json } from './command-line-fixture.ts';
import { seedB } from './host-fixture.ts';

it('encrypts a dossier, asks for its passphrase in every command, and takes it away again', async () => {
  const folder = temporaryFolder();
  const [file, right, wrong] = ['x.dossier', 'right.txt', 'wrong.txt'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(right, 'seven tall ships at noon\nmine\n');
  writeFileSync(wrong, 'seven tall ships at nine\n');
  await json('new', file);
  await chanceryHere('import', file, seedB);
  expect(readFileSync(file).includes('yellow card')).toBe(true);
  expect((await chanceryHere('passphrase', file, '--set', right)).exit).toBe(0);
  expect(readFileSync(file).includes('yellow card')).toBe(false);

  const before = hashOf(file);
  for (const [given, code] of [
    [[], 'needs-passphrase'],
    [['--passphrase-file', wrong], 'wrong-passphrase'],
    [['--passphrase-file', join(folder, 'none.txt')], 'file-not-found'],
  ] as const) {
    const { exit, stdout } = await chanceryHere('show', file, '--json', ...given);
    expect([exit, (JSON.parse(stdout) as { error: { code: string } }).error.code]).toEqual([1, code]);
  }
  expect(hashOf(file)).toBe(before);
  const found = await chanceryHere('search', file, 'yellow card', '--passphrase-file', right);
  expect([found.exit, found.stdout]).toEqual([0, expect.stringContaining('A ¶10') as string]);

  const removed = await chanceryHere('passphrase', file, '--remove', 'yes', '--passphrase-file', right);
  expect(removed.exit).toBe(0);
  expect((await chanceryHere('show', file)).exit).toBe(0);
});

it.each([
  ['neither', ['x.dossier']],
  ['both', ['x.dossier', '--set', 'a', '--remove', 'yes']],
  ['no dossier', ['--remove', 'yes']],
])('is used wrongly with %s', async (_, argv) => {
  expect((await chanceryHere('passphrase', ...argv)).exit).toBe(2);
});
