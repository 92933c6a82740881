import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Arch } from 'electron-builder';
import { expect, it } from 'vitest';
import { packageConfiguration, type PackageKind } from '../../../build/electron-builder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const testBuild: PackageKind = {
  name: 'test-build',
  runtime: { executable: '/runtime/electron', folder: '/runtime', version: '33.4.11', kind: 'fallback' },
};
const project = { root: '/checkout', version: '0.1.0' };

it('makes a test build that says what it is', () => {
  expect(packageConfiguration(project, testBuild)).toMatchObject({
    extraMetadata: { version: '0.1.0-test-build.not-for-release', chanceryTestBuild: true },
    electronDist: '/runtime',
    electronVersion: '33.4.11',
    directories: { output: 'release/test-build' },
  });
});

it('makes a release of the official runtime and nothing else', () => {
  const configuration = packageConfiguration(project, { name: 'release' });
  expect(configuration).not.toHaveProperty('electronDist');
  expect(configuration.extraMetadata).not.toHaveProperty('version');
});

it.each([
  { kind: { name: 'release' } as PackageKind, inspector: false },
  { kind: testBuild, inspector: true },
])('locks the executable of a $kind.name', ({ kind, inspector }) => {
  expect(packageConfiguration(project, kind).electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: inspector,
    enableCookieEncryption: true,
    onlyLoadAppFromAsar: true,
  });
});

it.each([
  { platform: 'linux', arch: 'x64', target: 'linux-x64-gnu' },
  { platform: 'linux', arch: 'arm64', target: 'linux-arm64-gnu' },
  { platform: 'darwin', arch: 'arm64', target: 'darwin-arm64' },
  { platform: 'win32', arch: 'x64', target: 'win32-x64-msvc' },
] as const)(
  'packages for $platform-$arch only where its binaries are',
  async ({ platform, arch, target }) => {
    const root = await temporaryFolder();
    const { beforePack } = packageConfiguration({ ...project, root }, { name: 'release' });
    if (typeof beforePack !== 'function') throw new Error('there is no such check');
    const check = () =>
      beforePack({ electronPlatformName: platform, arch: Arch[arch] } as Parameters<typeof beforePack>[0]);
    expect(check).toThrow(`@libsql/${target}`);
    const packages = [`@libsql/${target}`, `@myriaddreamin/typst-ts-node-compiler-${target}`];
    for (const name of packages) await mkdir(path.join(root, 'node_modules', name), { recursive: true });
    expect(check).not.toThrow();
  },
);
