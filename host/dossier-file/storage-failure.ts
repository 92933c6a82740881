import { refused, type Refusal } from '../../core/result.ts';
import { sqliteCode } from './database.ts';
import { ChangeNotAllowed } from './change-not-allowed.ts';
import { damagedMessage } from './dossier-header.ts';
import { DamagedDossier } from './stored-json.ts';

export type StorageProblem =
  | 'locked'
  | 'damaged'
  | 'read-only'
  | 'file-gone'
  | 'read-only-folder'
  | 'disk-full'
  | 'disk-failure'
  | 'no-permission';

export const lockedMessage =
  'This dossier is open in another window or program. Close it there, then open it again; or open it to read only.';
const mayNotChangeMessages = {
  'read-only':
    'This dossier is open to read only, so nothing was changed. To change it, close it where it is open and open it again.',
  'file-gone':
    'The dossier’s file is no longer where it was opened: it was moved, renamed or deleted, or its drive is gone. Put it back, or save a copy.',
} as const;
export const readOnlyMessage =
  'Chancery may not write in the folder of this dossier. Copy the dossier to a folder of your own, then open it there.';
const fullMessage = 'The disk is full. Nothing was lost that was saved before; make room, then try again.';
const failedMessage =
  'The disk did not take or give the dossier’s data. Check the disk or the network drive, then open the dossier again.';

/** In order: the first prefix that fits decides. https://www.sqlite.org/rescode.html */
const sqliteReasons: readonly (readonly [prefix: string, code: StorageProblem, message: string])[] = [
  ['SQLITE_BUSY', 'locked', lockedMessage],
  ['SQLITE_LOCKED', 'locked', lockedMessage],
  ['SQLITE_CORRUPT', 'damaged', damagedMessage],
  ['SQLITE_NOTADB', 'damaged', damagedMessage],
  ['SQLITE_READONLY', 'read-only-folder', readOnlyMessage],
  ['SQLITE_CANTOPEN', 'read-only-folder', readOnlyMessage],
  ['SQLITE_PERM', 'read-only-folder', readOnlyMessage],
  ['SQLITE_FULL', 'disk-full', fullMessage],
  ['SQLITE_IOERR', 'disk-failure', failedMessage],
];

const fileReasons: Readonly<Record<string, readonly [code: StorageProblem, message: string]>> = {
  EROFS: ['read-only-folder', readOnlyMessage],
  EACCES: ['read-only-folder', readOnlyMessage],
  EPERM: ['read-only-folder', readOnlyMessage],
  ENOSPC: ['disk-full', fullMessage],
  EDQUOT: ['disk-full', fullMessage],
  EIO: ['disk-failure', failedMessage],
};

/** What the disk, or the file itself, did not allow; `undefined` when what was thrown is a bug. */
export function storageRefusal(thrown: unknown): Refusal<StorageProblem> | undefined {
  if (thrown instanceof ChangeNotAllowed) {
    return { code: thrown.reason, message: mayNotChangeMessages[thrown.reason] };
  }
  if (thrown instanceof DamagedDossier) return { code: 'damaged', message: damagedMessage };
  const sqlite = sqliteCode(thrown);
  const reason = sqliteReasons.find(([prefix]) => sqlite?.startsWith(prefix));
  if (reason !== undefined) return { code: reason[1], message: reason[2] };
  const file = fileReasons[(thrown as NodeJS.ErrnoException | undefined)?.code ?? ''];
  return file && { code: file[0], message: file[1] };
}

/** Runs `work`; what storage does not allow becomes a refusal, and a bug is thrown on. */
export function refusingStorageFailures<Value>(work: () => Value) {
  try {
    return work();
  } catch (thrown) {
    const refusal = storageRefusal(thrown);
    if (refusal === undefined) throw thrown;
    return refused(refusal.code, refusal.message);
  }
}
