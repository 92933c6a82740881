import { expect, it } from 'vitest';
import { cacheFolder } from '../../../build/cache-folder.ts';

it.each([
  {
    platform: 'linux',
    env: {},
    home: '/people/ada',
    folder: '/people/ada/.cache/chancery',
    what: 'the usual place',
  },
  {
    platform: 'linux',
    env: { XDG_CACHE_HOME: '/scratch' },
    home: '/people/ada',
    folder: '/scratch/chancery',
    what: 'the place that was named',
  },
  {
    platform: 'linux',
    env: { XDG_CACHE_HOME: 'scratch' },
    home: '/people/ada',
    folder: '/people/ada/.cache/chancery',
    what: 'the usual place when the named one is relative',
  },
  {
    platform: 'darwin',
    env: { XDG_CACHE_HOME: '/scratch' },
    home: '/people/ada',
    folder: '/people/ada/Library/Caches/chancery',
    what: "Apple's place",
  },
  {
    platform: 'win32',
    env: { LOCALAPPDATA: 'D:\\Local' },
    home: 'C:\\People\\ada',
    folder: 'D:\\Local\\chancery\\Cache',
    what: "Windows' place",
  },
  {
    platform: 'win32',
    env: {},
    home: 'C:\\People\\ada',
    folder: 'C:\\People\\ada\\AppData\\Local\\chancery\\Cache',
    what: "Windows' place when the environment doesn't say",
  },
] as const)('on $platform: $what', ({ platform, env, home, folder }) => {
  expect(cacheFolder({ platform, env, home })).toBe(folder);
});
