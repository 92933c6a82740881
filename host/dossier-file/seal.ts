/**
 * SQLite has no checksum of what people wrote: a byte that a failing stick turns in the middle of a text goes unseen.
 * So a dossier that is closed in good order gets a seal behind its last page, where SQLite neither looks nor minds:
 * eight bytes of name, the file's change counter, four zeros, and the sha256 of all bytes before the seal.
 * SQLite itself cuts it off when it next brings changes into the file.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

const sealName = Buffer.from('ChncSeal', 'latin1');
const counterAt = sealName.length;
const digestAt = counterAt + 8;
export const sealLength = digestAt + 32;

// https://www.sqlite.org/fileformat2.html#the_database_header
const changeCounterAt = 24;
const counterRepeatedAt = 92;
const writeVersionAt = 18;
const writeAheadLog = 2;
const chunkLength = 1024 * 1024;

export type SealState = 'whole' | 'broken' | 'none';

function digestOf(file: number, length: number): Buffer {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(Math.min(chunkLength, length));
  let at = 0;
  while (at < length) {
    const read = readSync(file, chunk, 0, Math.min(chunk.length, length - at), at);
    if (read === 0) throw new Error('The file became shorter while it was read.');
    hash.update(chunk.subarray(0, read));
    at += read;
  }
  return hash.digest();
}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}

/** The length of the file without its seal, and the seal; `null` when it has none. */
function findSeal(file: number): { readonly length: number; readonly seal: Buffer } | null {
  const length = fstatSync(file).size - sealLength;
  if (length <= 0) return null;
  const seal = readAt(file, length, sealLength);
  return seal.subarray(0, counterAt).equals(sealName) ? { length, seal } : null;
}

/** How much of an open file's end is its seal; 0 when it has none. */
export const sealLengthOf = (file: number) => (findSeal(file) === null ? 0 : sealLength);

/**
 * Compares a closed dossier with its seal. A file that another program, or a session that was cut off, has changed
 * since bears none. Throws the errors of node:fs.
 */
export function checkSeal(path: string): SealState {
  const file = openSync(path, 'r');
  try {
    const found = findSeal(file);
    if (found === null) return 'none';
    const counter = readAt(file, changeCounterAt, 4);
    const versions = readAt(file, writeVersionAt, 2);
    const inUse = versions.every((version) => version === writeAheadLog);
    if (inUse) return 'none';
    const sealed = found.seal.subarray(counterAt, counterAt + 4);
    if (!counter.equals(sealed)) {
      // A program that changes the file counts in two places; where only one has moved, it was no program.
      return readAt(file, counterRepeatedAt, 4).equals(sealed) ? 'broken' : 'none';
    }
    return digestOf(file, found.length).equals(found.seal.subarray(digestAt)) ? 'whole' : 'broken';
  } finally {
    closeSync(file);
  }
}

/**
 * Seals a dossier that holds all its changes and that nobody else can change now. Throws the errors of node:fs.
 */
export function writeSeal(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const length = findSeal(file)?.length ?? fstatSync(file).size;
    const seal = Buffer.alloc(sealLength);
    sealName.copy(seal);
    readAt(file, changeCounterAt, 4).copy(seal, counterAt);
    digestOf(file, length).copy(seal, digestAt);
    writeSync(file, seal, 0, sealLength, length);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
