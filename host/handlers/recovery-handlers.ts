import { done, refused } from '../../core/result.ts';
import type { SessionBackups } from '../backups/session-backups.ts';
import { askWhere } from '../dossier-dialog.ts';
import { dossierName } from '../dossier-file/dossier-file.ts';
import { recoverDossier } from '../dossier-file/recovery/recover-dossier.ts';
import { showDossier } from '../show-dossier.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

/** What can be done about a dossier that was not opened. */
export function createRecoveryHandlers(
  { dependencies, current }: HandlerContext,
  backups: SessionBackups,
): Handlers<'refusedDossier' | 'recoverDossier'> {
  return {
    refusedDossier() {
      const asked = current.refused();
      if (asked === null) return done(null);
      const [latestBackup = null] = backups.listOf(asked.path);
      return done({ name: dossierName(asked.path), refusal: asked.refusal, latestBackup });
    },
    async recoverDossier() {
      const path = current.refused()?.path;
      if (path === undefined) {
        return refused('nothing-refused', 'That dossier is no longer at hand. Open it from its folder.');
      }
      const name = `${dossierName(path)} (recovered)`;
      const target = await askWhere(dependencies, { title: 'Recover into a new dossier', name });
      if (target === null) return done(null);
      const { now, newId } = dependencies;
      const { scratchFolder } = backups;
      const key = current.refused()?.key ?? null;
      const recovered = recoverDossier(path, { target, key, scratchFolder, now, newId });
      if (!recovered.ok) return recovered;
      const opened = showDossier({ current, dependencies }, target, { key });
      return opened.ok ? done({ dossier: opened.value, parts: recovered.value }) : opened;
    },
  };
}
