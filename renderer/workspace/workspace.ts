import type { ActionName } from '../../core/actions.ts';
import type { NewId, Now } from '../../core/dossier/ids.ts';
import { categories } from '../../core/dossier/annotation.ts';
import type { Host } from '../host-client.ts';
import type { NoteEditorHandle } from '../note-editor/note-editor-handle.ts';
import { createAnnotationCommands, type AnnotationCommands } from './annotation-commands.ts';
import { createDossierCommands, type DossierCommands } from './dossier-commands.ts';
import { createExportCommands, type ExportCommands } from './export-commands.ts';
import { createNoteCommands, type NoteCommands } from './note-commands.ts';
import { createSourceCommands, type SourceCommands } from './source-commands.ts';
import { createStore, type Store } from './store.ts';
import { visiblePanes, panes, type Pane } from './visible-panes.ts';
import { createWorkspaceHistory, type WorkspaceHistory } from './workspace-history.ts';
import { emptyWorkspace, type OpenDialog, type WorkspaceState } from './workspace-state.ts';

export interface Workspace {
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly dossier: DossierCommands;
  readonly sources: SourceCommands;
  readonly annotations: AnnotationCommands;
  readonly notes: NoteCommands;
  readonly exports: ExportCommands;
  /** The editor of the open note hands itself over here. */
  readonly noteEditor: { current: NoteEditorHandle | null };
  /** Does what a menu item or a key stands for. */
  run(action: ActionName): void;
  enterPane(pane: Pane): void;
  openDialog(dialog: OpenDialog): void;
  dismissNotice(): void;
}

interface WorkspaceOptions {
  readonly host: Host;
  readonly newId: NewId;
  readonly now: Now;
  /** CSS pixels of the window, for what fits in it. */
  readonly windowWidth: () => number;
  readonly focusPane: (pane: Pane) => void;
}

/** Where source pane and note editor meet: the state of the window and everything that can be done in it. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { host, newId, now } = options;
  const store = createStore(emptyWorkspace);
  const history = createWorkspaceHistory();
  const noteEditor: Workspace['noteEditor'] = { current: null };
  const refuse = (text: string) => {
    store.set({ notice: { kind: 'refused', text } });
  };

  const sources = createSourceCommands({ host, store, history, refuse });
  const annotations = createAnnotationCommands({ host, store, history, newId, now, refuse });
  const notes = createNoteCommands({
    host,
    store,
    history,
    sources,
    refuse,
    editor: () => noteEditor.current,
  });
  const dossier = createDossierCommands({ host, store, history, sources, notes, refuse });
  const exports = createExportCommands({ host, store, notes });

  function enterPane(pane: Pane): void {
    const { lastUsedPanes, wantedPanes } = store.get();
    if (lastUsedPanes[0] !== pane) {
      store.set({ lastUsedPanes: [pane, ...lastUsedPanes.filter((each) => each !== pane)] });
    }
    if (!wantedPanes.has(pane)) store.set({ wantedPanes: new Set([...wantedPanes, pane]) });
  }

  /** A pane that can't be seen comes into view; one that can is put away, unless it is the last. */
  function togglePane(pane: Pane): void {
    const { wantedPanes, lastUsedPanes } = store.get();
    const shown = visiblePanes(wantedPanes, lastUsedPanes, options.windowWidth());
    if (!shown.includes(pane)) {
      enterPane(pane);
      options.focusPane(pane);
    } else if (shown.length > 1) {
      store.set({ wantedPanes: new Set([...wantedPanes].filter((each) => each !== pane)) });
    }
  }

  function stepPane(step: 1 | -1): void {
    const { wantedPanes, lastUsedPanes } = store.get();
    const round = panes.filter((pane) => wantedPanes.has(pane));
    const at = round.indexOf(lastUsedPanes[0] ?? 'note');
    const next = round[(at + step + round.length) % round.length];
    if (next === undefined) return;
    enterPane(next);
    options.focusPane(next);
  }

  function withSelection(act: (passage: NonNullable<WorkspaceState['selection']>) => unknown): void {
    const { selection } = store.get();
    if (selection === null) refuse('Select a passage in a source first.');
    else void act(selection);
  }

  const openDialog = (dialog: OpenDialog) => {
    store.set({ dialog, ...(dialog === 'export' ? { exporting: { stage: 'idle' } } : {}) });
  };

  /** Dialogs that are about a dossier need one. */
  function withDossier(act: () => unknown): void {
    if (store.get().title === null) refuse('Open or make a dossier first.');
    else void act();
  }

  const handlers: Readonly<Record<ActionName, () => void>> = {
    'new-dossier': () => void dossier.create(),
    'open-dossier': () => void dossier.open(),
    'open-sample': () => void dossier.openSample(),
    'show-start': () => {
      store.set({ startShown: !store.get().startShown });
    },
    'add-source': () => {
      withDossier(() => sources.add());
    },
    'new-note': () => {
      withDossier(() => {
        openDialog('new-note');
      });
    },
    'delete-note': () => {
      const { note } = store.get();
      if (note !== null) void notes.remove(note.id);
    },
    'export-note': () => {
      if (store.get().note === null) refuse('Open a note first: there is nothing to export.');
      else openDialog('export');
    },
    undo: () => history.undo(),
    redo: () => history.redo(),
    ...(Object.fromEntries(
      categories.map((category) => [
        `mark-${category}`,
        () => {
          withSelection((passage) => annotations.mark(passage, category));
        },
      ]),
    ) as Record<`mark-${(typeof categories)[number]}`, () => void>),
    'comment-passage': () => {
      withSelection((passage) => annotations.comment(passage));
    },
    'cite-passage': () => {
      withSelection((passage) => {
        notes.cite(passage);
      });
    },
    'toggle-sources': () => {
      togglePane('dossier');
    },
    'toggle-source-pane': () => {
      togglePane('source');
    },
    'toggle-note-pane': () => {
      togglePane('note');
    },
    'toggle-review-pane': () => {
      togglePane('review');
    },
    'next-pane': () => {
      stepPane(1);
    },
    'previous-pane': () => {
      stepPane(-1);
    },
    'theme-system': () => {
      dossier.setPreferences({ theme: 'system' });
    },
    'theme-light': () => {
      dossier.setPreferences({ theme: 'light' });
    },
    'theme-dark': () => {
      dossier.setPreferences({ theme: 'dark' });
    },
    'show-keys': () => {
      openDialog('keys');
    },
    about: () => {
      openDialog('about');
    },
  };

  return {
    store,
    history,
    dossier,
    sources,
    annotations,
    notes,
    exports,
    noteEditor,
    run: (action) => {
      handlers[action]();
    },
    enterPane,
    openDialog,
    dismissNotice: () => {
      store.set({ notice: null });
    },
  };
}
