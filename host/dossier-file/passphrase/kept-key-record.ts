/** Where the key record of a dossier is, and how it stays there while SQLite rewrites the file. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from '../../flush-folder.ts';
import { sealLengthOf } from '../seal.ts';
import { keyRecordLength, parseKeyRecord, writeKeyRecord, type KeyRecord } from './key-record.ts';

/** Stands beside a dossier with a passphrase while its pages are rewritten, and after a crash. */
export const companionEnding = '-salt';

function recordAtEnd(file: number): KeyRecord | null {
  const at = fstatSync(file).size - sealLengthOf(file) - keyRecordLength;
  if (at < 0) return null;
  const bytes = Buffer.alloc(keyRecordLength);
  readSync(file, bytes, 0, keyRecordLength, at);
  return parseKeyRecord(bytes);
}

const recordBeside = (path: string) =>
  existsSync(path + companionEnding) ? parseKeyRecord(readFileSync(path + companionEnding)) : null;

/**
 * The key record of a dossier that this process has not open; `null` when it has no passphrase. Throws the errors of
 * node:fs.
 */
export function readKeyRecord(path: string): KeyRecord | null {
  const file = openSync(path, 'r');
  try {
    return recordAtEnd(file) ?? recordBeside(path);
  } finally {
    closeSync(file);
  }
}

/** Puts a record behind the last page of a file that nobody has open, and flushes it. Throws the errors of node:fs. */
export function appendKeyRecord(path: string, record: KeyRecord): void {
  const file = openSync(path, 'r+');
  try {
    append(file, record);
  } finally {
    closeSync(file);
  }
}

function append(file: number, record: KeyRecord): void {
  writeSync(file, writeKeyRecord(record), 0, keyRecordLength, fstatSync(file).size);
  fsyncSync(file);
}

export interface KeptKeyRecord {
  /** Whether it stands beside the file: that was not closed in good order, or is about to be rewritten. */
  readonly isProtected: boolean;
  /** Before anything that rewrites the file: from here on the record stands beside it too. */
  protect(): void;
  /** Afterwards: it stands behind the last page again, and only there. */
  restore(): void;
  /** When SQLite has let go of the file. */
  release(): void;
}

/**
 * Keeps the record of a dossier that is about to be opened. The file stays open here for as long: closing a second
 * descriptor of it would loosen SQLite's lock (https://www.sqlite.org/howtocorrupt.html, 2.2). Throws the errors of node:fs.
 */
export function keepKeyRecord(path: string, record: KeyRecord): KeptKeyRecord {
  const file = openSync(path, 'r+');
  const companion = path + companionEnding;
  return {
    get isProtected() {
      return existsSync(companion);
    },
    protect() {
      if (existsSync(companion)) return;
      const beside = openSync(companion, 'w', 0o600);
      try {
        writeSync(beside, writeKeyRecord(record));
        fsyncSync(beside);
      } finally {
        closeSync(beside);
      }
      flushFolder(dirname(path));
    },
    restore() {
      if (recordAtEnd(file) === null) append(file, record);
      rmSync(companion, { force: true });
    },
    release() {
      closeSync(file);
    },
  };
}
