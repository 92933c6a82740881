import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NewId, Now } from '../../core/dossier/ids.ts';
import type { Backup } from '../../core/host-contract.ts';
import type { Result } from '../../core/result.ts';
import {
  openDossierFile,
  type DossierFile,
  type OpenProblem,
  type WholeDossier,
} from '../dossier-file/dossier-file.ts';
import type { DossierKey } from '../dossier-file/passphrase/dossier-key.ts';
import type { Log } from '../log.ts';
import { createBackupStore, type BackupLimits, type BackupStore } from './backup-store.ts';
import { relockBackup } from './relock-backup.ts';
import { createKnownDossiers } from './known-dossiers.ts';

/** Opens and closes dossiers, keeping a copy of each as it was before and as it was left. */
export interface SessionBackups {
  readonly store: BackupStore;
  /** For private copies of dossiers. */
  readonly scratchFolder: string;
  open(
    path: string,
    options: { readonly readOnly: boolean; readonly key: DossierKey | null },
  ): Result<DossierFile, OpenProblem>;
  close(dossier: DossierFile): void;
  /**
   * Encrypts the earlier copies of a dossier as it is encrypted now. Returns how many can still be read without a
   * passphrase although it has one, because the disk or the copy itself did not allow it.
   */
  relock(dossier: string, keys: { readonly from: DossierKey | null; readonly to: DossierKey | null }): number;
  /** Of the dossier that was last open at a path, also when its file can't be read. Latest first. */
  listOf(path: string): Backup[];
}

interface SessionBackupOptions {
  readonly dataFolder: string;
  readonly now: Now;
  readonly newId: NewId;
  readonly log: Log;
  readonly limits?: BackupLimits;
}

/** A backup that fails never keeps anybody from work; only before a migration, no copy means no change. */
export function createSessionBackups({ dataFolder, log, ...options }: SessionBackupOptions): SessionBackups {
  const store = createBackupStore({ folder: join(dataFolder, 'backups'), ...options });
  const scratchFolder = join(dataFolder, 'reading');
  // What a session left that was cut off while it showed a copy.
  rmSync(scratchFolder, { recursive: true, force: true });
  const known = createKnownDossiers(store.folder, options.newId);

  const attempt = (work: () => void) => {
    try {
      work();
    } catch (thrown) {
      log.error('a backup could not be made', thrown);
    }
  };
  const keep = ({ path, isOlder }: WholeDossier) => {
    if (isOlder) store.holdBefore(path, 'migrated');
    else
      attempt(() => {
        store.holdBefore(path, 'opened');
      });
  };

  return {
    store,
    scratchFolder,
    open(path, { readOnly, key }) {
      const opened = openDossierFile(path, {
        readOnly,
        key,
        scratchFolder,
        keep,
      });
      attempt(() => {
        if (!opened.ok) store.dropHeld();
        else if (!readOnly) {
          store.keepHeld(opened.value.properties.id);
          known.remember(opened.value.path, opened.value.properties.id);
        }
      });
      return opened;
    },
    close(dossier) {
      const changed = dossier.hasChanged && !dossier.readOnly;
      dossier.close();
      if (changed)
        attempt(() => {
          store.keepAfter(dossier.path, dossier.properties.id);
        });
    },
    relock(dossier, { from, to }) {
      const left = store.list(dossier).filter(({ key }) => {
        const path = store.find(key)?.path;
        return path !== undefined && relockBackup(path, { from, to }, options.newId()) === 'left-plain';
      });
      return left.length;
    },
    listOf(path) {
      const dossier = known.idAt(path);
      return dossier === undefined ? [] : store.list(dossier);
    },
  };
}
