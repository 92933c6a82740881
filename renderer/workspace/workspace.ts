import type { ActionName } from '../../core/actions.ts';
import type { EditionId, NewId, Now } from '../../core/dossier/ids.ts';
import { categories } from '../../core/dossier/annotation.ts';
import type { Correction, CorrectionName } from '../../core/dossier/paragraph-corrections.ts';
import type { Host } from '../host-client.ts';
import { createChangeSaver } from './change-saver.ts';
import { createAnnotationCommands, type AnnotationCommands } from './annotation-commands.ts';
import { createCorrectionCommands, type CorrectionCommands } from './correction-commands.ts';
import { createDescribeCommands, type DescribeCommands } from './describe-commands.ts';
import { createDossierCommands, type DossierCommands } from './dossier-commands.ts';
import { createExportCommands, type ExportCommands } from './export-commands.ts';
import { createNoteCommands, type NoteCommands } from './note-commands.ts';
import { createNoteEditors, type NoteEditors } from './note-editors.ts';
import { createNoteShelf } from './note-shelf.ts';
import type { OpenNote } from './open-notes.ts';
import { createImportCommands, type ImportCommands } from './import-commands.ts';
import { isReadOnly } from './is-read-only.ts';
import { createPassphraseCommands, type PassphraseCommands } from './passphrase-commands.ts';
import { createRescueCommands, type RescueCommands } from './rescue-commands.ts';
import { saveChange } from './save-change.ts';
import { createSearchCommands, type SearchCommands } from './search-commands.ts';
import { createSafetyCommands, type SafetyCommands } from './safety-commands.ts';
import { createSourceCommands, type SourceCommands } from './source-commands.ts';
import { createStore, type Store } from './store.ts';
import { createVersionCommands, type VersionCommands } from './version-commands.ts';
import { visiblePanes, panes, type Pane } from './visible-panes.ts';
import { createWorkspaceHistory, type HistoryEntry, type WorkspaceHistory } from './workspace-history.ts';
import { emptyWorkspace, type OpenDialog, type WorkspaceState } from './workspace-state.ts';

export interface Workspace {
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly dossier: DossierCommands;
  readonly sources: SourceCommands;
  readonly imports: ImportCommands;
  readonly descriptions: DescribeCommands;
  readonly corrections: CorrectionCommands;
  readonly annotations: AnnotationCommands;
  readonly notes: NoteCommands;
  readonly exports: ExportCommands;
  readonly safety: SafetyCommands;
  readonly passphrase: PassphraseCommands;
  readonly search: SearchCommands;
  readonly rescue: RescueCommands;
  readonly versions: VersionCommands;
  /** The editors of the open notes hand themselves over here. */
  readonly noteEditor: NoteEditors;
  /** Does what a menu item or a key stands for. */
  run(action: ActionName): void;
  /** Something was done in the editor of a note. */
  stepDone(open: OpenNote, entry: HistoryEntry): void;
  enterPane(pane: Pane): void;
  /** Puts the keyboard into a pane. */
  focusPane(pane: Pane): void;
  openDialog(dialog: OpenDialog): void;
  dismissNotice(): void;
}

/** Those that are about the paragraph that the keyboard is at. */
const correctionActions = [
  'join-paragraph',
  'split-paragraph',
  'make-text',
  'make-heading',
  'make-item',
  'make-quote',
  'set-aside',
  'number-again',
] as const satisfies readonly (ActionName & CorrectionName)[];

interface WorkspaceOptions {
  readonly host: Host;
  readonly newId: NewId;
  readonly now: Now;
  /** CSS pixels of the window, for what fits in it. */
  readonly windowWidth: () => number;
  readonly focusPane: (pane: Pane) => void;
  /** Makes a new edition with a correction that was refused in the present one. Missing: it is not offered. */
  readonly onNewEdition?: (edition: EditionId, change: Correction) => void;
  /** Runs a change of the store, and returns when the window shows it. */
  readonly atOnce: (change: () => void) => void;
}

