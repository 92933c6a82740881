import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { NewId } from '../../core/dossier/ids.ts';
import { done, refused, type Result } from '../../core/result.ts';
import { openDatabase } from './database.ts';
import type { DossierKey } from './passphrase/dossier-key.ts';
import { companionEnding } from './passphrase/kept-key-record.ts';
import { readProperties, writeProperties, type DossierProperties } from './property-store.ts';
import { refusingStorageFailures, type StorageProblem } from './storage-failure.ts';

export type CopyProblem = 'already-exists' | 'no-such-folder' | StorageProblem;

interface CopyOptions {
  /** Absolute. Nothing is there yet. */
  readonly target: string;
  readonly newId: NewId;
  /** What `fill` encrypts it with. */
  readonly key: DossierKey | null;
  /** What the copy says of itself instead. `null`: it is not opened, and says what the original says. */
  readonly properties: Partial<DossierProperties> | null;
}

function changeProperties(
  path: string,
  key: DossierKey | null,
  properties: Partial<DossierProperties>,
): void {
  const database = openDatabase(path, { key });
  try {
    database.write(() => {
      writeProperties(database, { ...readProperties(database), ...properties });
    });
  } finally {
    database.close();
  }
}

/**
 * Makes a dossier file out of another one's content; it comes to its name whole, or not at all.
 * @param fill writes all of a dossier into a file that is not there yet
 */
export function makeDossierCopy(
  fill: (path: string) => void,
  { target: given, newId, key, properties }: CopyOptions,
): Result<null, CopyProblem> {
  const target = resolve(given);
  if (existsSync(target)) {
    return refused(
      'already-exists',
      `There is already a file named “${basename(target)}”, and it was not touched. Choose another name.`,
    );
  }
  if (!existsSync(dirname(target))) {
    return refused('no-such-folder', 'The folder for this dossier does not exist. Choose another.');
  }
  const unfinished = join(dirname(target), `.${basename(target)}.${newId()}.new`);
  return refusingStorageFailures((): Result<null, CopyProblem> => {
    try {
      fill(unfinished);
      if (properties !== null) changeProperties(unfinished, key, properties);
      renameSync(unfinished, target);
      return done(null);
    } finally {
      for (const ending of ['', '-wal', '-journal', companionEnding])
        rmSync(`${unfinished}${ending}`, { force: true });
    }
  });
}
