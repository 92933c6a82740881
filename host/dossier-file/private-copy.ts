import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { companionEnding } from './passphrase/kept-key-record.ts';

const journals = ['-wal', '-journal'] as const;
const companions = [...journals, companionEnding] as const;
const tries = 8;
const pause = 40; // milliseconds between tries: longer than another program takes to save a note

/** Whether SQLite left work beside a file that the next one to open it has to finish. */
export const hasJournal = (path: string) => journals.some((ending) => existsSync(`${path}${ending}`));

/** What tells that a file, or one of its companions, was changed between two looks. */
function fingerprint(path: string): string {
  return ['', ...companions]
    .map((ending) => {
      const facts = statSync(`${path}${ending}`, { bigint: true, throwIfNoEntry: false });
      return facts === undefined
        ? '-'
        : `${String(facts.ino)}:${String(facts.size)}:${String(facts.mtimeNs)}`;
    })
    .join('|');
}

function copyOnce(path: string, copy: string): boolean {
  const before = fingerprint(path);
  for (const ending of ['', ...companions]) {
    rmSync(`${copy}${ending}`, { force: true });
    if (ending !== '' && !existsSync(`${path}${ending}`)) continue;
    try {
      copyFileSync(`${path}${ending}`, `${copy}${ending}`, constants.COPYFILE_FICLONE);
      chmodSync(`${copy}${ending}`, 0o600); // a copy has its original's permissions, and this one is to be written to
    } catch (thrown) {
      const gone = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
      if (!gone || ending === '') throw thrown; // a journal may be finished with while one looks
      return false;
    }
  }
  return fingerprint(path) === before;
}

function waitShortly(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
}

export interface PrivateCopy {
  /** The copy, with its journals beside it, in a folder that only this person may enter. */
  readonly path: string;
  remove(): void;
}

/**
 * Copies a dossier as it stands at one moment, journals and all, also while another process has it open: no lock is
 * taken, and none is in the way. `null` when it never held still for long enough. Throws the errors of node:fs.
 *
 * Not for a file that this process has open: on POSIX that would loosen the lock.
 */
export function takePrivateCopy(path: string, scratchFolder: string): PrivateCopy | null {
  mkdirSync(scratchFolder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(scratchFolder, 'reading-'));
  const copy = join(folder, basename(path));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let round = 0; round < tries; round += 1) {
      if (round > 0) waitShortly();
      if (copyOnce(path, copy)) return { path: copy, remove };
    }
  } catch (thrown) {
    remove();
    throw thrown;
  }
  remove();
  return null;
}
