import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import type { NewId, Now } from '../../core/dossier/ids.ts';
import type { Backup, BackupOccasion } from '../../core/host-contract.ts';
import { dossierEnding } from '../dossier-file/dossier-file.ts';

export interface BackupStore {
  readonly folder: string;
  readonly limits: BackupLimits;
  /** Makes the folder, for people to look into before there is a backup. */
  prepare(): void;
  /**
   * Copies a dossier before it is opened, when its id is not known yet.
   * @param whole a file that nobody changes meanwhile
   */
  holdBefore(whole: string, occasion: BackupOccasion): void;
  /** Files what was held under the id of the dossier that came out of it. */
  keepHeld(dossier: string): void;
  /** The dossier was not opened: what was held is not needed. */
  dropHeld(): void;
  /** Copies a dossier that has just been closed. */
  keepAfter(path: string, dossier: string): void;
  /** Of one dossier, latest first. */
  list(dossier: string): Backup[];
  /** Where a backup is and of when; `undefined` when it has gone. */
  find(key: string): { readonly path: string; readonly madeAt: string } | undefined;
  /** How much room the backups of all dossiers take. */
  room(): { readonly count: number; readonly byteLength: number };
}

export interface BackupLimits {
  /** Of one dossier. */
  readonly perDossier: number;
  /** Of all dossiers together. */
  readonly bytes: number;
}

const usualLimits: BackupLimits = { perDossier: 10, bytes: 500_000_000 };

interface BackupStoreOptions {
  readonly folder: string;
  readonly now: Now;
  readonly newId: NewId;
  readonly limits?: BackupLimits;
}

interface Kept extends Backup {
  readonly path: string;
  /** Among those of one moment. */
  readonly turn: number;
}

const heldPrefix = '.held.';
const namePattern = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)(?:-(\d+))?\.(opened|closed|migrated)\.dossier$/;

/** An id comes out of a file that somebody may have sent: it must not lead out of the folder. */
const folderName = (dossier: string) =>
  /^[\dA-Za-z][\dA-Za-z-]{0,63}$/.test(dossier)
    ? dossier
    : `x-${createHash('sha256').update(dossier).digest('hex').slice(0, 40)}`;

const momentOf = (name: string) =>
  name.replace(
    /^(.{10}T\d\d)-(\d\d)-(\d\d)-(\d{3}Z)$/,
    (_, hour: string, minute: string, ...rest: string[]) =>
      [hour, minute, `${rest[0] ?? ''}.${rest[1] ?? ''}`].join(':'),
  );

function readKept(folder: string, dossierFolder: string): Kept[] {
  const inside = join(folder, dossierFolder);
  if (!existsSync(inside)) return [];
  return readdirSync(inside)
    .flatMap((name): Kept[] => {
      const [, moment, turn = '1', occasion] = namePattern.exec(name) ?? [];
      const path = join(inside, name);
      const facts = statSync(path, { throwIfNoEntry: false });
      if (moment === undefined || facts === undefined) return [];
      const madeAt = momentOf(moment);
      const key = `${dossierFolder}/${name}`;
      const byteLength = facts.size;
      return [{ key, madeAt, byteLength, occasion: occasion as BackupOccasion, path, turn: Number(turn) }];
    })
    .toSorted((a, b) => b.madeAt.localeCompare(a.madeAt) || b.turn - a.turn);
}

const dossierFolders = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

