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
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { NewId, Now } from '../../core/dossier/ids.ts';
import { done, refused, type Result } from '../../core/result.ts';
import { createAnnotationStore, type AnnotationStore } from './annotation-store.ts';
import { allTextIsUtf8 } from './all-text-is-utf8.ts';
import { ChangeNotAllowed } from './change-not-allowed.ts';
import { openDatabase, type Database, type DatabaseHooks } from './database.ts';
import {
  damagedMessage,
  inspectHeader,
  newerMessage,
  notADossier,
  type DossierHeader,
  type HeaderProblem,
} from './dossier-header.ts';
import { applicationId, currentVersion, hasOwnStructure, migrate } from './migrations/migrate.ts';
import { fileIdentity, isOpenHere, noteAsOpen } from './open-files.ts';
import type { DossierKey } from './passphrase/dossier-key.ts';
import { isSameRecord } from './passphrase/key-record.ts';
import { createNoteStore, type NoteStore } from './note-store.ts';
import { hasJournal, takePrivateCopy, type PrivateCopy } from './private-copy.ts';
import { readProperties, writeProperties, type DossierProperties } from './property-store.ts';
import { checkSeal, writeSeal } from './seal.ts';
import { createSearchStore, type SearchStore } from './search-store.ts';
import { createSourceStore, type SourceStore } from './source-store.ts';
import {
  lockedMessage,
  readOnlyMessage,
  refusingStorageFailures,
  type StorageProblem,
} from './storage-failure.ts';
import { createVersionStore, type VersionStore } from './version-store.ts';

export const dossierEnding = '.dossier';

export type OpenProblem = HeaderProblem | StorageProblem | 'needs-passphrase';
export type CreateProblem = 'already-exists' | 'no-such-folder' | OpenProblem;

export interface DossierFile {
  /** Absolute. */
  readonly path: string;
  readonly properties: DossierProperties;
  readonly sources: SourceStore;
  readonly annotations: AnnotationStore;
  readonly notes: NoteStore;
  readonly versions: VersionStore;
  readonly search: SearchStore;
  /** Every change is refused with `read-only`: what is shown is a copy of how the file stood when it was opened. */
  readonly readOnly: boolean;
  /** What the file is encrypted with; `null` when it has no passphrase. */
  readonly key: DossierKey | null;
  /** Whether anything was changed since it was opened. */
  readonly hasChanged: boolean;
  /** Whether a path, however it is written, leads to this file. */
  isAt(path: string): boolean;
  /** Whether the file that was opened is still where it was opened. */
  isInPlace(): boolean;
  /** Several changes as one: all on disk, or none. */
  inOneStep<Outcome>(work: () => Outcome): Outcome;
  /**
   * Writes all of it into a file that is not there yet, also when its own file has gone. Throws SqliteError.
   * @param key of the copy, `null` for a plain one. Missing: the same passphrase opens it.
   */
  copyInto(path: string, key?: DossierKey | null): void;
  /** Gives the room of what was deleted back to the disk. */
  compact(): void;
  /** Leaves one file without companions. The stores can't be used after it. May be called again. */
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

/** A file that holds all of a dossier, before that dossier is opened to be changed. */
export interface WholeDossier {
  readonly path: string;
  /** Opening it will migrate it. */
  readonly isOlder: boolean;
}

export interface OpenOptions {
  /** Also what another process has open: a private copy is shown, and the file itself is not written to. */
  readonly readOnly?: boolean;
  /** Of a dossier with a passphrase. Without it, or with that of another passphrase: `needs-passphrase`. */
  readonly key?: DossierKey | null;
  /** Where private copies live as long as they are needed. Missing: the system's folder for temporary files. */
  readonly scratchFolder?: string;
  /** Called before the file is opened to be changed, to keep a copy. What it throws is treated as the disk's refusal. */
  readonly keep?: (whole: WholeDossier) => void;
}

export const passphraseMessage = 'This dossier is locked with a passphrase. Type the passphrase to open it.';
const busyMessage =
  'This dossier is being changed in another window or program just now, so it can’t be read. Try again in a moment.';

interface Opening {
  /** As the person knows it. */
  readonly path: string;
  readonly database: Database;
  /** What is shown instead of the file itself. */
  readonly copy: PrivateCopy | null;
  readonly key: DossierKey | null;
}

/** What a full disk does not take now is indexed at the next closing; searches read those notes themselves. */
function indexBeforeClosing(notes: NoteStore): void {
  refusingStorageFailures(() => {
    notes.index();
    return done(null);
  });
}

function toDossierFile({ path, database, copy, key }: Opening): DossierFile {
  const properties = readProperties(database);
  const noteAsClosed = copy === null ? noteAsOpen(path) : copy.remove;
  const notes = createNoteStore(database);
  const isInPlace = placeOf(path);
  let isOpen = true;
  return {
    path,
    properties,
    readOnly: copy !== null,
    key,
    get hasChanged() {
      return database.hasChanged;
    },
    sources: createSourceStore(database),
    annotations: createAnnotationStore(database),
    notes,
    versions: createVersionStore(database),
    search: createSearchStore(database),
    isAt: (other) => existsSync(other) && realpathSync(other) === path,
    isInPlace,
    inOneStep: (work) => database.write(work),
    copyInto: (target, targetKey = key) => {
      database.copyInto(target, targetKey);
    },
    compact: () => {
      database.compact();
    },
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      try {
        if (copy === null && database.hasChanged) indexBeforeClosing(notes);
      } finally {
        try {
          database.close();
        } finally {
          noteAsClosed();
        }
      }
    },
  };
}

