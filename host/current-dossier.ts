import type { DossierSummary } from '../core/host-contract.ts';
import { done, refused, type Refusal, type Result } from '../core/result.ts';
import {
  createDossierFile,
  dossierName,
  openDossierFile,
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
  open(path: string): Result<DossierSummary>;
  create(path: string, details: NewDossier): Result<DossierSummary>;
  /** Remembers a refusal for the window to show, as nobody waits for a reply. */
  keepRefusal(refusal: Refusal): void;
  close(): void;
}

interface CurrentDossierOptions {
  readonly recent: RecentDossiers;
  /** Another dossier is open now. */
  readonly changed: () => void;
}

const summarise = (dossier: DossierFile): DossierSummary => ({
  name: dossierName(dossier.path),
  title: dossier.properties.title,
  isSample: dossier.properties.isSample,
});

export function createCurrentDossier({ recent, changed }: CurrentDossierOptions): CurrentDossier {
  let current: DossierFile | null = null;
  let refusal: Refusal | null = null;
  let wasAsked = false;

  const take = (opened: Result<DossierFile>): Result<DossierSummary> => {
    wasAsked = true;
    if (!opened.ok) return opened;
    const before = current;
    current = opened.value;
    refusal = null;
    before?.close();
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
    open(path) {
      if (current?.isAt(path) !== true) return take(openDossierFile(path));
      refusal = null;
      return done(summarise(current));
    },
    create: (path, details) => take(createDossierFile(path, details)),
    keepRefusal(kept) {
      wasAsked = true;
      refusal = kept;
    },
    close() {
      current?.close();
      current = null;
    },
  };
}
