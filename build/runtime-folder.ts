import { access, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface ElectronRuntime {
  readonly executable: string;
  /** What electron-builder calls `electronDist`. */
  readonly folder: string;
  /** `45.4.1`; `unknown` when the folder doesn't say. */
  readonly version: string;
  readonly kind: 'override' | 'official' | 'fallback';
}

const executables: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** Where the executable is inside an unpacked Electron. */
export function executableIn(folder: string, platform: NodeJS.Platform): string {
  return path.join(folder, ...(executables[platform] ?? 'electron').split('/'));
}

export async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** An unpacked Electron as it stands on disk; `undefined` when its executable isn't there. */
export async function readRuntimeFolder(
  folder: string,
  kind: ElectronRuntime['kind'],
  platform: NodeJS.Platform,
): Promise<ElectronRuntime | undefined> {
  const executable = executableIn(folder, platform);
  if (!(await exists(executable))) return undefined;
  const version = await readFile(path.join(folder, 'version'), 'utf8').catch(() => 'unknown');
  return { executable, folder, version: version.trim().replace(/^v/, ''), kind };
}
