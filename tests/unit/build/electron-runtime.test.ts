import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findElectronRuntime,
  findOfficialRuntime,
  type RuntimeSearch,
} from '../../../build/electron-runtime.ts';
import type { ElectronRuntime } from '../../../build/runtime-folder.ts';
import { done, refused } from '../../../core/result.ts';
import { temporaryFolder } from './temporary-folder.ts';

function runtime(kind: ElectronRuntime['kind']): ElectronRuntime {
  return { executable: `/${kind}/electron`, folder: `/${kind}`, version: '1.2.3', kind };
}

interface World {
  readonly installed?: boolean;
  readonly online?: boolean;
  readonly cached?: boolean;
  readonly supported?: boolean;
  /** What the person says; absent: there is nobody. */
  readonly answer?: boolean;
}

const noNetwork = refused('official-download-failed', 'Electron could not be downloaded.');

/** A search whose steps are noted down in the order they are taken. */
async function searchIn(world: World, more: Partial<RuntimeSearch> = {}) {
  const steps: string[] = [];
  const step = <Value>(name: string, value: Value) => {
    steps.push(name);
    return Promise.resolve(value);
  };
  const search: RuntimeSearch = {
    env: {},
    platform: 'linux',
    cache: await temporaryFolder(),
    now: () => 0,
    log: () => undefined,
    ask: world.answer === undefined ? undefined : () => step('ask', world.answer === true),
    downloadKey: 'a version and a mirror',
    installed: () => Promise.resolve(world.installed === true ? runtime('official') : undefined),
    download: () => step('download', world.online === true ? done(runtime('official')) : noNetwork),
    fallback:
      world.supported === false
        ? undefined
        : {
            description: 'a stand-in',
            cached: () => Promise.resolve(world.cached === true ? runtime('fallback') : undefined),
            fetch: () => step('fetch', done(runtime('fallback'))),
          },
    ...more,
  };
  return { search, steps };
}

describe('without an override', () => {
  it.each<{ what: string; world: World; found: string; steps: string[] }>([
    { what: 'the official one that is there', world: { installed: true }, found: 'official', steps: [] },
    {
      what: 'the official one that is there, though a stand-in is cached',
      world: { installed: true, cached: true },
      found: 'official',
      steps: [],
    },
    { what: 'the official download', world: { online: true }, found: 'official', steps: ['download'] },
    {
      what: 'the official download, though a stand-in is cached',
      world: { online: true, cached: true },
      found: 'official',
      steps: ['download'],
    },
    {
      what: 'the cached stand-in, unasked',
      world: { cached: true, answer: false },
      found: 'fallback',
      steps: ['download'],
    },
    {
      what: 'the stand-in, nobody being there to ask',
      world: {},
      found: 'fallback',
      steps: ['download', 'fetch'],
    },
    {
      what: 'the stand-in, after a yes',
      world: { answer: true },
      found: 'fallback',
      steps: ['download', 'ask', 'fetch'],
    },
    {
      what: 'nothing, after a no',
      world: { answer: false },
      found: 'fallback-declined',
      steps: ['download', 'ask'],
    },
    {
      what: 'nothing, where there is no stand-in',
      world: { supported: false },
      found: 'official-download-failed',
      steps: ['download'],
    },
  ])('finds $what', async ({ world, found, steps: expected }) => {
    const { search, steps } = await searchIn(world);
    const result = await findElectronRuntime(search);
    expect(result.ok ? result.value.kind : result.error.code).toBe(found);
    expect(steps).toEqual(expected);
  });
});

describe('a download that failed', () => {
  const minute = 60_000;
  it.each([
    { what: 'is not tried again a minute later', later: minute, key: 'same', cached: true, tries: 1 },
    { what: 'is tried again after an hour', later: 61 * minute, key: 'same', cached: true, tries: 2 },
    {
      what: 'is tried again when the clock was put back',
      later: -minute,
      key: 'same',
      cached: true,
      tries: 2,
    },
    { what: 'is tried again from another mirror', later: minute, key: 'other', cached: true, tries: 2 },
    {
      what: 'is tried again when there is nothing else',
      later: minute,
      key: 'same',
      cached: false,
      tries: 2,
    },
  ])('$what', async ({ later, key, cached, tries }) => {
    const { search, steps } = await searchIn({ cached }, { downloadKey: 'same' });
    await findElectronRuntime(search);
    await findElectronRuntime({ ...search, now: () => later, downloadKey: key });
    expect(steps.filter((step) => step === 'download')).toHaveLength(tries);
  });

  it('is forgotten once one succeeds', async () => {
    const { search } = await searchIn({ cached: true });
    await findElectronRuntime(search);
    const hour = 60 * minute;
    await findElectronRuntime({
      ...search,
      now: () => hour,
      download: () => Promise.resolve(done(runtime('official'))),
    });
    let tried = false;
    await findElectronRuntime({
      ...search,
      download: () => {
        tried = true;
        return Promise.resolve(noNetwork);
      },
    });
    expect(tried).toBe(true);
  });

  it('is tried again when what remembers it is damaged', async () => {
    const { search, steps } = await searchIn({ cached: true });
    await writeFile(path.join(search.cache, 'official-download-failed.json'), '{"downloadKey":');
    await findElectronRuntime(search);
    expect(steps).toEqual(['download']);
  });
});

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  it.each([
    { platform: 'linux', executable: ['electron'] },
    { platform: 'win32', executable: ['electron.exe'] },
    { platform: 'darwin', executable: ['Electron.app', 'Contents', 'MacOS', 'Electron'] },
  ] as const)('comes before everything on $platform', async ({ platform, executable }) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, ...executable);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '');
    await writeFile(path.join(folder, 'version'), 'v45.4.1\n');
    const { search } = await searchIn(
      { installed: true },
      { platform, env: { ELECTRON_OVERRIDE_DIST_PATH: folder } },
    );
    expect(await findElectronRuntime(search)).toEqual(
      done({ executable: file, folder, version: '45.4.1', kind: 'override' }),
    );
  });

  it('is refused, and nothing else tried, when there is no Electron in it', async () => {
    const folder = await temporaryFolder();
    const { search, steps } = await searchIn(
      { installed: true },
      { env: { ELECTRON_OVERRIDE_DIST_PATH: folder } },
    );
    const result = await findElectronRuntime(search);
    expect(result.ok ? '' : result.error.code).toBe('override-not-electron');
    expect(steps).toEqual([]);
  });
});

describe('for a release', () => {
  it.each<{ what: string; world: World; found: string }>([
    { what: 'the official one that is there', world: { installed: true }, found: 'official' },
    { what: 'the official download', world: { online: true, cached: true }, found: 'official' },
    { what: 'nothing rather than the stand-in', world: { cached: true }, found: 'official-download-failed' },
  ])('finds $what', async ({ world, found }) => {
    const { search } = await searchIn(world, { env: { ELECTRON_OVERRIDE_DIST_PATH: '/somewhere' } });
    const result = await findOfficialRuntime(search);
    expect(result.ok ? result.value.kind : result.error.code).toBe(found);
  });
});
