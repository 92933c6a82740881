import { renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { done, type Result } from '../../core/result.ts';
import { openDatabase } from '../dossier-file/database.ts';
import type { DossierKey } from '../dossier-file/passphrase/dossier-key.ts';
import { isSameRecord } from '../dossier-file/passphrase/key-record.ts';
import { companionEnding, readKeyRecord } from '../dossier-file/passphrase/kept-key-record.ts';
import { writeSeal } from '../dossier-file/seal.ts';
import { refusingStorageFailures } from '../dossier-file/storage-failure.ts';

interface Keys {
  /** What the dossier was encrypted with so far. */
  readonly from: DossierKey | null;
  readonly to: DossierKey | null;
}

function encryptAnew(path: string, own: DossierKey | null, to: DossierKey | null, unfinished: string): void {
  const { atime, mtime } = statSync(path);
  const database = openDatabase(path, { key: own });
  try {
    database.copyInto(unfinished, to);
  } finally {
    database.close();
  }
  writeSeal(unfinished);
  utimesSync(unfinished, atime, mtime);
  renameSync(unfinished, path);
}

/**
 * Encrypts one backup as its dossier is encrypted now. One that another, older passphrase opens is left as it is.
 * `left-plain` when it can still be read without the new passphrase.
 */
export function relockBackup(path: string, { from, to }: Keys, newId: string): 'done' | 'left-plain' {
  const record = readKeyRecord(path);
  const isPlain = record === null;
  if (!isPlain && (from === null || !isSameRecord(record, from.record))) return 'done';
  const unfinished = `${path}.${newId}.new`;
  try {
    const relocked = refusingStorageFailures((): Result<null> => {
      encryptAnew(path, isPlain ? null : from, to, unfinished);
      return done(null);
    });
    return isPlain && to !== null && !relocked.ok ? 'left-plain' : 'done';
  } finally {
    for (const ending of ['', companionEnding]) rmSync(`${unfinished}${ending}`, { force: true });
  }
}
