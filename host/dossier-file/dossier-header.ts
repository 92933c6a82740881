import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { done, refused, type Result } from '../../core/result.ts';
import { applicationId, currentVersion } from './migrations/migrate.ts';
import type { KeyRecord } from './passphrase/key-record.ts';
import { readKeyRecord } from './passphrase/kept-key-record.ts';

// https://www.sqlite.org/fileformat2.html#the_database_header: byte offsets into a header of 100 bytes.
const headerLength = 100;
// What stands at 16 to 23 stays readable when the rest is encrypted; the last three of it are the same in every file.
const fixedAt = 21;
const fixed = Buffer.from([64, 32, 32]);
const magic = Buffer.from('SQLite format 3\0', 'latin1');
const pageSizeAt = 16;
const pageCountAt = 28;
const formatVersionsAt = 18; // one for writing, one for reading
const writeAheadLog = 2;
const userVersionAt = 60;
const applicationIdAt = 68;

export type HeaderProblem = 'not-found' | 'no-permission' | 'not-a-dossier' | 'damaged' | 'newer-version';

export interface DossierHeader {
  /** Of the tables; a migration raises it. `null`: only the passphrase tells. */
  readonly version: number | null;
  /** What turns the passphrase into the key. `null`: the dossier has none. */
  readonly keyRecord: KeyRecord | null;
  /** Says of itself that its last session did not close it. */
  readonly leftOpen: boolean;
}

export const damagedMessage =
  'This dossier is damaged and was not opened, so that nothing more is lost. Take the last backup or an earlier copy of it.';
export const newerMessage =
  'This dossier was made by a newer version of Chancery. Open it with that version; this one has not touched it.';

export const notADossier = () =>
  refused(
    'not-a-dossier',
    'This file is not a Chancery dossier, whatever its name says. It was not changed.',
  );
const damaged = () => refused('damaged', damagedMessage);

/** Turns a failure of the file system into a named reason; what is not one is thrown on. */
function refusalForReading(thrown: unknown) {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return refused('not-found', 'There is no such dossier. It may have been moved, renamed or deleted.');
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return refused('no-permission', 'You are not allowed to read this dossier. Ask its owner for access.');
  }
  if (code === 'EISDIR') return notADossier();
  throw thrown;
}

const hasWrittenAheadLog = (header: Buffer) =>
  header.subarray(formatVersionsAt, formatVersionsAt + 2).includes(writeAheadLog);

function judge(header: Buffer, fileLength: number, hasJournal: boolean) {
  if (header.length < headerLength) return damaged();
  if (header.readUInt32BE(applicationIdAt) !== applicationId) return notADossier();
  const version = header.readUInt32BE(userVersionAt);
  if (version > currentVersion) return refused('newer-version', newerMessage);
  const storedPageSize = header.readUInt16BE(pageSizeAt);
  const pageSize = storedPageSize === 1 ? 65_536 : storedPageSize;
  // With a journal beside it, pages may still be on their way; then SQLite itself has to judge.
  const tooShort = !hasJournal && header.readUInt32BE(pageCountAt) * pageSize > fileLength;
  if (version === 0 || tooShort) return damaged();
  return done<DossierHeader>({ version, keyRecord: null, leftOpen: hasWrittenAheadLog(header) });
}

/** Of a file that does not begin as a SQLite file does. */
function judgeEncrypted(header: Buffer, path: string) {
  if (header.length < headerLength) return notADossier();
  const keyRecord = readKeyRecord(path);
  if (keyRecord !== null) {
    return done<DossierHeader>({ version: null, keyRecord, leftOpen: hasWrittenAheadLog(header) });
  }
  // Encrypted, but its end is missing, and with it the way from the passphrase to the key.
  return header.subarray(fixedAt, fixedAt + fixed.length).equals(fixed) ? damaged() : notADossier();
}

/**
 * Looks at the first bytes of a file without SQLite, which would create, recover or lock it.
 * @param hasJournal whether SQLite left a `-wal` or `-journal` beside the file
 */
export function inspectHeader(path: string, hasJournal: boolean): Result<DossierHeader, HeaderProblem> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (thrown) {
    return refusalForReading(thrown);
  }
  try {
    const facts = fstatSync(file);
    if (!facts.isFile()) return notADossier();
    const header = Buffer.alloc(headerLength);
    const read = readSync(file, header, 0, headerLength, 0);
    const found = header.subarray(0, read);
    if (read === 0) return notADossier();
    const isPlain = found.subarray(0, magic.length).equals(magic.subarray(0, read));
    return isPlain ? judge(found, facts.size, hasJournal) : judgeEncrypted(found, path);
  } catch (thrown) {
    return refusalForReading(thrown);
  } finally {
    closeSync(file);
  }
}
