import type { Store } from './store.ts';
import type { Pane } from './visible-panes.ts';
import type { WorkspaceState } from './workspace-state.ts';

export interface PanesBefore {
  readonly wantedPanes: ReadonlySet<Pane>;
  readonly lastUsedPanes: readonly Pane[];
}

interface FocusModeOptions {
  readonly store: Store<WorkspaceState>;
  readonly enterPane: (pane: Pane) => void;
  readonly focusPane: (pane: Pane) => void;
  readonly refuse: (message: string) => void;
}

export interface FocusMode {
  toggle(): void;
  /** Everything stands again as it did before; nothing happens when it does anyway. */
  leave(): void;
}

/** Only the note is seen, until it is left again. */
export function createFocusMode({ store, enterPane, focusPane, refuse }: FocusModeOptions): FocusMode {
  function leave(): void {
    const before = store.get().focusMode;
    if (before !== null) store.set({ ...before, focusMode: null });
  }
  return {
    leave,
    toggle() {
      const { note, shownVersion, startShown, focusMode, wantedPanes, lastUsedPanes } = store.get();
      if (focusMode !== null) leave();
      else if (note === null || startShown) refuse('Open a note first: focus mode shows nothing else.');
      else if (shownVersion !== null) refuse('Go back to the note first: an older version is shown.');
      else {
        store.set({ focusMode: { wantedPanes, lastUsedPanes } });
        enterPane('note');
        focusPane('note');
      }
    },
  };
}
