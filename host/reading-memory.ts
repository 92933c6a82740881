import { join } from 'node:path';
import * as v from 'valibot';
import type { NewId } from '../core/dossier/ids.ts';
import { readingSchema } from '../core/host-contract.ts';
import type { Reading } from '../core/reading.ts';
import { createJsonFile } from './json-file.ts';

/** Where the reading of each dossier was left, in `reading.json` of the data folder: ids and offsets, no word of any text. */
export interface ReadingMemory {
  /** `null` when that dossier was never read here. */
  read(dossier: string): Reading | null;
  keep(dossier: string, reading: Reading): void;
}

const kept = 60; // dossiers; the one read longest ago goes

const memorySchema = v.array(v.object({ dossier: v.string(), reading: readingSchema }));

export function createReadingMemory(dataFolder: string, newId: NewId): ReadingMemory {
  const file = createJsonFile({
    path: join(dataFolder, 'reading.json'),
    schema: memorySchema,
    fallback: [],
    newId,
  });
  return {
    read: (dossier) => file.read().find((each) => each.dossier === dossier)?.reading ?? null,
    keep(dossier, reading) {
      // Read again each time: every window has its own dossier, and all share the file.
      const others = file.read().filter((each) => each.dossier !== dossier);
      file.write([{ dossier, reading }, ...others].slice(0, kept));
    },
  };
}