type Check = 'quick_check' | 'integrity_check';

const userVersion = (database: Database) => Number(database.get('PRAGMA user_version')?.['user_version']);

/** What only SQLite can tell: whether the pages hold together and the tables are Chancery's own. */
function examine(database: Database, check: Check) {
  if (!allTextIsUtf8(database)) return refused('damaged', damagedMessage);
  const version = userVersion(database);
  if (database.get('PRAGMA application_id')?.['application_id'] !== applicationId) return notADossier();
  if (version > currentVersion) return refused('newer-version', newerMessage);
  const sound = database.get(`PRAGMA ${check}`)?.[check] === 'ok';
  if (!sound || database.all('PRAGMA foreign_key_check').length > 0)
    return refused('damaged', damagedMessage);
  // Before and after: a migration that reads must not meet tables that are somebody else's.
  if (!hasOwnStructure(database, version)) return refused('damaged', damagedMessage);
  migrate(database, version);
  if (!hasOwnStructure(database)) return refused('damaged', damagedMessage);
  return done(null);
}

/** Opens a database and hands it on, or closes it again. */
function openExamined<Value>(
  open: () => Database,
  check: Check,
  use: (database: Database) => Value,
): Result<Value, OpenProblem> {
  const database = open();
  let kept = false;
  try {
    const examined = examine(database, check);
    if (!examined.ok) return examined;
    const value = use(database);
    kept = true;
    return done(value);
  } finally {
    if (!kept) database.close();
  }
}

/** Whether the file that is at a path now is still at it when one asks. */
function placeOf(path: string): () => boolean {
  const file = fileIdentity(path);
  return () => {
    try {
      return fileIdentity(path) === file;
    } catch {
      return false; // its drive is gone
    }
  };
}

/** Changes go only into the file that was opened: one that was moved away would swallow them unseen. */
function hooksForWriting(path: string, hasChanged: () => boolean): DatabaseHooks {
  const isThere = placeOf(path);
  return {
    beforeChange() {
      if (!isThere()) throw new ChangeNotAllowed('file-gone');
    },
    beforeRelease() {
      if (!hasChanged() || !isThere() || existsSync(`${path}-wal`)) return;
      try {
        writeSeal(path);
      } catch {
        // A dossier without a seal is whole as well; it is only checked less sharply.
      }
    },
  };
}

function openForWriting(path: string, key: DossierKey | null): Database {
  const database: Database = openDatabase(path, { ...hooksForWriting(path, () => database.hasChanged), key });
  return database;
}

