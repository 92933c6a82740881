import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import type { NewId, Now } from '../core/dossier/ids.ts';
import type { RecentDossier } from '../core/host-contract.ts';
import { dossierName } from './dossier-file/dossier-file.ts';
import type { DriveWatch } from './drive-watch.ts';
import { fileIdentity } from './dossier-file/open-files.ts';
import { findMovedDossier } from './find-moved-dossier.ts';
import { createJsonFile } from './json-file.ts';

export interface RecentDossiers {
  /** Latest first, at their new places where they were moved; tells which are no longer there. */
  list(): Promise<RecentDossier[]>;
  /** Path of the dossier that was open last. */
  latestPath(): Promise<string | undefined>;
  path(key: string): Promise<string | undefined>;
  /** Path of the one with this id, which was opened on this computer. */
  pathOfDossier(dossier: string): Promise<string | undefined>;
  /** Puts a dossier first. */
  remember(path: string, dossier: string): void;
}

interface RecentOptions {
  readonly dataFolder: string;
  /** Where one that was moved may be. */
  readonly documentsFolder: string;
  readonly now: Now;
  readonly newId: NewId;
  readonly drive: DriveWatch;
}

/** Milliseconds. The list is waited for when the window opens; a share that is not connected must not be felt. */
const patience = 300;

const kept = 12;
const recentSchema = v.array(
  v.object({
    key: v.string(),
    path: v.string(),
    openedAt: v.string(),
    /** By which the file is known again when it was moved. */
    file: v.optional(v.string()),
    /** Its id, which a locked one does not tell. Missing where an earlier version opened it. */
    dossier: v.optional(v.string()),
  }),
);
type Entry = v.InferOutput<typeof recentSchema>[number];

/** The dossiers that were opened on this computer, in `recent.json` of the data folder. */
export function createRecentDossiers({
  dataFolder,
  documentsFolder,
  now,
  newId,
  drive,
}: RecentOptions): RecentDossiers {
  const file = createJsonFile({
    path: join(dataFolder, 'recent.json'),
    schema: recentSchema,
    fallback: [],
    newId,
  });

  const answers = ({ path }: Entry) => drive.answers(path, patience);

  const placeOf = (entry: Entry, likely: readonly string[]) =>
    existsSync(entry.path) || entry.file === undefined
      ? undefined
      : findMovedDossier(entry.path, entry.file, likely);

  /** With the new place of each that was moved, which is remembered, and whether its drive answers. */
  async function read() {
    const entries = file.read();
    const reached = await Promise.all(entries.map(answers));
    const likely = [
      documentsFolder,
      ...entries.filter((_, index) => reached[index]).map(({ path }) => dirname(path)),
    ];
    const moved = new Map<string, string>();
    const found = entries.map((entry, index) => {
      if (reached[index] !== true) return { entry, isThere: false };
      const path = placeOf(entry, likely);
      if (path === undefined || entries.some((other) => other.path === path)) {
        return { entry, isThere: existsSync(entry.path) };
      }
      moved.set(entry.key, path);
      return { entry: { ...entry, path }, isThere: true };
    });
    if (moved.size > 0) {
      // Read again: another window may have opened one meanwhile.
      file.write(file.read().map((entry) => ({ ...entry, path: moved.get(entry.key) ?? entry.path })));
    }
    return found;
  }

  return {
    async list() {
      return (await read()).map(({ entry: { key, path, openedAt }, isThere }) => ({
        key,
        name: dossierName(path),
        folder: basename(dirname(path)),
        openedAt,
        missing: !isThere,
      }));
    },
    async latestPath() {
      return (await read())[0]?.entry.path;
    },
    async path(key) {
      return (await read()).find(({ entry }) => entry.key === key)?.entry.path;
    },
    async pathOfDossier(dossier) {
      return (await read()).find(({ entry, isThere }) => entry.dossier === dossier && isThere)?.entry.path;
    },
    remember(path, dossier) {
      const entries = file.read();
      const identity = fileIdentity(path);
      const isSame = (entry: Entry) =>
        entry.path === path || (entry.file !== undefined && entry.file === identity);
      const key = entries.find(isSame)?.key ?? newId();
      const others = entries.filter((entry) => !isSame(entry));
      const entry = {
        key,
        path,
        dossier,
        openedAt: now(),
        ...(identity === undefined ? {} : { file: identity }),
      };
      file.write([entry, ...others].slice(0, kept));
    },
  };
}
