import type { ReactNode } from 'react';
import type { ActionName } from '../../core/actions.ts';
import { SearchButton } from './SearchButton.tsx';
import { isReadOnly } from './is-read-only.ts';
import { useStore } from './store.ts';
import type { SavingState } from './change-saver.ts';
import { panes, type Pane } from './visible-panes.ts';
import type { Workspace } from './workspace.ts';

const paneButtons: Readonly<
  Record<Pane, { readonly label: string; readonly key: string; readonly icon: ReactNode }>
> = {
  dossier: { label: 'Dossier', key: '1', icon: <path d="M3 4h10M3 8h10M3 12h6" /> },
  source: { label: 'Source', key: '2', icon: <path d="M4 2h6l3 3v9H4zM10 2v3h3M6 8h5M6 11h5" /> },
  board: {
    label: 'Evidence board',
    key: 'Shift+E',
    icon: <path d="M2.5 3h3v10h-3zM6.5 3h3v7h-3zM10.5 3h3v4h-3z" />,
  },
  note: { label: 'Note', key: '3', icon: <path d="M3 13l1-3 7-7 2 2-7 7zM10 4l2 2" /> },
  review: { label: 'Review', key: '4', icon: <path d="M3 3h10v8H8l-3 3v-3H3z" /> },
};

const toggles = {
  dossier: 'toggle-sources',
  source: 'toggle-source-pane',
  board: 'toggle-board',
  note: 'toggle-note-pane',
  review: 'toggle-review-pane',
} as const satisfies Record<Pane, ActionName>;

function clock(at: string): string {
  return new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}

function Saving({ saving }: { readonly saving: SavingState }) {
  if (saving.state === 'failed') return <strong className="saving-failed">not saved</strong>;
  if (saving.state === 'pending') return <>saving…</>;
  return <>{saving.at === null ? 'saved' : `saved ${clock(saving.at)}`}</>;
}

function plural(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}

export function TopBar({
  workspace,
  shown,
}: {
  readonly workspace: Workspace;
  readonly shown: readonly Pane[];
}) {
  const title = useStore(workspace.store, (state) => state.title);
  const sources = useStore(workspace.store, (state) => state.sources.length);
  const notes = useStore(workspace.store, (state) => state.notes.length);
  const saving = useStore(workspace.store, (state) => state.saving);
  const hasNote = useStore(workspace.store, (state) => state.note !== null);
  const hasPassphrase = useStore(
    workspace.store,
    (state) => state.title !== null && state.session?.dossier?.hasPassphrase === true,
  );
  const readOnly = useStore(workspace.store, isReadOnly);
  return (
    <header className="top-bar">
      <button
        type="button"
        className="dossier-name"
        title="Recent dossiers (Ctrl+Shift+O)"
        onClick={() => {
          workspace.run('show-start');
        }}
      >
        {title ?? 'Chancery'} <span aria-hidden="true">▾</span>
      </button>
      {hasPassphrase && (
        <button
          type="button"
          className="lock-sign"
          aria-label="Encrypted: lock now"
          title="Encrypted. Lock now (Ctrl+Shift+L)"
          onClick={() => {
            workspace.run('lock-dossier');
          }}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M4 7h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
          </svg>
        </button>
      )}
      {title !== null && (
        <span className="dossier-facts" role="status">
          {plural(sources, 'source')} · {plural(notes, 'note')} ·{' '}
          {readOnly ? <strong>Read only</strong> : <Saving saving={saving} />}
        </span>
      )}
      <span className="grow" />
      {title !== null && <SearchButton workspace={workspace} />}
      <span className="grow" />
      {title !== null && (
        <>
          <div className="pane-buttons" role="group" aria-label="Panes">
            {panes.map((pane) => {
              const { label, key, icon } = paneButtons[pane];
              const isShown = shown.includes(pane);
              return (
                <button
                  key={pane}
                  type="button"
                  aria-pressed={isShown}
                  aria-label={label}
                  title={`${isShown ? 'Hide' : 'Show'}: ${label} (Ctrl+${key})`}
                  onClick={() => {
                    workspace.run(toggles[pane]);
                  }}
                >
                  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    {icon}
                  </svg>
                </button>
              );
            })}
          </div>
          <button
            type="button"
            className="button primary"
            title="Export note (Ctrl+E)"
            disabled={!hasNote}
            onClick={() => {
              workspace.run('export-note');
            }}
          >
            Export…
          </button>
        </>
      )}
    </header>
  );
}
