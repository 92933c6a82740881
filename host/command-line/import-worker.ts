/** The thread in which the command line opens a file that somebody sent: it can be stopped, and has its own memory. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { importSource } from '../../core/importers/import-source.ts';
import type { ImportTask } from './import-in-worker.ts';

const { bytes, fileName, characterMapFolder } = workerData as ImportTask;

/** The importer asks for plain file names only. */
async function readCharacterMap(name: string): Promise<Uint8Array | null> {
  if (characterMapFolder === undefined) return null;
  return readFile(join(characterMapFolder, name)).catch(() => null);
}

void importSource(bytes, fileName, { readCharacterMap }).then((result) => {
  parentPort?.postMessage(result);
});
