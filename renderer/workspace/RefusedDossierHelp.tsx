import { Dialog } from '@base-ui/react/dialog';
import type { RecoveredPart, RefusedDossier } from '../../core/host-contract.ts';
import { whenMade } from './Backups.tsx';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './backups.css';

interface HelpProps {
  readonly workspace: Workspace;
  readonly refused: RefusedDossier;
}

function ReadOnlyHelp({ workspace }: HelpProps) {
  return (
    <>
      <p>
        To read only, you see it as it is saved now. Nothing that is saved later is shown, and nothing can be
        changed.
      </p>
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            workspace.openDialog(null);
            void workspace.dossier.openRefusedToRead();
          }}
        >
          Open to read only
        </button>
      </div>
    </>
  );
}

function DamagedHelp({ workspace, refused }: HelpProps) {
  const { latestBackup } = refused;
  return (
    <>
      <p>
        {latestBackup === null
          ? 'This computer has no backup of it.'
          : `The latest backup is of ${whenMade(latestBackup)}. It lacks what was written since.`}{' '}
        What can still be read of it can be recovered into a new file. The damaged file is not changed.
      </p>
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button type="button" className="button" onClick={() => void workspace.safety.recover()}>
          Recover…
        </button>
        {latestBackup !== null && (
          <button
            type="button"
            className="button primary"
            onClick={() => void workspace.safety.restore(latestBackup.key)}
          >
            Restore the latest backup…
          </button>
        )}
      </div>
    </>
  );
}

/** What can be done about a dossier that was not opened. */
export function RefusedDossierHelp({ workspace }: { readonly workspace: Workspace }) {
  const refused = useStore(workspace.store, (state) => state.refusedDossier);
  if (refused === null) return null;
  const Help = refused.refusal.code === 'damaged' ? DamagedHelp : ReadOnlyHelp;
  return (
    <>
      <p>
        <strong>{refused.name}</strong>
      </p>
      <p className="refusal" role="alert">
        {refused.refusal.message}
      </p>
      <Help workspace={workspace} refused={refused} />
    </>
  );
}

const partNames: Readonly<Record<RecoveredPart['what'], string>> = {
  sources: 'Sources',
  paragraphs: 'Paragraphs',
  annotations: 'Annotations',
  notes: 'Notes',
};

/** What came out of a damaged dossier, and what did not. */
export function RecoveryReport({ workspace }: { readonly workspace: Workspace }) {
  const recovery = useStore(workspace.store, (state) => state.recovery);
  if (recovery === null) return null;
  return (
    <>
      <p>
        <strong>{recovery.dossier.name}</strong> holds what could be read, and is open now. Compare what
        matters with the original documents: damage can also change words without leaving a trace.
      </p>
      <table className="recovery-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Recovered</th>
            <th scope="col">Lost</th>
          </tr>
        </thead>
        <tbody>
          {recovery.parts.map(({ what, found, lost }) => (
            <tr key={what}>
              <th scope="row">{partNames[what]}</th>
              <td>{found}</td>
              <td>{lost ?? 'can’t be told'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog-buttons">
        <Dialog.Close className="button primary">Close</Dialog.Close>
      </div>
    </>
  );
}
