import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

/** The dossiers that were open lately, and the ways to another one. */
export function StartScreen({ workspace }: { readonly workspace: Workspace }) {
  const recent = useStore(workspace.store, (state) => state.session?.recent) ?? [];
  const isOpen = useStore(workspace.store, (state) => state.title !== null);
  return (
    <main className="start-screen">
      <div className="start-card">
        <h1>Chancery</h1>
        <p>
          A dossier is one file with everything about one subject: the reports you bring in, what you mark in
          them, and the notes that cite them.
        </p>
        <div className="start-buttons">
          <button
            type="button"
            className="button primary"
            onClick={() => {
              workspace.run('new-dossier');
            }}
          >
            New dossier…
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              workspace.run('open-dossier');
            }}
          >
            Open…
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              workspace.run('open-sample');
            }}
          >
            Open the sample
          </button>
          {isOpen && (
            <button
              type="button"
              className="button"
              onClick={() => {
                workspace.run('show-start');
              }}
            >
              Back
            </button>
          )}
        </div>
        <h2>Recent</h2>
        {recent.length === 0 && <p className="none">Nothing was opened on this computer yet.</p>}
        <ul className="recent-list">
          {recent.map((each) => (
            <li key={each.key}>
              <button
                type="button"
                disabled={each.missing}
                onClick={() => void workspace.dossier.open(each.key)}
              >
                <span>{each.name}</span>
                <small>
                  {each.missing ? `No longer in “${each.folder}”` : `in “${each.folder}”`} ·{' '}
                  {new Date(each.openedAt).toLocaleDateString()}
                </small>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
