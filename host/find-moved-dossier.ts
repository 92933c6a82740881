import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dossierEnding } from './dossier-file/dossier-file.ts';
import { fileIdentity } from './dossier-file/open-files.ts';

const mostFolders = 200; // a home folder may hold more; people look there themselves

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => join(folder, entry.name));
  } catch {
    return []; // it went with the file
  }
}

function dossiersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith(dossierEnding))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/**
 * Where a dossier went that is no longer at its path: renamed, or moved on the same drive. It is told by the identity
 * that the file system gives it, so that a copy is never taken for it, and nothing is opened.
 * @param identity as `fileIdentity` gave it
 * @param likely folders in which it may be, beside its own, those in and those around that
 */
export function findMovedDossier(
  path: string,
  identity: string,
  likely: readonly string[],
): string | undefined {
  const folder = dirname(path);
  const around = dirname(folder);
  const folders = new Set([folder, ...likely, ...foldersIn(folder), around, ...foldersIn(around)]);
  for (const each of [...folders].slice(0, mostFolders)) {
    const found = dossiersIn(each).find((candidate) => {
      try {
        return fileIdentity(candidate) === identity && statSync(candidate).isFile();
      } catch {
        return false;
      }
    });
    if (found !== undefined) return found;
  }
  return undefined;
}
