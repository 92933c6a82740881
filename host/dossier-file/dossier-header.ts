import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { done, refused, type Result } from '../../core/result.ts';
import { applicationId, currentVersion } from './migrations/migrate.ts';

// https://www.sqlite.org/fileformat2.html#the_database_header: byte offsets into a header of 100 bytes.
const headerLength = 100;
const magic = Buffer.from('SQLite format 3\0', 'latin1');
const pageSizeAt = 16;
const pageCountAt = 28;
const formatVersionsAt = 18; // one for writing, one for reading
const writeAheadLog = 2;
const userVersionAt = 60;
const applicationIdAt = 68;

export type HeaderProblem = 'not-found' | 'no-permission' | 'not-a-dossier' | 'damaged' | 'newer-version';

export interface DossierHeader {
  /** Of the tables; a migration raises it. */
  readonly version: number;
  /** Says of itself that its last session did not close it. */
  readonly leftOpen: boolean;
}

export const damagedMessage =
  'This dossier is damaged and was not opened, so that nothing more is lost. Take the last backup or an earlier copy of it.';
export const newerMessage =
  'This dossier was made by a newer version of Chancery. Open it with that version; this one has not touched it.';

const notADossier = () =>
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

function judge(header: Buffer, fileLength: number, hasJournal: boolean) {
  if (fileLength === 0 || !header.subarray(0, magic.length).equals(magic.subarray(0, header.length))) {
    return notADossier();
  }
  if (header.length < headerLength) return damaged();
  if (header.readUInt32BE(applicationIdAt) !== applicationId) return notADossier();
  const version = header.readUInt32BE(userVersionAt);
  if (version > currentVersion) return refused('newer-version', newerMessage);
  const storedPageSize = header.readUInt16BE(pageSizeAt);
  const pageSize = storedPageSize === 1 ? 65_536 : storedPageSize;
  // With a journal beside it, pages may still be on their way; then SQLite itself has to judge.
  const tooShort = !hasJournal && header.readUInt32BE(pageCountAt) * pageSize > fileLength;
  if (version === 0 || tooShort) return damaged();
  const leftOpen = header.subarray(formatVersionsAt, formatVersionsAt + 2).includes(writeAheadLog);
  return done<DossierHeader>({ version, leftOpen });
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
    return judge(header.subarray(0, read), facts.size, hasJournal);
  } catch (thrown) {
    return refusalForReading(thrown);
  } finally {
    closeSync(file);
  }
}
