import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { NewId, Now } from '../core/dossier/ids.ts';
import type { HostArguments } from '../core/host-contract.ts';
import { done, refused, type Result } from '../core/result.ts';
import { openDossierFile, type DossierFile } from './dossier-file/dossier-file.ts';
import { companionEnding } from './dossier-file/passphrase/kept-key-record.ts';
import { isOpenHere } from './dossier-file/open-files.ts';
import { refusingStorageFailures } from './dossier-file/storage-failure.ts';
import { saveAnnotation } from './save-annotation.ts';

interface WantedCopy {
  /** Absolute; what is there is replaced, as the dialog has asked. */
  readonly path: string;
  readonly unsaved: HostArguments<'continueInCopy'>;
}

interface Tools {
  readonly now: Now;
  readonly newId: NewId;
}

function addUnsaved(copy: DossierFile, unsaved: WantedCopy['unsaved'], now: Now): Result<null> {
  for (const { note: id, tree } of unsaved.notes) {
    const at = now();
    copy.notes.save({ id, tree, createdAt: copy.notes.createdAt(id) ?? at, updatedAt: at });
  }
  for (const { id, annotation } of unsaved.annotations) {
    if (annotation === null) {
      copy.annotations.remove(id);
      continue;
    }
    const saved = saveAnnotation(copy, annotation);
    if (!saved.ok) return saved;
  }
  return done(null);
}

function fillCopy(
  path: string,
  { key }: DossierFile,
  unsaved: WantedCopy['unsaved'],
  now: Now,
): Result<null> {
  const opened = openDossierFile(path, { key });
  if (!opened.ok) return opened;
  try {
    return opened.value.inOneStep(() => addUnsaved(opened.value, unsaved, now));
  } finally {
    opened.value.close();
  }
}

/**
 * Copies an open dossier to another place, together with changes that it could not take itself. The dossier is only
 * read; the copy comes to its name whole, or not at all.
 */
export function continueInCopy(
  dossier: DossierFile,
  { path, unsaved }: WantedCopy,
  { now, newId }: Tools,
): Result<null> {
  if (isOpenHere(path)) {
    return refused(
      'already-open',
      'That is the dossier which can’t be saved. Choose another place or name for the copy.',
    );
  }
  const unfinished = join(dirname(path), `.${basename(path)}.${newId()}.new`);
  return refusingStorageFailures((): Result<null> => {
    try {
      dossier.copyInto(unfinished);
      const filled = fillCopy(unfinished, dossier, unsaved, now);
      if (filled.ok) renameSync(unfinished, path);
      return filled;
    } finally {
      for (const ending of ['', '-wal', '-journal', companionEnding])
        rmSync(`${unfinished}${ending}`, { force: true });
    }
  });
}
