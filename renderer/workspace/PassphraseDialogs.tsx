import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { passphraseStrength, type PassphraseStrength } from '../../core/passphrase-strength.ts';
import { leastPassphrase } from '../../core/preferences.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './passphrase.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly shown: boolean;
  readonly describedBy?: string | undefined;
  readonly wrong?: boolean;
}

function PassphraseField({ label, value, onChange, shown, describedBy, wrong = false }: FieldProps) {
  return (
    <label className="field">
      {label}
      <input
        type={shown ? 'text' : 'password'}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={describedBy}
        aria-invalid={wrong}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </label>
  );
}

interface ShowProps {
  readonly shown: boolean;
  readonly setShown: (shown: boolean) => void;
}

function ShowPassphrase({ shown, setShown }: ShowProps) {
  return (
    <label className="passphrase-shown">
      <input
        type="checkbox"
        checked={shown}
        onChange={(event) => {
          setShown(event.target.checked);
        }}
      />
      Show what I type
    </label>
  );
}

interface FormProps {
  readonly submit: string;
  readonly working: string;
  readonly disabled: boolean;
  readonly danger?: boolean;
  /** Resolves to a sentence when it was not done. */
  readonly onSubmit: () => Promise<string | null>;
  readonly children: ReactNode;
}

/** Fields, what went wrong with them, and the button; the work takes some half a second, and is said to go on. */
function PassphraseFrame({ submit, working, disabled, danger = false, onSubmit, children }: FormProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (disabled || isWorking) return;
        setIsWorking(true);
        setWrong(null);
        void onSubmit()
          .then(setWrong)
          .finally(() => {
            setIsWorking(false);
          });
      }}
    >
      {children}
      {wrong !== null && (
        <p className="refusal" role="alert">
          {wrong}
        </p>
      )}
      <div className="dialog-buttons">
        <Dialog.Close className="button">Cancel</Dialog.Close>
        <button
          type="submit"
          className={danger ? 'button danger' : 'button primary'}
          disabled={disabled || isWorking}
        >
          {isWorking ? working : submit}
        </button>
      </div>
    </form>
  );
}

/** Asks for the passphrase of the dossier that was not opened. */
export function UnlockForm({ workspace }: { readonly workspace: Workspace }) {
  const refused = useStore(workspace.store, (state) => state.refusedDossier);
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  if (refused === null) return null;
  return (
    <PassphraseFrame
      submit="Open"
      working="Opening…"
      disabled={passphrase === ''}
      onSubmit={async () => {
        const wrong = await workspace.passphrase.unlock(passphrase);
        if (wrong !== null) setPassphrase('');
        return wrong;
      }}
    >
      <p>
        <strong>{refused.name}</strong> is locked. Its passphrase opens it.
      </p>
      <PassphraseField label="Passphrase" value={passphrase} onChange={setPassphrase} shown={shown} />
      <ShowPassphrase shown={shown} setShown={setShown} />
    </PassphraseFrame>
  );
}

function useStrength(passphrase: string): PassphraseStrength | null {
  const [strength, setStrength] = useState<PassphraseStrength | null>(null);
  useEffect(() => {
    let isLatest = true;
    void passphraseStrength(passphrase).then((found) => {
      if (isLatest) setStrength(found);
    });
    return () => {
      isLatest = false;
    };
  }, [passphrase]);
  return passphrase === '' ? null : strength;
}

function Strength({ id, strength }: { readonly id: string; readonly strength: PassphraseStrength | null }) {
  return (
    <div id={id} className="passphrase-strength" role="status">
      {strength !== null && (
        <>
          <meter min={0} max={4} low={2} high={3} optimum={4} value={strength.score} aria-hidden="true" />
          {strength.words}
        </>
      )}
    </div>
  );
}

const cautions = (
  <ul className="passphrase-cautions">
    <li>
      <strong>A forgotten passphrase can’t be recovered</strong>, by us or by anybody. Write it down where
      only you find it.
    </li>
    <li>Everything in the dossier and its backups is encrypted. What you export from it is not.</li>
    <li>
      Copies that were made elsewhere before, and what a specialist may still find on the disk, stay as they
      are.
    </li>
  </ul>
);

/** Gives the open dossier its first passphrase, or another one. */
function NewPassphrase({ workspace, had }: { readonly workspace: Workspace; readonly had: boolean }) {
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const strength = useStrength(next);
  const id = useId();
  const differs = again !== '' && next !== again;
  return (
    <PassphraseFrame
      submit={had ? 'Change the passphrase' : 'Lock with this passphrase'}
      working="Encrypting…"
      disabled={next.length < leastPassphrase || next !== again || (had && present === '')}
      onSubmit={() => workspace.passphrase.change({ present: had ? present : null, next })}
    >
      {had && (
        <PassphraseField label="Present passphrase" value={present} onChange={setPresent} shown={shown} />
      )}
      <PassphraseField
        label="New passphrase"
        value={next}
        onChange={setNext}
        shown={shown}
        describedBy={`${id}-strength`}
      />
      <Strength id={`${id}-strength`} strength={strength} />
      <PassphraseField
        label="Once more"
        value={again}
        onChange={setAgain}
        shown={shown}
        wrong={differs}
        describedBy={`${id}-again`}
      />
      <p id={`${id}-again`} className="passphrase-differs" role="status">
        {differs && !next.startsWith(again) ? 'The two are not the same.' : ''}
      </p>
      <ShowPassphrase shown={shown} setShown={setShown} />
      {cautions}
    </PassphraseFrame>
  );
}

function RemovePassphrase({ workspace }: { readonly workspace: Workspace }) {
  const [present, setPresent] = useState('');
  const [shown, setShown] = useState(false);
  return (
    <PassphraseFrame
      submit="Remove the passphrase"
      working="Decrypting…"
      disabled={present === ''}
      danger
      onSubmit={() => workspace.passphrase.change({ present, next: null })}
    >
      <p>Anybody who has the file, or one of its backups, can then read all of it.</p>
      <PassphraseField label="Present passphrase" value={present} onChange={setPresent} shown={shown} />
      <ShowPassphrase shown={shown} setShown={setShown} />
    </PassphraseFrame>
  );
}

/** Sets, changes and removes the passphrase of the open dossier. */
export function PassphraseSettings({ workspace }: { readonly workspace: Workspace }) {
  const had = useStore(workspace.store, (state) => state.session?.dossier?.hasPassphrase === true);
  const [removing, setRemoving] = useState(false);
  if (removing) return <RemovePassphrase workspace={workspace} />;
  return (
    <>
      {had && (
        <p>
          This dossier is encrypted.{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setRemoving(true);
            }}
          >
            Remove its passphrase…
          </button>
        </p>
      )}
      <NewPassphrase workspace={workspace} had={had} />
    </>
  );
}
