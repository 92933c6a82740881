import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { longestCreator } from '../../core/dossier/annotation.ts';
import { fileSize } from './file-size.ts';
import { FormSettings } from './FormSettings.tsx';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './backups.css';

const themes = [
  { theme: 'system', name: 'As the system has them' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
] as const;

function Colours({ workspace }: { readonly workspace: Workspace }) {
  const chosen = useStore(workspace.store, (state) => state.preferences.theme);
  return (
    <fieldset className="choices settings-part">
      <legend>Colours</legend>
      {themes.map(({ theme, name }) => (
        <label key={theme}>
          <input
            type="radio"
            name="theme"
            checked={theme === chosen}
            onChange={() => {
              workspace.dossier.setPreferences({ theme });
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Name({ workspace }: { readonly workspace: Workspace }) {
  const kept = useStore(workspace.store, (state) => state.preferences.name);
  const [name, setName] = useState(kept);
  return (
    <label className="field settings-part">
      Your name, for the annotations that you make
      <input
        value={name}
        maxLength={longestCreator}
        placeholder="Nobody is named"
        onChange={(event) => {
          setName(event.target.value);
        }}
        onBlur={() => {
          if (name.trim() !== kept) workspace.dossier.setPreferences({ name: name.trim() });
        }}
      />
    </label>
  );
}

function BackupSettings({ workspace }: { readonly workspace: Workspace }) {
  const room = useStore(workspace.store, (state) => state.backupRoom);
  return (
    <section className="settings-part" aria-labelledby="settings-backups">
      <h3 id="settings-backups">Backups</h3>
      {room === null ? (
        <p role="status">Looking at the backups…</p>
      ) : (
        <>
          <p>
            {room.count === 0
              ? 'There are no backups yet.'
              : `${room.count === 1 ? '1 backup takes' : `${String(room.count)} backups take`} ${fileSize(room.byteLength)}.`}{' '}
            The last {room.mostPerDossier} of each dossier are kept, and no more than{' '}
            {fileSize(room.mostBytes)} in all; the newest of a dossier always stays.
          </p>
          <p>
            They are on this computer only, in
            <br />
            <span className="settings-folder">{room.folder}</span>
          </p>
          <button type="button" className="button" onClick={() => void workspace.safety.showBackupFolder()}>
            Show the folder
          </button>
        </>
      )}
    </section>
  );
}

const idleTimes = [
  { minutes: 5, name: '5 minutes' },
  { minutes: 15, name: '15 minutes' },
  { minutes: 60, name: 'an hour' },
  { minutes: 0, name: 'never' },
] as const;

function LockSettings({ workspace }: { readonly workspace: Workspace }) {
  const chosen = useStore(workspace.store, (state) => state.preferences.lockAfterMinutes);
  return (
    <section className="settings-part" aria-labelledby="settings-locking">
      <h3 id="settings-locking">Dossiers with a passphrase</h3>
      <p>
        They are locked when the computer has slept or its screen was locked, and when nothing was done for{' '}
        <select
          aria-label="Lock when nothing was done for"
          value={chosen}
          onChange={(event) => {
            workspace.dossier.setPreferences({ lockAfterMinutes: Number(event.target.value) });
          }}
        >
          {idleTimes.map(({ minutes, name }) => (
            <option key={minutes} value={minutes}>
              {name}
            </option>
          ))}
        </select>
        .
      </p>
    </section>
  );
}

/** What holds for the program, whichever dossier is open. */
export function Settings({ workspace }: { readonly workspace: Workspace }) {
  return (
    <>
      <Colours workspace={workspace} />
      <Name workspace={workspace} />
      <FormSettings workspace={workspace} />
      <LockSettings workspace={workspace} />
      <BackupSettings workspace={workspace} />
      <div className="dialog-buttons">
        <Dialog.Close className="button">Close</Dialog.Close>
      </div>
    </>
  );
}
