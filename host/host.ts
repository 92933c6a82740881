/** The host's composition root: everything behind the bridge, put together from what the shell gives it. */
import type { DossierSummary, HostHandlers, HostMethodName } from '../core/host-contract.ts';
import { done, refused, type Refusal, type Result } from '../core/result.ts';
import { createSessionBackups } from './backups/session-backups.ts';
import { createCurrentDossier } from './current-dossier.ts';
import { refusingStorageFailures, storageRefusal } from './dossier-file/storage-failure.ts';
import { createAnnotationExchangeHandlers } from './handlers/annotation-exchange-handlers.ts';
import { createAnnotationHandlers } from './handlers/annotation-handlers.ts';
import { createBackupHandlers } from './handlers/backup-handlers.ts';
import { createCopyHandlers } from './handlers/copy-handlers.ts';
import { createExportHandlers } from './handlers/export-handlers.ts';
import type { HandlerContext } from './handlers/handler-groups.ts';
import { createLengthHandlers } from './handlers/length-handlers.ts';
import { createNoteHandlers } from './handlers/note-handlers.ts';
import { createSearchHandlers } from './handlers/search-handlers.ts';
import { createPassphraseHandlers } from './handlers/passphrase-handlers.ts';
import { createReadingHandlers } from './handlers/reading-handlers.ts';
import { createRecoveryHandlers } from './handlers/recovery-handlers.ts';
import { createReplacementHandlers } from './handlers/replacement-handlers.ts';
import { createSessionHandlers } from './handlers/session-handlers.ts';
import { createStructureHandlers } from './handlers/structure-handlers.ts';
import { createSourceHandlers } from './handlers/source-handlers.ts';
import { createUnsavedHandlers } from './handlers/unsaved-handlers.ts';
import { createVersionHandlers } from './handlers/version-handlers.ts';
import type { HostDependencies, OpenOptions } from './host-dependencies.ts';
import { createDriveWatch, drivePatienceMessage } from './drive-watch.ts';
import { createFormsAtHand } from './office-forms.ts';
import { createLog } from './log.ts';
import { createPickedFiles } from './picked-files.ts';
import { openAtStart } from './open-at-start.ts';
import { createPreferences } from './preferences.ts';
import { createReadingMemory } from './reading-memory.ts';
import { createRecentDossiers } from './recent-dossiers.ts';
import type { Typesetter } from './typesetting/typesetter.ts';

export interface Host {
  readonly handlers: HostHandlers;
  /**
   * Opens a dossier that was wanted at the start, otherwise what was open last, or the sample; once. The session that the
   * window asks for would do it as well, but only when the window has loaded: whatever it asks for waits for this.
   * Resolves to why what was wanted is not open, and otherwise to `null`: that is told by the session.
   */
  begin(wanted?: string): Promise<Refusal | null>;
  /**
   * Opens a dossier that the desktop asked for, and sends `dossierChanged`. A refusal is returned, and shown by the
   * session that the window then reads.
   */
  openPath(path: string, options?: OpenOptions): Result<DossierSummary>;
  /** The dossier that is open; `null` when none is. */
  summary(): DossierSummary | null;
  /** Id of the dossier that is open; `null` when none is. */
  dossierId(): string | null;
  /** Whether the open dossier is this file, however the path is written. */
  isAt(path: string): boolean;
  /** Writes a bug to the local log. Never throws. */
  logError(thrown: unknown): void;
  /** Cancels what runs, and leaves the dossier as one whole file. */
  close(): Promise<void>;
}

type AnyHandler = (args: never) => unknown;

/** Those that touch no dossier, or look after the drive themselves. */
const withoutDossier: ReadonlySet<HostMethodName> = new Set([
  'session',
  'openDossier',
  'unlockDossier',
  'savePreferences',
  'readReading',
  'keepReading',
  'logError',
  'flushed',
  'flushFailed',
  'cancelExport',
]);

interface Guards {
  /** Resolves when the dossier of the start is open, or refused. */
  readonly ready: () => Promise<void>;
  /** Whether the drive of the open dossier does. */
  readonly answers: () => Promise<boolean>;
}

