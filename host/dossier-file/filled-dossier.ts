import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { done, type Result } from '../../core/result.ts';
import { createAnnotationStore } from './annotation-store.ts';
import { openDatabase } from './database.ts';
import type { DossierFile, NewDossier } from './dossier-file.ts';
import { migrate } from './migrations/migrate.ts';
import { createNoteStore } from './note-store.ts';
import { writeProperties } from './property-store.ts';
import { writeSeal } from './seal.ts';
import { createSourceStore } from './source-store.ts';
import { refusingStorageFailures, type StorageProblem } from './storage-failure.ts';

/** What a dossier is filled through. */
export type DossierStores = Pick<DossierFile, 'sources' | 'annotations' | 'notes'>;

/**
 * Makes a dossier with something in it, and leaves it closed. It comes to be in memory and is written in one go, where
 * a dossier that is filled while it is open waits for the disk at every step. It takes its name whole, or not at all.
 * @param path absolute; nothing is there yet, but the folder is
 * @param fill what it refuses is passed on, and nothing is left behind
 */
export function makeFilledDossier<Problem extends string>(
  path: string,
  { title, now, newId, isSample = false }: NewDossier,
  fill: (stores: DossierStores) => Result<null, Problem>,
): Result<null, Problem | StorageProblem> {
  const unfinished = join(dirname(path), `.${basename(path)}.${newId()}.new`);
  return refusingStorageFailures((): Result<null, Problem> => {
    const database = openDatabase(':memory:');
    try {
      closeSync(openSync(unfinished, 'wx')); // names what the folder does not allow better than SQLite does
      const filled = database.write(() => {
        migrate(database, 0);
        writeProperties(database, { id: newId(), title, createdAt: now(), isSample });
        return fill({
          sources: createSourceStore(database),
          annotations: createAnnotationStore(database),
          notes: createNoteStore(database),
        });
      });
      if (!filled.ok) return filled;
      createNoteStore(database).index();
      database.copyInto(unfinished);
      writeSeal(unfinished); // waits until all of it is on the disk
      renameSync(unfinished, path);
      return done(null);
    } finally {
      database.close();
      rmSync(unfinished, { force: true });
    }
  });
}
