import { copyFileSync } from 'node:fs';
import { done, refused } from '../../core/result.ts';
import type { SessionBackups } from '../backups/session-backups.ts';
import { askWhere } from '../dossier-dialog.ts';
import { makeDossierCopy } from '../dossier-file/copy-dossier.ts';
import { dossierName, openDossierFile } from '../dossier-file/dossier-file.ts';
import { showDossier } from '../show-dossier.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

const backupGone = () =>
  refused('backup-not-found', 'That backup is no longer there. Look at the list again and choose another.');

/** Copies that Chancery keeps by itself. */
export function createBackupHandlers(
  { dependencies, current }: HandlerContext,
  backups: SessionBackups,
): Handlers<'listBackups' | 'backupRoom' | 'showBackups' | 'restoreBackup'> {
  const { store } = backups;
  return {
    listBackups() {
      const opened = current.get();
      return opened.ok ? done(store.list(opened.value.properties.id)) : opened;
    },
    backupRoom: () =>
      done({
        folder: store.folder,
        ...store.room(),
        mostBytes: store.limits.bytes,
        mostPerDossier: store.limits.perDossier,
      }),
    showBackups() {
      store.prepare();
      dependencies.ports.showInFolder(store.folder);
      return done(null);
    },
    async restoreBackup({ key: wanted }) {
      const found = store.find(wanted);
      if (found === undefined) return backupGone();
      const asked = current.get();
      const of = asked.ok ? asked.value.path : (current.refused()?.path ?? 'Dossier');
      const name = `${dossierName(of)} (backup of ${found.madeAt.slice(0, 10)})`;
      const target = await askWhere(dependencies, { title: 'Restore the backup as', name });
      if (target === null) return done(null);
      const backup = store.find(wanted)?.path; // again: it may have been dropped while the dialog stood
      if (backup === undefined) return backupGone();
      // A backup can be damaged as well, and a damaged one is not to become a dossier.
      const { scratchFolder } = backups;
      const key = asked.ok ? asked.value.key : (current.refused()?.key ?? null);
      const sound = openDossierFile(backup, { readOnly: true, scratchFolder, key });
      // One that is locked is looked into when its passphrase was typed.
      if (!sound.ok && sound.error.code !== 'needs-passphrase') return sound;
      if (sound.ok) sound.value.close();
      const restored = makeDossierCopy(
        (path) => {
          copyFileSync(backup, path);
        },
        { target, newId: dependencies.newId, key: null, properties: null },
      );
      return restored.ok ? showDossier({ current, dependencies }, target, { key }) : restored;
    },
  };
}
