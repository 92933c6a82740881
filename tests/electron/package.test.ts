import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { largeFontFiles, usualFontFiles } from '../../host/typesetting/fonts.ts';
import type { HostBridge } from '../../core/host-contract.ts';
import { electronStage, launchChancery } from './electron-fixture.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = path.join(root, 'release', 'test-build');

interface Outcome {
  readonly exitCode: number | null;
  readonly said: string;
}

/** `npm run package -- …`, with the runtime that this run has found already. */
function runPackage(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Outcome> {
  const script = ['--import', 'tsx', path.join('build', 'package.ts'), ...args];
  const child = spawn(process.execPath, script, { cwd: root, env: { ...process.env, ...env } });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      resolve({ exitCode, said });
    });
  });
}

/** Where the build for this system has its executable and its archive. */
async function findBuild(): Promise<{ executable: string; archive: string }> {
  const [folder] = (await readdir(output, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  if (folder === undefined) throw new Error(`nothing was built in ${output}`);
  const built = path.join(output, folder.name);
  if (process.platform === 'darwin') {
    const contents = path.join(built, 'Chancery.app', 'Contents');
    return {
      executable: path.join(contents, 'MacOS', 'Chancery'),
      archive: path.join(contents, 'Resources', 'app.asar'),
    };
  }
  return {
    executable: path.join(built, process.platform === 'win32' ? 'Chancery.exe' : 'chancery'),
    archive: path.join(built, 'resources', 'app.asar'),
  };
}

describe('npm run package', () => {
  it.each([
    { what: 'a test build that would be handed on', args: ['--test-build'] },
    { what: 'an option it does not know', args: ['--dir', '--fast'] },
  ])('refuses $what as wrong usage', async ({ args }) => {
    const { exitCode, said } = await runPackage(args, {});
    expect(said).toContain('usage: npm run package');
    expect(exitCode).toBe(2);
  });
});

describe('the test build', () => {
  let build: Awaited<ReturnType<typeof findBuild>>;
  let entries: string[];

  beforeAll(async () => {
    const { exitCode, said } = await runPackage(['--dir', '--test-build'], {
      ELECTRON_OVERRIDE_DIST_PATH: electronStage().folder,
    });
    if (exitCode !== 0) throw new Error(said);
    build = await findBuild();
    entries = listPackage(build.archive, { isPack: false }).map((entry) =>
      entry.replaceAll('\\', '/').replace(/^\//, ''),
    );
  }, 300_000);

  it('holds the application, its license and its description at the top, and nothing else', () => {
    const top = new Set(entries.map((entry) => entry.split('/')[0]));
    expect([...top].toSorted()).toEqual(['LICENSE', 'dist', 'node_modules', 'package.json']);
    const bundled = new Set(
      entries.filter((entry) => entry.startsWith('dist/')).map((entry) => entry.split('/')[1]),
    );
    expect([...bundled].toSorted()).toEqual(['electron', 'renderer', 'resources']);
  });

  it('holds no sources, tests or source maps', () => {
    expect(entries.filter((entry) => /\.(tsx?|map)$|(^|\/)tests?\//.test(entry))).toEqual([]);
  });

  it('holds the production dependencies and none of those for development', async () => {
    const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const holds = (name: string) => entries.includes(`node_modules/${name}`);
    expect(Object.keys(manifest.dependencies).filter((name) => !holds(name))).toEqual([]);
    expect(Object.keys(manifest.devDependencies).filter(holds)).toEqual([]);
  });

  it('holds the native binaries of this system only, as files on disk', () => {
    const binaries = entries.filter((entry) => entry.endsWith('.node'));
    const target = `${process.platform}-${process.arch}`;
    expect(binaries).toHaveLength(2);
    expect(binaries.filter((entry) => !entry.includes(target) || entry.includes('musl'))).toEqual([]);
    const onDisk = binaries.map((entry) => path.join(`${build.archive}.unpacked`, ...entry.split('/')));
    expect(onDisk.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('holds the fonts and the seeds as files on disk', async () => {
    const resources = path.join(`${build.archive}.unpacked`, 'dist', 'resources');
    const fonts = [...usualFontFiles, ...largeFontFiles];
    expect(fonts.filter((file) => !existsSync(path.join(resources, 'fonts', file)))).toEqual([]);
    for (const seed of (await readdir(path.join(root, 'seeds'))).filter((name) => name.endsWith('.txt'))) {
      expect(await readFile(path.join(resources, 'seeds', seed))).toEqual(
        await readFile(path.join(root, 'seeds', seed)),
      );
    }
  });

  it('says what it is in its description', () => {
    const manifest = JSON.parse(extractFile(build.archive, 'package.json').toString()) as Record<
      string,
      unknown
    >;
    expect(manifest.version).toMatch(/-test-build\.not-for-release$/);
    expect(manifest.chanceryTestBuild).toBe(true);
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(manifest).not.toHaveProperty('scripts');
  });

  it('runs no other code than its own', async () => {
    const wire = await getCurrentFuseWire(build.executable);
    // Burnt into the executable as the digits 0 and 1.
    const isOn = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0) === '1';
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      onlyFromArchive: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    }).toEqual({ runAsNode: false, nodeOptions: false, cookieEncryption: true, onlyFromArchive: true });
    const beside = path.join(path.dirname(build.archive), 'default_app.asar');
    expect(existsSync(beside)).toBe(false);
  });

  it('starts with the sample dossier and its two sources', async () => {
    const chancery = await launchChancery({ executablePath: build.executable });
    onTestFinished(chancery.close);
    const { window } = chancery;
    const sources = window.getByRole('tablist', { name: 'Sources' }).getByRole('tab');
    await sources.nth(1).waitFor();
    expect((await sources.allInnerTexts()).map((text) => text.trim().charAt(0))).toEqual(['A', 'B']);
    expect(await window.getByText('Test build, not for release').count()).toBe(1);
    const session = await window.evaluate(() =>
      (globalThis as unknown as { chanceryHost: HostBridge }).chanceryHost.methods.session({}),
    );
    expect(session).toMatchObject({
      ok: true,
      value: {
        application: {
          testBuild: true,
          version: expect.stringMatching(/-test-build\.not-for-release$/) as string,
        },
      },
    });
  });
});