/** Of the tables, as far as SQLite can be asked; nothing is written. */
function versionOf(path: string, key: DossierKey | null): number {
  const database = openDatabase(path, { key });
  try {
    return userVersion(database);
  } finally {
    database.close();
  }
}

/** Examines how a dossier stood when its last session was cut off, on a copy: SQLite would repair the file itself. */
function examineLeftOpen(path: string, options: KeyedOptions) {
  const copy = takePrivateCopy(path, options.scratchFolder ?? tmpdir());
  if (copy === null) return refused('locked', lockedMessage);
  try {
    const database = openDatabase(copy.path, { key: options.key });
    let isOlder: boolean;
    try {
      isOlder = userVersion(database) < currentVersion;
      if (database.get('PRAGMA integrity_check')?.['integrity_check'] !== 'ok')
        return refused('damaged', damagedMessage);
    } finally {
      database.close();
    }
    options.keep?.({ path: copy.path, isOlder });
    return done(null);
  } finally {
    copy.remove();
  }
}

/** With the key that fits the file. */
interface KeyedOptions extends OpenOptions {
  readonly key: DossierKey | null;
}

function openToWrite(path: string, header: DossierHeader, options: KeyedOptions) {
  const { key } = options;
  accessSync(dirname(path), constants.W_OK);
  accessSync(path, constants.R_OK | constants.W_OK);
  if (header.leftOpen || hasJournal(path)) {
    const examined = examineLeftOpen(path, options);
    if (!examined.ok) return examined;
  } else {
    if (checkSeal(path) === 'broken') return refused('damaged', damagedMessage);
    options.keep?.({ path, isOlder: (header.version ?? versionOf(path, key)) < currentVersion });
  }
  return openExamined(
    () => openForWriting(path, key),
    'quick_check',
    (database) => toDossierFile({ path, database, copy: null, key }),
  );
}

function openToRead(path: string, header: DossierHeader, options: KeyedOptions) {
  const { key } = options;
  accessSync(path, constants.R_OK);
  const copy = takePrivateCopy(path, options.scratchFolder ?? tmpdir());
  if (copy === null) return refused('locked', busyMessage);
  let kept = false;
  try {
    const sealed = !header.leftOpen && !hasJournal(copy.path);
    if (sealed && checkSeal(copy.path) === 'broken') return refused('damaged', damagedMessage);
    let mayChange = true; // a copy of an older version is migrated, so that this program can read it
    const beforeChange = () => {
      if (!mayChange) throw new ChangeNotAllowed('read-only');
    };
    const opened = openExamined(
      () => openDatabase(copy.path, { beforeChange, key }),
      'integrity_check',
      (database) => toDossierFile({ path, database, copy, key }),
    );
    mayChange = false;
    kept = opened.ok;
    return opened;
  } finally {
    if (!kept) copy.remove();
  }
}

/**
 * Opens a dossier for this process alone; or, with `readOnly`, shows how it stands now. A refused file has not been
 * written to.
 */
export function openDossierFile(path: string, options: OpenOptions = {}): Result<DossierFile, OpenProblem> {
  const given = resolve(path);
  if (isOpenHere(given)) return refused('locked', lockedMessage);
  const inspected = inspectHeader(given, hasJournal(given));
  if (!inspected.ok) return inspected;
  const { keyRecord } = inspected.value;
  const key = keyRecord === null ? null : (options.key ?? null);
  if (keyRecord !== null && (key === null || !isSameRecord(key.record, keyRecord))) {
    return refused('needs-passphrase', passphraseMessage);
  }
  return refusingStorageFailures((): Result<DossierFile, OpenProblem> => {
    const real = realpathSync(given); // SQLite puts its journal beside the real file, not beside a link to it
    return options.readOnly === true
      ? openToRead(real, inspected.value, { ...options, key })
      : openToWrite(real, inspected.value, { ...options, key });
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
    } catch (thrown) {
      // The folder is there, but takes no files: Linux says so of /proc, as if the folder were missing.
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
      return refused('read-only-folder', readOnlyMessage);
    } finally {
      for (const ending of ['', '-wal', '-journal']) rmSync(`${unfinished}${ending}`, { force: true });
    }
    return openDossierFile(target);
  });
}