/** Whole and flushed under its name, or not there; with the original's time, by which a second copy is told to be idle. */
function copyWhole(from: string, to: string): void {
  const { atime, mtime } = statSync(from);
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  chmodSync(to, 0o600);
  utimesSync(to, atime, mtime);
  const file = openSync(to, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [statSync(a), statSync(b)];
  return one.size === other.size && Math.abs(one.mtimeMs - other.mtimeMs) < 1;
}

/** Those that have to go: beyond the last of a dossier, then the oldest of all; never the newest of a dossier. */
export function backupsToDrop<Each extends { readonly madeAt: string; readonly byteLength: number }>(
  dossiers: readonly (readonly Each[])[],
  { perDossier, bytes }: BackupLimits,
): Each[] {
  const tooMany = dossiers.flatMap((latestFirst) => latestFirst.slice(Math.max(1, perDossier)));
  const kept = dossiers.map((latestFirst) => latestFirst.slice(0, Math.max(1, perDossier)));
  let total = kept.flat().reduce((sum, each) => sum + each.byteLength, 0);
  const oldestFirst = kept
    .flatMap((latestFirst) => latestFirst.slice(1))
    .toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  const tooMuch = oldestFirst.filter((each) => {
    if (total <= bytes) return false;
    total -= each.byteLength;
    return true;
  });
  return [...tooMany, ...tooMuch];
}

/** Copies of dossiers in a folder of the program's own, one folder for each dossier. Throws the errors of node:fs. */
export function createBackupStore(options: BackupStoreOptions): BackupStore {
  const { folder, now, newId, limits = usualLimits } = options;
  let held: { readonly path: string; readonly occasion: BackupOccasion } | null = null;

  const list = (dossierFolder: string) => readKept(folder, dossierFolder);
  const prepare = () => void mkdirSync(folder, { recursive: true, mode: 0o700 });
  const dropHeld = () => {
    if (held !== null) rmSync(held.path, { force: true });
    held = null;
  };
  const dropUnfinished = () => {
    const aDayAgo = Date.parse(now()) - 24 * 60 * 60 * 1000;
    for (const name of readdirSync(folder).filter((each) => each.startsWith(heldPrefix))) {
      const path = join(folder, name);
      if ((statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? Infinity) < aDayAgo)
        rmSync(path, { force: true });
    }
  };
  const drop = () => {
    dropUnfinished();
    const all = dossierFolders(folder).map(list);
    for (const each of backupsToDrop(all, limits)) rmSync(each.path, { force: true });
  };
  const holdBefore = (whole: string, occasion: BackupOccasion) => {
    dropHeld();
    prepare();
    const path = join(folder, `${heldPrefix}${newId()}`);
    held = { path, occasion };
    copyWhole(whole, path);
  };
  const freeName = (inside: string, occasion: BackupOccasion) => {
    const moment = now().replaceAll(/[:.]/g, '-');
    for (let count = 1; ; count += 1) {
      const name = `${moment}${count === 1 ? '' : `-${String(count)}`}.${occasion}${dossierEnding}`;
      if (!existsSync(join(inside, name))) return join(inside, name);
    }
  };
  const keepHeld = (dossier: string) => {
    if (held === null) return;
    const name = folderName(dossier);
    const { path, occasion } = held;
    // What the last session left is what this one finds: once is enough. Before a migration, better twice than never.
    if (occasion !== 'migrated' && list(name).some((each) => isSameFile(each.path, path))) {
      dropHeld();
      return;
    }
    const inside = join(folder, name);
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    renameSync(path, freeName(inside, occasion));
    held = null;
    drop();
  };

  return {
    folder,
    limits,
    prepare,
    holdBefore,
    keepHeld,
    dropHeld,
    keepAfter(path, dossier) {
      try {
        holdBefore(path, 'closed');
        keepHeld(dossier);
      } finally {
        dropHeld();
      }
    },
    list: (dossier) =>
      list(folderName(dossier)).map(({ key, madeAt, byteLength, occasion }) => ({
        key,
        madeAt,
        byteLength,
        occasion,
      })),
    find: (key) =>
      dossierFolders(folder)
        .flatMap(list)
        .find((each) => each.key === key),
    room() {
      const all = dossierFolders(folder).flatMap(list);
      return { count: all.length, byteLength: all.reduce((sum, each) => sum + each.byteLength, 0) };
    },
  };
}
