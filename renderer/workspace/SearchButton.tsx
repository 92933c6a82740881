import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './search-button.css';

/** Looks like the field that it opens, so that searching is found without knowing the key. */
export function SearchButton({ workspace }: { readonly workspace: Workspace }) {
  const isMac = useStore(workspace.store, (state) => state.session?.application.platform === 'darwin');
  const key = isMac ? '⌘K' : 'Ctrl K';
  return (
    <button
      type="button"
      className="search-button"
      // In a narrow window only the key is to be seen.
      aria-label={`Search sources, annotations and notes ${key}`}
      aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      aria-haspopup="dialog"
      onClick={() => {
        workspace.run('search');
      }}
    >
      <span>Search sources, annotations and notes</span> <kbd>{key}</kbd>
    </button>
  );
}
