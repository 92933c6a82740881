import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { useStore } from './store.ts';
import { versionTime, versionTitle } from './version-words.ts';
import type { Workspace } from './workspace.ts';

const longestName = 200; // characters

/** Asks what the present note is to be called in its history. */
export function NameVersionForm({ workspace }: { readonly workspace: Workspace }) {
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        workspace.openDialog(null);
        void workspace.versions.name(name.trim());
      }}
    >
      <p>The note is kept as it is now. You find it again under this name, and can restore it at any time.</p>
      <label className="field">
        Name
        <input
          value={name}
          maxLength={longestName}
          placeholder="As sent to the Ambassador"
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </label>
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button type="submit" className="button primary" disabled={name.trim() === ''}>
          Keep this version
        </button>
      </div>
    </form>
  );
}

/** Asks before the open note becomes what it was. */
export function RestoreVersion({ workspace }: { readonly workspace: Workspace }) {
  const summary = useStore(workspace.store, (state) => state.shownVersion?.summary);
  if (summary === undefined) return null;
  return (
    <>
      <p>
        The note becomes what it was on {versionTime(summary)} (“{versionTitle(summary)}”). What it is now is
        kept as a version of its own, and Ctrl+Z takes this back.
      </p>
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            workspace.openDialog(null);
            void workspace.versions.restore(summary.number).then(() => {
              workspace.focusPane('note');
            });
          }}
        >
          Restore it
        </button>
      </div>
    </>
  );
}
