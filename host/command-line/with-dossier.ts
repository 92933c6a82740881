import { constants, copyFileSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { done, refused, type Result } from '../../core/result.ts';
import {
  dossierEnding,
  dossierName,
  openDossierFile,
  type DossierFile,
  type WholeDossier,
} from '../dossier-file/dossier-file.ts';
import { isOpenHere } from '../dossier-file/open-files.ts';
import { findDossierKey, type DossierKey } from '../dossier-file/passphrase/dossier-key.ts';
import { readKeyRecord } from '../dossier-file/passphrase/kept-key-record.ts';
import { refusingStorageFailures } from '../dossier-file/storage-failure.ts';
import { currentVersion } from '../dossier-file/migrations/migrate.ts';
import type { CommandContext } from './command.ts';

/** There is no window to find a backup in, so what a migration changes is kept beside it. */
function keepBeside(given: string, { path, isOlder }: WholeDossier): void {
  const name = `${dossierName(given)} (before version ${String(currentVersion)})${dossierEnding}`;
  const beside = join(dirname(resolve(given)), name);
  if (isOlder && !existsSync(beside)) copyFileSync(path, beside, constants.COPYFILE_EXCL);
}

const passphraseHint =
  'This dossier is locked with a passphrase. Give it with --passphrase-file, or in the environment variable CHANCERY_PASSPHRASE.';

/** Of a dossier with a passphrase; `null` for another one, or where its passphrase was not given. */
async function keyOf(path: string, passphrase: string | null): Promise<Result<DossierKey | null>> {
  if (passphrase === null || !existsSync(path) || isOpenHere(path)) return done(null);
  const record = refusingStorageFailures(() => done(readKeyRecord(path)));
  if (!record.ok || record.value === null) return done(null); // what is wrong with the file is said when it is opened
  return findDossierKey(record.value, passphrase);
}

/** Opens a dossier for the length of one command, and closes it whatever happens. */
export async function withDossier<Value>(
  path: string,
  { passphrase }: Pick<CommandContext, 'passphrase'>,
  work: (dossier: DossierFile) => Promise<Result<Value>> | Result<Value>,
): Promise<Result<Value>> {
  const key = await keyOf(path, passphrase);
  if (!key.ok) return key;
  const opened = openDossierFile(path, {
    key: key.value,
    keep: (whole) => {
      keepBeside(path, whole);
    },
  });
  if (!opened.ok) {
    return opened.error.code === 'needs-passphrase' ? refused('needs-passphrase', passphraseHint) : opened;
  }
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}
