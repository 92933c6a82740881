import { LanguageButton } from './LanguageButton.tsx';
import { LengthButton } from './LengthButton.tsx';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

/** What is true of the open note now, and whether it is safe. */
export function StatusBar({ workspace }: { readonly workspace: Workspace }) {
  const { store } = workspace;
  const citations = useStore(store, (state) => state.citations);
  const paragraphs = useStore(store, (state) => state.citationCounts.size);
  const hasNote = useStore(store, (state) => state.note !== null);
  const saving = useStore(store, (state) => state.saving);
  const importing = useStore(store, (state) => state.importing);
  const testBuild = useStore(store, (state) => state.session?.application.testBuild === true);
  return (
    <footer className="status-bar">
      {hasNote && (
        <>
          <LengthButton workspace={workspace} />
          <LanguageButton workspace={workspace} />
          <span>
            {citations === 1 ? '1 citation' : `${String(citations)} citations`} ·{' '}
            {paragraphs === 1 ? '1 paragraph cited' : `${String(paragraphs)} paragraphs cited`}
          </span>
        </>
      )}
      {saving.state === 'failed' && (
        <span className="saving-failed" role="alert">
          {saving.error.message} Your text is kept here, and saving is tried again.{' '}
          <button
            type="button"
            className="link-button"
            title="Copies the dossier with your latest changes to another place, and goes on in the copy"
            onClick={() => void workspace.rescue.continueInCopy()}
          >
            Save a copy as…
          </button>
        </span>
      )}
      {importing !== null && (
        <span className="importing">
          <span role="status">
            Adding “{importing.name}”
            {importing.total > 1 && ` (${String(importing.index)} of ${String(importing.total)})`}
          </span>
          <progress
            aria-label={`Reading “${importing.name}”`}
            max={1}
            {...(importing.share === null ? {} : { value: importing.share })}
          />
          <button
            type="button"
            className="link-button"
            onClick={() => {
              workspace.imports.cancel();
            }}
          >
            Cancel
          </button>
        </span>
      )}
      <span className="grow" />
      {testBuild && <span className="saving-failed">Test build, not for release</span>}
      <span title="Chancery never uses the network.">Offline</span>
    </footer>
  );
}
