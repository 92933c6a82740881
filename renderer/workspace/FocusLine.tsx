import { useEffect } from 'react';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './focus-mode.css';

/** What is left of the window while only the note is seen: which note it is, how long it is, and the way out. */
export function FocusLine({ workspace }: { readonly workspace: Workspace }) {
  const { store } = workspace;
  const title = useStore(store, (state) => state.note?.tree.children[0].title ?? '');
  const words = useStore(store, (state) => state.noteWords);
  const saving = useStore(store, (state) => state.saving.state);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (store.get().dialog !== null) return;
      event.preventDefault();
      workspace.leaveFocusMode();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [store, workspace]);
  return (
    <div className="focus-line" role="region" aria-label="Focus mode">
      <span className="focus-title">{title}</span>
      <span className="grow" />
      {saving === 'failed' && <strong className="saving-failed">not saved</strong>}
      <span>{words === 1 ? '1 word' : `${String(words)} words`}</span>
      <button
        type="button"
        className="icon-button"
        title="Show everything again (F9 or Esc)"
        onClick={() => {
          workspace.leaveFocusMode();
          workspace.focusPane('note');
        }}
      >
        Leave
      </button>
    </div>
  );
}
