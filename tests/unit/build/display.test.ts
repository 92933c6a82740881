import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { displayPackages, electronPackages } from '../../../build/debian-packages.ts';
import { hasDisplay, librariesNotFound } from '../../../build/display.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('a display', () => {
  it.each([
    { what: 'a Linux with X', platform: 'linux', env: { DISPLAY: ':0' }, there: true },
    { what: 'a Linux with Wayland', platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, there: true },
    { what: 'a Linux with neither', platform: 'linux', env: {}, there: false },
    { what: 'a Linux whose variable is empty', platform: 'linux', env: { DISPLAY: '' }, there: false },
    { what: 'Windows', platform: 'win32', env: {}, there: true },
    { what: 'macOS', platform: 'darwin', env: {}, there: true },
  ] as const)('of $what: $there', ({ platform, env, there }) => {
    expect(hasDisplay(env, platform)).toBe(there);
  });
});

describe('the libraries that ldd did not find', () => {
  it.each([
    { what: 'none', output: '\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlinux-vdso.so.1 (0x2)\n', missing: [] },
    {
      what: 'two among others',
      output: '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgbm.so.1 => not found\n',
      missing: ['libnss3.so', 'libgbm.so.1'],
    },
    { what: 'of a file that is no program', output: '\tnot a dynamic executable\n', missing: [] },
  ])('$what', ({ output, missing }) => {
    expect(librariesNotFound(output)).toEqual(missing);
  });
});

it.each([...electronPackages, ...displayPackages])('.ci/run installs %s too', async (name) => {
  const script = await readFile(path.join(root, '.ci', 'run'), 'utf8');
  expect(script.split(/\s+/)).toContain(name);
});

// Other systems always have a display, and nothing to refuse.
if (process.platform === 'linux') {
  it('npm start says that there is none, and how to get one', { timeout: 30_000 }, async () => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', path.join('build', 'start.ts')], {
      cwd: root,
      env,
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const exitCode = await new Promise((resolve) => child.once('close', resolve));
    expect(said).toContain('xvfb-run -a npm start');
    expect(said).toContain('ssh -X');
    expect(exitCode).toBe(1);
  });
}
