import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './search-button.css';

/** Looks like the field that it opens, so that searching is found without knowing the key. */
export function SearchButton({ workspace }: { readonly workspace: Workspace }) {
  const isMac = useStore(workspace.store, (state) => state.session?.application.platform === 'darwin');
  return (
    <button
      type="button"
      className="search-button"
      aria-label="Search sources, annotations and notes"
      aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      aria-haspopup="dialog"
      onClick={() => {
        workspace.run('search');
      }}
    >
      <span>Search sources, annotations and notes</span>
      <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
    </button>
  );
}
