import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { completeLockfile, type Lockfile } from '../../../build/complete-lockfile.ts';

const lockfile: Lockfile = {
  packages: {
    '': {},
    'node_modules/tool': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: {
        '@tool/binding-linux-x64-gnu': '1.2.3',
        '@tool/binding-linux-arm64-musl': '1.2.3',
        '@tool/binding-win32-ia32-msvc': '1.2.3',
        'left-to-npm': '1.0.0',
        '@tool/binding-darwin-x64': '^1.0.0',
      },
    },
    'node_modules/@tool/binding-linux-x64-gnu': { version: '1.2.3', optional: true },
  },
};

it('adds what is missing for other platforms, and nothing else', () => {
  const { packages } = completeLockfile(lockfile);
  expect(Object.keys(packages)).toEqual([
    '',
    'node_modules/@tool/binding-linux-arm64-musl',
    'node_modules/@tool/binding-linux-x64-gnu',
    'node_modules/@tool/binding-win32-ia32-msvc',
    'node_modules/tool',
  ]);
  expect(packages['node_modules/@tool/binding-linux-arm64-musl']).toEqual({
    version: '1.2.3',
    dev: true,
    optional: true,
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
  });
  expect(packages['node_modules/@tool/binding-linux-x64-gnu']).toEqual({ version: '1.2.3', optional: true });
});

it('finds nothing to add to the project’s own lockfile', () => {
  const text = readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8');
  const own = JSON.parse(text) as Lockfile;
  expect(Object.keys(completeLockfile(own).packages).toSorted()).toEqual(
    Object.keys(own.packages).toSorted(),
  );
});