/**
 * What the disk does not allow, or does not answer, is a reply, whichever handler meets it. Bugs are thrown on, for the
 * shell to log.
 */
function refusingForStorage(handlers: HostHandlers, { ready, answers }: Guards): HostHandlers {
  const guard =
    (name: HostMethodName, handler: AnyHandler) =>
    async (args: never): Promise<unknown> => {
      await ready();
      if (!withoutDossier.has(name) && !(await answers()))
        return refused('not-answering', drivePatienceMessage);
      try {
        return await handler(args);
      } catch (thrown) {
        const error = storageRefusal(thrown);
        if (error === undefined) throw thrown;
        return { ok: false, error };
      }
    };
  const names = Object.keys(handlers) as HostMethodName[];
  // The keys and, but for the refusal, the results stay what they were; TypeScript can't follow a map over methods.
  return Object.fromEntries(
    names.map((name) => [name, guard(name, handlers[name])]),
  ) as unknown as HostHandlers;
}

export function createHost(dependencies: HostDependencies): Host {
  const { dataFolder, documentsFolder, now, newId, send, drive = createDriveWatch() } = dependencies;
  const log = createLog({ folder: dataFolder, now });
  const preferences = createPreferences(dataFolder, newId);
  const recent = createRecentDossiers({ dataFolder, documentsFolder, now, newId, drive });
  const changed = () => {
    send('dossierChanged', null);
  };
  const backups = createSessionBackups({ dataFolder, now, newId, log });
  const current = createCurrentDossier({ recent, backups, newId, changed });
  const context: HandlerContext = {
    dependencies,
    current,
    recent,
    drive,
    forms: createFormsAtHand(dataFolder),
  };
  let typesetter: Typesetter | null = null;

  const sharedTypesetter = () => (typesetter ??= dependencies.typesetter());

  let begun: Promise<Refusal | null> | null = null;
  const begin = (wanted?: string) => (begun ??= openAtStart(context, wanted));

  const picked = createPickedFiles(newId);
  const handlers: HostHandlers = {
    ...createSessionHandlers(context, preferences, begin),
    ...createSourceHandlers(context, picked),
    ...createReplacementHandlers(context, picked),
    ...createStructureHandlers(context),
    ...createAnnotationHandlers(context),
    ...createAnnotationExchangeHandlers(context),
    ...createReadingHandlers(context, createReadingMemory(dataFolder, newId)),
    ...createNoteHandlers(context, preferences),
    ...createVersionHandlers(context),
    ...createSearchHandlers(context),
    ...createUnsavedHandlers(context),
    ...createBackupHandlers(context, backups),
    ...createCopyHandlers(context),
    ...createRecoveryHandlers(context, backups),
    ...createPassphraseHandlers(context, backups),
    ...createExportHandlers(context, sharedTypesetter),
    ...createLengthHandlers(context, sharedTypesetter),
    savePreferences(given) {
      preferences.write(given);
      return done(given);
    },
    logError({ message }) {
      log.error(`window: ${message}`);
      return done(null);
    },
    flushed: () => done(null),
    flushFailed: () => done(null),
  };

  return {
    handlers: refusingForStorage(handlers, {
      ready: async () => {
        await begun;
      },
      answers: async () => {
        const opened = current.get();
        return !opened.ok || drive.answers(opened.value.path);
      },
    }),
    begin,
    openPath(path, options) {
      const opened = refusingStorageFailures(() => current.open(path, options));
      if (!opened.ok) {
        current.keepRefusal(opened.error);
        changed();
      }
      return opened;
    },
    summary: () => current.summary(),
    dossierId() {
      const opened = current.get();
      return opened.ok ? opened.value.properties.id : null;
    },
    isAt: (path) => current.isAt(path),
    logError(thrown) {
      log.error('unexpected', thrown);
    },
    async close() {
      await handlers.cancelExport({});
      current.close();
      await typesetter?.close();
    },
  };
}
