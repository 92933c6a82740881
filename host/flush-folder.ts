import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * So that a new name, or that one is gone, survives a power cut like the bytes themselves; Windows neither needs nor
 * allows it. Throws the errors of node:fs.
 */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