/** Where source pane and note editor meet: the state of the window and everything that can be done in it. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { host, newId, now } = options;
  const store = createStore(emptyWorkspace);
  const history = createWorkspaceHistory();
  const noteEditor = createNoteEditors(() => store.get().note?.id ?? null);
  const refuse = (text: string) => {
    store.set({ notice: { kind: 'refused', text } });
  };

  const saver = createChangeSaver({
    save: (change) => saveChange(host, store, change),
    onState: (saving) => {
      store.set({ saving });
    },
    now,
    delay: 200,
    retryDelay: 3_000,
  });
  const sources = createSourceCommands({ host, store, history, refuse });
  const imports = createImportCommands({ host, store, sources, refuse });
  const descriptions = createDescribeCommands({ host, store, history, refuse });
  const corrections = createCorrectionCommands({ ...options, store, sources, refuse });
  const annotations = createAnnotationCommands({ saver, store, history, newId, now, refuse });
  const shelf = createNoteShelf({
    store,
    history,
    atOnce: options.atOnce,
    enterNote: () => {
      enterPane('note');
      options.focusPane('note');
    },
  });
  const notes = createNoteCommands({
    host,
    store,
    history,
    sources,
    saver,
    refuse,
    shelf,
    editors: noteEditor,
    atOnce: options.atOnce,
  });
  const safety = createSafetyCommands({ host, store, refuse, leaveFor: (ask) => dossier.leaveFor(ask) });
  const { offerHelp } = safety;
  const dossier = createDossierCommands({ host, store, history, sources, notes, refuse, offerHelp });
  const passphrase = createPassphraseCommands({
    host,
    store,
    notes,
    refuse,
    leaveFor: (ask) => dossier.leaveFor(ask),
  });
  const exports = createExportCommands({ host, store, notes });
  const versions = createVersionCommands({ host, store, notes, sources, refuse });
  const rescue = createRescueCommands({ host, store, notes, saver });

  function enterPane(pane: Pane): void {
    const { lastUsedPanes, wantedPanes } = store.get();
    if (lastUsedPanes[0] !== pane) {
      store.set({ lastUsedPanes: [pane, ...lastUsedPanes.filter((each) => each !== pane)] });
    }
    if (!wantedPanes.has(pane)) store.set({ wantedPanes: new Set([...wantedPanes, pane]) });
  }

  const { focusPane } = options;
  const search = createSearchCommands({ host, store, sources, notes, enterPane, focusPane, refuse });

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
    'save-copy': () => {
      withDossier(() => safety.saveCopy());
    },
    'duplicate-dossier': () => {
      withDossier(() => safety.duplicate());
    },
    'show-backups': () => {
      withDossier(() => safety.showBackups());
    },
    'compact-dossier': () => {
      withDossier(() => safety.compact());
    },
    'set-passphrase': () => {
      withDossier(() => {
        if (isReadOnly(store.get()))
          refuse('This dossier is open to read only: its passphrase stays as it is.');
        else openDialog('passphrase');
      });
    },
    'lock-dossier': () => {
      withDossier(() => {
        if (store.get().session?.dossier?.hasPassphrase === true) void passphrase.lock();
        else
          refuse('This dossier has no passphrase. Set one first (File, Passphrase…); then it can be locked.');
      });
    },
    settings: () => void safety.showSettings(),
    'add-source': () => {
      withDossier(() => imports.pick());
    },
    'paste-source': () => {
      withDossier(() => {
        openDialog('paste-source');
      });
    },
    'source-details': () => {
      const { source } = store.get();
      if (source === null) refuse('Open a source first: there is nothing to describe.');
      else descriptions.openDetails(source);
    },
    'correct-paragraph': () => {
      corrections.openMenuHere();
    },
    ...(Object.fromEntries(
      correctionActions.map((name) => [
        name,
        () => {
          corrections.correctHere(name);
        },
      ]),
    ) as Record<(typeof correctionActions)[number], () => void>),
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
    'name-version': () => {
      if (store.get().note === null) refuse('Open a note first: there is nothing to keep a version of.');
      else openDialog('name-version');
    },
    'show-history': () => {
      store.set({ reviewTab: 'history' });
      enterPane('review');
      options.focusPane('review');
    },
    undo: () => history.undo(),
    redo: () => history.redo(),
    search: () => {
      withDossier(() => {
        openDialog('search');
      });
    },
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
    imports,
    descriptions,
    corrections,
    annotations,
    notes,
    exports,
    safety,
    passphrase,
    search,
    rescue,
    versions,
    noteEditor,
    stepDone: shelf.done,
    focusPane: options.focusPane,
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
