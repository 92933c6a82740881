/** One dossier is one SQLite file, open in one place at a time. What a store's function has returned from is on disk. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { NewId, Now } from '../../core/dossier/ids.ts';
import { done, refused, type Result } from '../../core/result.ts';
import { createAnnotationStore, type AnnotationStore } from './annotation-store.ts';
import { openDatabase, type Database } from './database.ts';
import { damagedMessage, inspectHeader, newerMessage, type HeaderProblem } from './dossier-header.ts';
import { currentVersion, hasOwnStructure, migrate } from './migrations/migrate.ts';
import { isOpenHere, noteAsOpen } from './open-files.ts';
import { createNoteStore, type NoteStore } from './note-store.ts';
import { readProperties, writeProperties, type DossierProperties } from './property-store.ts';
import { createSourceStore, type SourceStore } from './source-store.ts';
import { lockedMessage, refusingStorageFailures, type StorageProblem } from './storage-failure.ts';

export const dossierEnding = '.dossier';

export type OpenProblem = HeaderProblem | StorageProblem;
export type CreateProblem = 'already-exists' | 'no-such-folder' | OpenProblem;

export interface DossierFile {
  /** Absolute. */
  readonly path: string;
  readonly properties: DossierProperties;
  readonly sources: SourceStore;
  readonly annotations: AnnotationStore;
  readonly notes: NoteStore;
  /** Whether a path, however it is written, leads to this file. */
  isAt(path: string): boolean;
  /** Several changes as one: all on disk, or none. */
  inOneStep<Outcome>(work: () => Outcome): Outcome;
  /** Leaves one file without companions. The stores can't be used after it. */
  close(): void;
}

export interface NewDossier {
  readonly title: string;
  readonly now: Now;
  readonly newId: NewId;
  readonly isSample?: boolean;
}

/** Name of a dossier as people see it: without folders and ending. */
export const dossierName = (path: string) => basename(path, dossierEnding);

const hasJournal = (path: string) => existsSync(`${path}-wal`) || existsSync(`${path}-journal`);

function toDossierFile(path: string, database: Database): DossierFile {
  const properties = readProperties(database);
  const noteAsClosed = noteAsOpen(path);
  return {
    path,
    properties,
    sources: createSourceStore(database),
    annotations: createAnnotationStore(database),
    notes: createNoteStore(database),
    isAt: (other) => existsSync(other) && realpathSync(other) === path,
    inOneStep: (work) => database.write(work),
    close: () => {
      database.close();
      noteAsClosed();
    },
  };
}

/** What only SQLite can tell: whether the pages hold together and the tables are Chancery's own. */
function examine(database: Database) {
  const version = Number(database.get('PRAGMA user_version')?.['user_version']);
  if (version > currentVersion) return refused('newer-version', newerMessage);
  const sound = database.get('PRAGMA quick_check')?.['quick_check'] === 'ok';
  if (!sound || database.all('PRAGMA foreign_key_check').length > 0)
    return refused('damaged', damagedMessage);
  migrate(database, version);
  if (!hasOwnStructure(database)) return refused('damaged', damagedMessage);
  return done(null);
}

function openExamined(path: string): Result<DossierFile, OpenProblem> {
  const database = openDatabase(path);
  let kept = false;
  try {
    const examined = examine(database);
    if (!examined.ok) return examined;
    const dossier = toDossierFile(path, database);
    kept = true;
    return done(dossier);
  } finally {
    if (!kept) database.close();
  }
}

/** Opens a dossier for this process alone. A refused file has not been written to. */
export function openDossierFile(path: string): Result<DossierFile, OpenProblem> {
  const given = resolve(path);
  if (isOpenHere(given)) return refused('locked', lockedMessage);
  const inspected = inspectHeader(given, hasJournal(given));
  if (!inspected.ok) return inspected;
  return refusingStorageFailures((): Result<DossierFile, OpenProblem> => {
    const real = realpathSync(given); // SQLite puts its journal beside the real file, not beside a link to it
    accessSync(dirname(real), constants.W_OK);
    accessSync(real, constants.R_OK | constants.W_OK);
    return openExamined(real);
  });
}

function fillNewFile(path: string, { title, now, newId, isSample = false }: NewDossier): void {
  closeSync(openSync(path, 'wx')); // names what the folder does not allow better than SQLite does
  const database = openDatabase(path);
  try {
    database.write(() => {
      migrate(database, 0);
      writeProperties(database, { id: newId(), title, createdAt: now(), isSample });
    });
  } finally {
    database.close();
  }
}

/**
 * Makes an empty dossier and opens it. It comes to its name whole, or not at all; an existing file is never replaced.
 * @param details the title for people; `isSample` marks the one that the first start makes
 */
export function createDossierFile(path: string, details: NewDossier): Result<DossierFile, CreateProblem> {
  const target = resolve(path);
  if (existsSync(target)) {
    return refused(
      'already-exists',
      `There is already a file named “${basename(target)}”. Choose another name.`,
    );
  }
  if (!existsSync(dirname(target))) {
    return refused(
      'no-such-folder',
      'The folder for this dossier does not exist. Make it first, or choose another.',
    );
  }
  const unfinished = join(dirname(target), `.${basename(target)}.${details.newId()}.new`);
  return refusingStorageFailures((): Result<DossierFile, CreateProblem> => {
    try {
      fillNewFile(unfinished, details);
      renameSync(unfinished, target);
    } finally {
      for (const ending of ['', '-wal', '-journal']) rmSync(`${unfinished}${ending}`, { force: true });
    }
    return openDossierFile(target);
  });
}
