import { constants, copyFileSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Result } from '../../core/result.ts';
import {
  dossierEnding,
  dossierName,
  openDossierFile,
  type DossierFile,
  type WholeDossier,
} from '../dossier-file/dossier-file.ts';
import { currentVersion } from '../dossier-file/migrations/migrate.ts';

/** There is no window to find a backup in, so what a migration changes is kept beside it. */
function keepBeside(given: string, { path, isOlder }: WholeDossier): void {
  const name = `${dossierName(given)} (before version ${String(currentVersion)})${dossierEnding}`;
  const beside = join(dirname(resolve(given)), name);
  if (isOlder && !existsSync(beside)) copyFileSync(path, beside, constants.COPYFILE_EXCL);
}

/** Opens a dossier for the length of one command, and closes it whatever happens. */
export async function withDossier<Value>(
  path: string,
  work: (dossier: DossierFile) => Promise<Result<Value>> | Result<Value>,
): Promise<Result<Value>> {
  const opened = openDossierFile(path, {
    keep: (whole) => {
      keepBeside(path, whole);
    },
  });
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}
