import type { NewId } from '../core/dossier/ids.ts';
import type { DossierSummary } from '../core/host-contract.ts';
import { done, refused, type Refusal, type Result } from '../core/result.ts';
import type { SessionBackups } from './backups/session-backups.ts';
import {
  createDossierFile,
  dossierName,
  passphraseMessage,
  type DossierFile,
  type NewDossier,
} from './dossier-file/dossier-file.ts';
import type { DossierKey } from './dossier-file/passphrase/dossier-key.ts';
import { relockDossier } from './dossier-file/passphrase/relock-dossier.ts';
import type { RecentDossiers } from './recent-dossiers.ts';

/** The dossier that the window shows: none or one. */
export interface CurrentDossier {
  summary(): DossierSummary | null;
  /** Why the dossier that was asked for from outside the window is not open. */
  refusal(): Refusal | null;
  /** Whether one was ever opened or refused. */
  readonly wasAsked: boolean;
  /** Refused with `no-dossier` when none is open. */
  get(): Result<DossierFile, 'no-dossier'>;
  isAt(path: string): boolean;
  /** Takes the place of the one that was open; when refused, that one stays. */
  open(path: string, options?: OpenOptions): Result<DossierSummary>;
  /** The one that was asked for last, when it was not opened. */
  refused(): RefusedFile | null;
  /** Remembers one that another window was asked for and could not open. */
  keepRefused(file: RefusedFile): void;
  create(path: string, details: NewDossier): Result<DossierSummary>;
  /** Remembers a refusal for the window to show, as nobody waits for a reply. */
  keepRefusal(refusal: Refusal): void;
  /** Encrypts the open dossier anew, or with `null` no longer. When refused, it is as it was. */
  relock(key: DossierKey | null): Result<DossierSummary>;
  /** Closes a dossier with a passphrase, so that it has to be typed again. Refused with `no-passphrase` for another. */
  lock(): Result<null>;
  close(): void;
}

interface OpenOptions {
  readonly readOnly?: boolean | undefined;
  readonly key?: DossierKey | null | undefined;
}

interface RefusedFile extends OpenOptions {
  readonly path: string;
  readonly refusal: Refusal;
}

interface CurrentDossierOptions {
  readonly recent: RecentDossiers;
  readonly backups: SessionBackups;
  readonly newId: NewId;
  /** Another dossier is open now. */
  readonly changed: () => void;
}

const summarise = (dossier: DossierFile): DossierSummary => ({
  name: dossierName(dossier.path),
  title: dossier.properties.title,
  isSample: dossier.properties.isSample,
  ...(dossier.readOnly ? { readOnly: true } : {}),
  ...(dossier.key === null ? {} : { hasPassphrase: true }),
});

export function createCurrentDossier({
  recent,
  backups,
  newId,
  changed,
}: CurrentDossierOptions): CurrentDossier {
  let current: DossierFile | null = null;
  let refusal: Refusal | null = null;
  let refusedFile: RefusedFile | null = null;
  let wasAsked = false;

  const take = (opened: Result<DossierFile>): Result<DossierSummary> => {
    wasAsked = true;
    if (!opened.ok) return opened;
    const before = current;
    current = opened.value;
    refusal = null;
    refusedFile = null;
    if (before !== null) backups.close(before);
    recent.remember(current.path, current.properties.id);
    changed();
    return done(summarise(current));
  };

  const get = (): Result<DossierFile, 'no-dossier'> =>
    current === null
      ? refused('no-dossier', 'No dossier is open. Open one or make a new one first.')
      : done(current);
  const close = () => {
    const before = current;
    current = null;
    if (before !== null) backups.close(before);
  };

  return {
    summary: () => current && summarise(current),
    refusal: () => refusal,
    get wasAsked() {
      return wasAsked;
    },
    get,
    isAt: (path) => current?.isAt(path) === true,
    open(path, { readOnly = false, key = null } = {}) {
      const isOpen = current?.isAt(path) === true && (readOnly || !current.readOnly);
      if (current === null || !isOpen) {
        const taken = take(backups.open(path, { readOnly, key }));
        if (!taken.ok) refusedFile = { path, refusal: taken.error, readOnly, key };
        return taken;
      }
      refusal = null;
      return done(summarise(current));
    },
    refused: () => refusedFile,
    keepRefused(file) {
      refusedFile = file;
    },
    create: (path, details) => take(createDossierFile(path, details)),
    keepRefusal(kept) {
      wasAsked = true;
      refusal = kept;
    },
    relock(key) {
      const opened = get();
      if (!opened.ok) return opened;
      const before = opened.value;
      const { closed, outcome } = relockDossier(before, key, newId());
      if (!closed) return outcome;
      const again = backups.open(before.path, { readOnly: false, key: outcome.ok ? key : before.key });
      current = again.ok ? again.value : null;
      if (!again.ok) {
        refusal = again.error;
        refusedFile = { path: before.path, refusal };
        changed();
        return again;
      }
      return outcome.ok ? done(summarise(again.value)) : outcome;
    },
    lock() {
      const opened = get();
      if (!opened.ok) return opened;
      const { path, key, readOnly } = opened.value;
      if (key === null) {
        return refused(
          'no-passphrase',
          'This dossier has no passphrase. Set one first; then it can be locked.',
        );
      }
      close();
      refusal = { code: 'needs-passphrase', message: passphraseMessage };
      refusedFile = { path, refusal, readOnly };
      changed();
      return done(null);
    },
    close,
  };
}
