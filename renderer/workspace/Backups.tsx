import { Dialog } from '@base-ui/react/dialog';
import type { Backup } from '../../core/host-contract.ts';
import { fileSize } from './file-size.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './backups.css';

const occasions: Readonly<Record<Backup['occasion'], string>> = {
  opened: 'before it was opened',
  closed: 'after it was closed',
  migrated: 'before a newer Chancery changed its form',
};

export function whenMade(backup: Backup): string {
  return new Date(backup.madeAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

function BackupRow({ workspace, backup }: { readonly workspace: Workspace; readonly backup: Backup }) {
  const when = whenMade(backup);
  return (
    <li>
      <span>
        <strong>{when}</strong>
        <small>
          {occasions[backup.occasion]} · {fileSize(backup.byteLength)}
        </small>
      </span>
      <button
        type="button"
        className="button"
        aria-label={`Restore the backup of ${when}`}
        onClick={() => void workspace.safety.restore(backup.key)}
      >
        Restore…
      </button>
    </li>
  );
}

/** The copies that Chancery kept of the open dossier. */
export function Backups({ workspace }: { readonly workspace: Workspace }) {
  const shown = useStore(workspace.store, (state) => state.backups);
  return (
    <>
      <p>
        Chancery keeps a copy of this dossier from before and after each session. Restoring makes a new file
        of it, where you say; the present one stays as it is.
      </p>
      {shown.state === 'reading' && <p role="status">Looking for backups…</p>}
      {shown.state === 'refused' && (
        <p className="refusal" role="alert">
          {shown.text}
        </p>
      )}
      {shown.state === 'read' && shown.backups.length === 0 && (
        <p role="status">There is no backup of this dossier yet. The first is made when you close it.</p>
      )}
      {shown.state === 'read' && shown.backups.length > 0 && (
        <ul className="backup-list" aria-label="Backups, latest first">
          {shown.backups.map((backup) => (
            <BackupRow key={backup.key} workspace={workspace} backup={backup} />
          ))}
        </ul>
      )}
      <div className="dialog-buttons">
        <Dialog.Close className="button">Close</Dialog.Close>
      </div>
    </>
  );
}
