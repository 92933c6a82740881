import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { NewId } from '../core/dossier/ids.ts';
import { flushFolder } from './flush-folder.ts';

function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

/**
 * Puts a whole file in place, or leaves what was there: written beside, flushed, then renamed over it.
 * Throws the errors of node:fs.
 */
export function writeAtomically(path: string, bytes: Uint8Array, newId: NewId): void {
  const unfinished = join(dirname(path), `.${basename(path)}.${newId()}.tmp`);
  try {
    const file = openSync(unfinished, 'wx');
    try {
      writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (thrown) {
    rmSync(unfinished, { force: true });
    throw thrown;
  }
  flushFolder(dirname(path));
}
