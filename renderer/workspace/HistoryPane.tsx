import { useEffect, type KeyboardEvent } from 'react';
import type { NoteVersionSummary } from '../../core/note-tree/note-version.ts';
import { useStore } from './store.ts';
import { versionSize, versionTime, versionTitle } from './version-words.ts';
import type { Workspace } from './workspace.ts';
import './history.css';

interface VersionItemProps {
  readonly workspace: Workspace;
  readonly version: NoteVersionSummary;
  readonly before: NoteVersionSummary | undefined;
  /** Whether Tab comes to this one; the arrow keys go on from it. */
  readonly isEntrance: boolean;
}

function VersionItem({ workspace, version, before, isEntrance }: VersionItemProps) {
  const isShown = useStore(workspace.store, (state) => state.shownVersion?.summary.number === version.number);
  const isLooking = useStore(workspace.store, (state) => state.shownVersion !== null);

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = [...(event.currentTarget.closest('ol')?.querySelectorAll<HTMLElement>('.version') ?? [])];
    const at = items.indexOf(event.currentTarget);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next !== undefined) {
      const item = items[next];
      item?.focus();
      // Once one is being looked at, the keys leaf through them.
      if (isLooking) item?.click();
    } else if (event.key === 'Escape' && isLooking) workspace.versions.hide();
    else return;
    event.preventDefault();
  };

  return (
    <li>
      <button
        type="button"
        className="version"
        aria-current={isShown ? 'true' : undefined}
        tabIndex={isEntrance ? 0 : -1}
        title="Enter shows what is different; Escape goes back to the note"
        onClick={() => {
          workspace.enterPane('note');
          void workspace.versions.show(version.number);
        }}
        onKeyDown={onKeyDown}
      >
        <span className="version-number">{version.number}</span>
        <span className="version-text">
          <strong>{versionTitle(version)}</strong>
          <span>{versionTime(version)}</span>
          <span>{versionSize(version, before)}</span>
        </span>
      </button>
    </li>
  );
}

/** The versions of the open note, the newest first. */
export function HistoryPane({ workspace }: { readonly workspace: Workspace }) {
  const { store } = workspace;
  const note = useStore(store, (state) => state.note?.id);
  const versions = useStore(store, (state) => state.versions);
  const shown = useStore(store, (state) => state.shownVersion?.summary.number);
  const saving = useStore(store, (state) => state.saving);
  const savedAt = saving.state === 'saved' ? saving.at : null;
  // A note that is saved may have made a version of its own accord.
  useEffect(() => {
    void workspace.versions.refresh();
  }, [workspace, note, savedAt]);

  if (note === undefined) return <p className="pane-hint">Open a note to see its history.</p>;
  const entrance = versions.some(({ number }) => number === shown) ? shown : versions[0]?.number;
  return (
    <div className="review-scroll">
      <button
        type="button"
        className="button name-version"
        title="Name this version (Ctrl+Shift+M)"
        onClick={() => {
          workspace.run('name-version');
        }}
      >
        Name this version…
      </button>
      {versions.length === 0 ? (
        <p className="pane-hint">
          No version yet. One is kept before each export, after ten minutes of work, and whenever you name
          one.
        </p>
      ) : (
        <ol className="version-list" aria-label="Versions, the newest first">
          {versions.map((version, index) => (
            <VersionItem
              key={version.number}
              workspace={workspace}
              version={version}
              before={versions[index + 1]}
              isEntrance={version.number === entrance}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
