import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { NewId } from '../core/dossier/ids.ts';
import { writeAtomically } from './write-atomically.ts';

export interface JsonFile<Content> {
  read(): Content;
  write(content: Content): void;
}

interface JsonFileOptions<Schema extends v.GenericSchema> {
  readonly path: string;
  readonly schema: Schema;
  readonly fallback: v.InferOutput<Schema>;
  readonly newId: NewId;
}

/** A small file of the program's own. A damaged one is kept aside as `….damaged` and read as `fallback`. */
export function createJsonFile<Schema extends v.GenericSchema>(
  options: JsonFileOptions<Schema>,
): JsonFile<v.InferOutput<Schema>> {
  const { path, schema, fallback, newId } = options;
  return {
    read() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return fallback;
        throw thrown;
      }
      try {
        return v.parse(schema, JSON.parse(text));
      } catch {
        renameSync(path, `${path}.damaged`);
        return fallback;
      }
    },
    write(content) {
      mkdirSync(dirname(path), { recursive: true });
      writeAtomically(path, Buffer.from(`${JSON.stringify(content, null, 2)}\n`), newId);
    },
  };
}
