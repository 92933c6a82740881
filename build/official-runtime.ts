/** The Electron that its makers publish: already unpacked by the `electron` package, or downloaded by its means. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { downloadArtifact } from '@electron/get';
import { done, refused, type Result } from '../core/result.ts';
import { runCommand } from './run-command.ts';
import { readRuntimeFolder, type ElectronRuntime } from './runtime-folder.ts';

export interface OfficialSource {
  /** The folder of the npm package `electron`. */
  readonly packageFolder: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  /** Milliseconds until the first byte has to be here. */
  readonly connectWithin?: number;
  /** Milliseconds that a running download may stand still. */
  readonly stallWithin?: number;
}

/** The folder of the npm package `electron` that this checkout has pinned. */
export function electronPackageFolder(): string {
  return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

export async function officialVersion(packageFolder: string): Promise<string> {
  const manifest = await readFile(path.join(packageFolder, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** What an earlier download left in the `electron` package; `undefined` when there is none, or another version. */
export async function installedOfficialRuntime({
  packageFolder,
  platform,
}: Pick<OfficialSource, 'packageFolder' | 'platform'>): Promise<ElectronRuntime | undefined> {
  // The installer writes this file last: without it an unpacking was cut short.
  const finished = await readFile(path.join(packageFolder, 'path.txt'), 'utf8').catch(() => undefined);
  if (finished === undefined) return undefined;
  const runtime = await readRuntimeFolder(path.join(packageFolder, 'dist'), 'official', platform);
  return runtime?.version === (await officialVersion(packageFolder)) ? runtime : undefined;
}

/** Gives up when nothing arrives, never while something does. */
function watchProgress({ log, connectWithin = 15_000, stallWithin = 60_000 }: OfficialSource) {
  const controller = new AbortController();
  const giveUpAfter = (milliseconds: number) =>
    setTimeout(() => {
      controller.abort(new Error(`nothing arrived for ${String(Math.round(milliseconds / 1000))} seconds`));
    }, milliseconds);
  let timer = giveUpAfter(connectWithin);
  let announced = 0;
  return {
    signal: controller.signal,
    progressed(share: number): void {
      clearTimeout(timer);
      timer = giveUpAfter(stallWithin);
      const quarter = Math.floor(share * 4);
      if (quarter > announced) log(`  ${String(quarter * 25)} %`);
      announced = Math.max(announced, quarter);
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/**
 * Downloads the pinned Electron into its makers' cache, checked against the checksums in the `electron` package, and
 * lets that package's own installer unpack it. `ELECTRON_MIRROR` and its relatives are honoured.
 * Error: `official-download-failed`.
 */
export async function downloadOfficialRuntime(
  source: OfficialSource,
): Promise<Result<ElectronRuntime, 'official-download-failed'>> {
  const { packageFolder, platform, arch, env, log } = source;
  const version = await officialVersion(packageFolder);
  const checksums = JSON.parse(await readFile(path.join(packageFolder, 'checksums.json'), 'utf8')) as Record<
    string,
    string
  >;
  const progress = watchProgress(source);
  log(`Downloading Electron ${version} for ${platform}-${arch} …`);
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform,
      arch,
      checksums,
      ...(env.electron_config_cache === undefined ? {} : { cacheRoot: env.electron_config_cache }),
      ...(env.ELECTRON_MIRROR === undefined ? {} : { mirrorOptions: { mirror: env.ELECTRON_MIRROR } }),
      downloadOptions: {
        quiet: true,
        signal: progress.signal,
        getProgressCallback: ({ percent }: { percent: number }) => {
          progress.progressed(percent);
          return Promise.resolve();
        },
      },
    });
  } catch (error) {
    return refused(
      'official-download-failed',
      `Electron ${version} could not be downloaded: ${reasonOf(error)}. ` +
        'Where a mirror is in reach, name it in ELECTRON_MIRROR.',
    );
  } finally {
    progress.stop();
  }
  return unpack(source, version);
}

async function unpack(
  { packageFolder, platform, arch, env }: OfficialSource,
  version: string,
): Promise<Result<ElectronRuntime, 'official-download-failed'>> {
  const outcome = await runCommand(process.execPath, [path.join(packageFolder, 'install.js')], {
    env: { ...env, ELECTRON_INSTALL_PLATFORM: platform, ELECTRON_INSTALL_ARCH: arch },
  });
  const runtime = await installedOfficialRuntime({ packageFolder, platform });
  if (outcome.exitCode === 0 && runtime !== undefined) return done(runtime);
  return refused(
    'official-download-failed',
    `Electron ${version} was downloaded, but its installer could not unpack it: ` +
      `${outcome.stderr.split('\n')[0] ?? ''}`,
  );
}
