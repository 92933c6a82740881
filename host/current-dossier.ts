import type { DossierSummary } from '../core/host-contract.ts';
import { done, refused, type Refusal, type Result } from '../core/result.ts';
import type { SessionBackups } from './backups/session-backups.ts';
import {
  createDossierFile,
  dossierName,
  type DossierFile,
  type NewDossier,
} from './dossier-file/dossier-file.ts';
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
  open(path: string, options?: { readonly readOnly?: boolean | undefined }): Result<DossierSummary>;
  /** The one that was asked for last, when it was not opened. */
  refused(): { readonly path: string; readonly refusal: Refusal } | null;
  /** Remembers one that another window was asked for and could not open. */
  keepRefused(path: string, refusal: Refusal): void;
  create(path: string, details: NewDossier): Result<DossierSummary>;
  /** Remembers a refusal for the window to show, as nobody waits for a reply. */
  keepRefusal(refusal: Refusal): void;
  close(): void;
}

interface CurrentDossierOptions {
  readonly recent: RecentDossiers;
  readonly backups: SessionBackups;
  /** Another dossier is open now. */
  readonly changed: () => void;
}

const summarise = (dossier: DossierFile): DossierSummary => ({
  name: dossierName(dossier.path),
  title: dossier.properties.title,
  isSample: dossier.properties.isSample,
  ...(dossier.readOnly ? { readOnly: true } : {}),
});

export function createCurrentDossier({ recent, backups, changed }: CurrentDossierOptions): CurrentDossier {
  let current: DossierFile | null = null;
  let refusal: Refusal | null = null;
  let refusedFile: ReturnType<CurrentDossier['refused']> = null;
  let wasAsked = false;

  const take = (opened: Result<DossierFile>): Result<DossierSummary> => {
    wasAsked = true;
    if (!opened.ok) return opened;
    const before = current;
    current = opened.value;
    refusal = null;
    refusedFile = null;
    if (before !== null) backups.close(before);
    recent.remember(current.path);
    changed();
    return done(summarise(current));
  };

  return {
    summary: () => current && summarise(current),
    refusal: () => refusal,
    get wasAsked() {
      return wasAsked;
    },
    get: () =>
      current === null
        ? refused('no-dossier', 'No dossier is open. Open one or make a new one first.')
        : done(current),
    isAt: (path) => current?.isAt(path) === true,
    open(path, { readOnly = false } = {}) {
      const isOpen = current?.isAt(path) === true && (readOnly || !current.readOnly);
      if (current === null || !isOpen) {
        const taken = take(backups.open(path, { readOnly }));
        if (!taken.ok) refusedFile = { path, refusal: taken.error };
        return taken;
      }
      refusal = null;
      return done(summarise(current));
    },
    refused: () => refusedFile,
    keepRefused(path, kept) {
      refusedFile = { path, refusal: kept };
    },
    create: (path, details) => take(createDossierFile(path, details)),
    keepRefusal(kept) {
      wasAsked = true;
      refusal = kept;
    },
    close() {
      const before = current;
      current = null;
      if (before !== null) backups.close(before);
    },
  };
}
