import { join, resolve } from 'node:path';
import * as v from 'valibot';
import type { NewId } from '../../core/dossier/ids.ts';
import { createJsonFile } from '../json-file.ts';

/** Whose backups belong to a file that can't be read any more. */
export interface KnownDossiers {
  remember(path: string, dossier: string): void;
  /** The id of the dossier that was last open at a path. */
  idAt(path: string): string | undefined;
}

const kept = 500;

/** Kept as `dossiers.json` beside the backups. */
export function createKnownDossiers(folder: string, newId: NewId): KnownDossiers {
  const file = createJsonFile({
    path: join(folder, 'dossiers.json'),
    schema: v.array(v.object({ path: v.string(), dossier: v.string() })),
    fallback: [],
    newId,
  });
  return {
    remember(given, dossier) {
      const path = resolve(given);
      const entries = file.read();
      const [first] = entries;
      if (first?.path === path && first.dossier === dossier) return;
      file.write([{ path, dossier }, ...entries.filter((entry) => entry.path !== path)].slice(0, kept));
    },
    idAt: (path) => file.read().find((entry) => entry.path === resolve(path))?.dossier,
  };
}
