import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import type { NewId, Now } from '../core/dossier/ids.ts';
import type { RecentDossier } from '../core/host-contract.ts';
import { dossierName } from './dossier-file/dossier-file.ts';
import { createJsonFile } from './json-file.ts';

export interface RecentDossiers {
  /** Latest first; tells which are no longer there. */
  list(): RecentDossier[];
  /** Path of the dossier that was open last. */
  latestPath(): string | undefined;
  path(key: string): string | undefined;
  /** Puts a dossier first. */
  remember(path: string): void;
}

interface RecentOptions {
  readonly dataFolder: string;
  readonly now: Now;
  readonly newId: NewId;
}

const kept = 12;
const recentSchema = v.array(v.object({ key: v.string(), path: v.string(), openedAt: v.string() }));

/** The dossiers that were opened on this computer, in `recent.json` of the data folder. */
export function createRecentDossiers({ dataFolder, now, newId }: RecentOptions): RecentDossiers {
  const file = createJsonFile({
    path: join(dataFolder, 'recent.json'),
    schema: recentSchema,
    fallback: [],
    newId,
  });
  return {
    list: () =>
      file.read().map(({ key, path, openedAt }) => ({
        key,
        name: dossierName(path),
        folder: basename(dirname(path)),
        openedAt,
        missing: !existsSync(path),
      })),
    latestPath: () => file.read()[0]?.path,
    path: (key) => file.read().find((entry) => entry.key === key)?.path,
    remember(path) {
      const entries = file.read();
      const key = entries.find((entry) => entry.path === path)?.key ?? newId();
      const others = entries.filter((entry) => entry.path !== path);
      file.write([{ key, path, openedAt: now() }, ...others].slice(0, kept));
    },
  };
}
