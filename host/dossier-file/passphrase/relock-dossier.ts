import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { done, type Result } from '../../../core/result.ts';
import { ChangeNotAllowed } from '../change-not-allowed.ts';
import type { DossierFile } from '../dossier-file.ts';
import { refusingStorageFailures, type StorageProblem } from '../storage-failure.ts';
import { writeSeal } from '../seal.ts';
import type { DossierKey } from './dossier-key.ts';
import { companionEnding } from './kept-key-record.ts';

export type Relocked =
  | { readonly closed: true; readonly outcome: Result<null, StorageProblem> }
  /** Nothing has happened, and the dossier is open as before. */
  | { readonly closed: false; readonly outcome: Result<never, StorageProblem> };

function fillCopy(dossier: DossierFile, unfinished: string, key: DossierKey | null) {
  return refusingStorageFailures((): Result<null, StorageProblem> => {
    if (dossier.readOnly) throw new ChangeNotAllowed('read-only');
    if (!dossier.isInPlace()) throw new ChangeNotAllowed('file-gone');
    dossier.copyInto(unfinished, key);
    writeSeal(unfinished);
    return done(null);
  });
}

/**
 * Puts a file that is encrypted otherwise in the place of an open dossier's, whole or not at all, and closes that.
 * @param key of the new file, `null` for a plain one
 */
export function relockDossier(dossier: DossierFile, key: DossierKey | null, newId: string): Relocked {
  const { path } = dossier;
  const unfinished = join(dirname(path), `.${basename(path)}.${newId}.new`);
  try {
    const filled = fillCopy(dossier, unfinished, key);
    if (!filled.ok) return { closed: false, outcome: filled };
    dossier.close(); // nothing was changed since the copy: all of this is one step of one thread
    const outcome = refusingStorageFailures((): Result<null, StorageProblem> => {
      renameSync(unfinished, path);
      return done(null);
    });
    return { closed: true, outcome };
  } finally {
    for (const ending of ['', '-wal', '-journal', companionEnding]) {
      rmSync(`${unfinished}${ending}`, { force: true });
    }
  }
}
