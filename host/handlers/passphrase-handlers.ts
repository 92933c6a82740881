import type { DossierSummary } from '../../core/host-contract.ts';
import { done, refused, type Result } from '../../core/result.ts';
import type { SessionBackups } from '../backups/session-backups.ts';
import { findDossierKey, makeDossierKey, type DossierKey } from '../dossier-file/passphrase/dossier-key.ts';
import { readKeyRecord } from '../dossier-file/passphrase/kept-key-record.ts';
import { refusingStorageFailures } from '../dossier-file/storage-failure.ts';
import { drivePatienceMessage } from '../drive-watch.ts';
import { showDossier } from '../show-dossier.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

type PassphraseHandlers = Handlers<'unlockDossier' | 'lockDossier' | 'changePassphrase'>;

/** Dossiers that only a passphrase opens. */
export function createPassphraseHandlers(
  { dependencies, current, drive }: HandlerContext,
  backups: SessionBackups,
): PassphraseHandlers {
  async function unlock(passphrase: string): Promise<Result<DossierSummary>> {
    const wanted = current.refused();
    if (wanted === null) {
      return refused('nothing-refused', 'That dossier is no longer at hand. Open it from its folder.');
    }
    const { path, readOnly } = wanted;
    if (!(await drive.answers(path))) return refused('not-answering', drivePatienceMessage);
    const found = refusingStorageFailures(() => done(readKeyRecord(path)));
    if (!found.ok) return found;
    if (found.value === null) return showDossier({ current, dependencies }, path, { readOnly });
    const key = await findDossierKey(found.value, passphrase);
    if (!key.ok) return key;
    return showDossier({ current, dependencies }, path, { readOnly, key: key.value });
  }

  /** Whoever sits down at an open dossier must not be able to lock its owner out. */
  async function isOwner(own: DossierKey | null, present: string | null) {
    if (own === null) return done(null);
    const key = await findDossierKey(own.record, present ?? '');
    return key.ok ? done(null) : key;
  }

  return {
    unlockDossier: ({ passphrase }) => unlock(passphrase),
    lockDossier: () => current.lock(),
    async changePassphrase({ present, next }) {
      const asked = current.get();
      if (!asked.ok) return asked;
      const owner = await isOwner(asked.value.key, present);
      if (!owner.ok) return owner;
      const to = next === null ? null : await makeDossierKey(next);
      const opened = current.get(); // again: another may have been opened while the key was made
      if (!opened.ok) return opened;
      const { key: from, properties } = opened.value;
      if (opened.value.path !== asked.value.path) {
        return refused('another-dossier', 'Another dossier was opened meanwhile. Nothing was changed.');
      }
      const relocked = current.relock(to);
      if (!relocked.ok) return relocked;
      const backupsLeftPlain = backups.relock(properties.id, { from, to });
      return done({ dossier: relocked.value, backupsLeftPlain });
    },
  };
}
