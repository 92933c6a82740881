import type { ActionName, WindowActionName } from '../../core/actions.ts';
import { isEditorAction } from '../../core/editor-actions.ts';
import type { AnnotationId, NewId, Now } from '../../core/dossier/ids.ts';
import { categories } from '../../core/dossier/annotation.ts';
import type { CorrectionName } from '../../core/dossier/paragraph-corrections.ts';
import type { Host } from '../host-client.ts';
import { createChangeSaver } from './change-saver.ts';
import { createAnnotationCommands, type AnnotationCommands } from './annotation-commands.ts';
import { createCorrectionCommands, type CorrectionCommands } from './correction-commands.ts';
import { createDescribeCommands, type DescribeCommands } from './describe-commands.ts';
import { createDossierCommands, type DossierCommands } from './dossier-commands.ts';
import { createFocusMode } from './focus-mode.ts';
import { createEvidenceCommands, type EvidenceCommands } from './evidence-commands.ts';
import { createExportCommands, type ExportCommands } from './export-commands.ts';
import { createNoteCommands, type NoteCommands } from './note-commands.ts';
import { createNoteEditors, type NoteEditors } from './note-editors.ts';
import type { NoteEditorHandle } from '../note-editor/note-editor-handle.ts';
import { createNoteShelf } from './note-shelf.ts';
import type { OpenNote } from './open-notes.ts';
import { createImportCommands, type ImportCommands } from './import-commands.ts';
import {
  createAnnotationExchangeCommands,
  type AnnotationExchangeCommands,
} from './annotation-exchange-commands.ts';
import { createReplacementCommands, type ReplacementCommands } from './replacement-commands.ts';
import { isReadOnly, readOnlyMessage } from './is-read-only.ts';
import { createPassphraseCommands, type PassphraseCommands } from './passphrase-commands.ts';
import { createReadingActions } from './reading-actions.ts';
import { createReadingCommands, type ReadingCommands } from './reading-commands.ts';
import { createLanguageCommands, type LanguageCommands } from './language-commands.ts';
import { createLengthCommands, type LengthCommands } from './length-commands.ts';
import { createMarkingCommands, type MarkingCommands } from './marking-commands.ts';
import { createRescueCommands, type RescueCommands } from './rescue-commands.ts';
import { saveChange } from './save-change.ts';
import { createSearchCommands, type SearchCommands } from './search-commands.ts';
import { createSafetyCommands, type SafetyCommands } from './safety-commands.ts';
import { createSourceCommands, type SourceCommands } from './source-commands.ts';
import type { CitationFinder } from '../note-editor/CiteMenu.tsx';
import { type CitedInCommands, createCitedInCommands } from './cited-in-commands.ts';
import { createFindCitations } from './find-citations.ts';
import { createStore, type Store } from './store.ts';
import { createVersionCommands, type VersionCommands } from './version-commands.ts';
import { uncovered, visiblePanes, wantedWith, panes, type Pane } from './visible-panes.ts';
import { createWorkspaceHistory, type HistoryEntry, type WorkspaceHistory } from './workspace-history.ts';
import { emptyWorkspace, type OpenDialog, type WorkspaceState } from './workspace-state.ts';

export interface Workspace {
  readonly store: Store<WorkspaceState>;
  readonly history: WorkspaceHistory;
  readonly dossier: DossierCommands;
  readonly sources: SourceCommands;
  readonly imports: ImportCommands;
  readonly replacement: ReplacementCommands;
  readonly exchange: AnnotationExchangeCommands;
  readonly reading: ReadingCommands;
  readonly descriptions: DescribeCommands;
  readonly corrections: CorrectionCommands;
  readonly annotations: AnnotationCommands;
  readonly notes: NoteCommands;
  readonly evidence: EvidenceCommands;
  readonly exports: ExportCommands;
  readonly safety: SafetyCommands;
  readonly passphrase: PassphraseCommands;
  readonly search: SearchCommands;
  readonly rescue: RescueCommands;
  readonly language: LanguageCommands;
  readonly length: LengthCommands;
  readonly markings: MarkingCommands;
  readonly versions: VersionCommands;
  readonly citing: CitationFinder;
  readonly citedIn: CitedInCommands;
  /** The editors of the open notes hand themselves over here. */
  readonly noteEditor: NoteEditors;
  /** Does what a menu item or a key stands for. */
  run(action: ActionName): void;
  /** Something was done in the editor of a note. */
  stepDone(open: OpenNote, entry: HistoryEntry): void;
  enterPane(pane: Pane): void;
  /** Puts the keyboard into a pane. */
  focusPane(pane: Pane): void;
  /** Everything but the note comes back, if it was away. */
  leaveFocusMode(): void;
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
  /** Runs a change of the store, and returns when the window shows it. */
  readonly atOnce: (change: () => void) => void;
}

/**
 * Where source pane and note editor meet: the state of the window and everything that can be done in it. Long, as it is
 * the one list of all actions with what each does.
 */
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
  const reading = createReadingCommands({ host, store, sources, refuse, enterPane });
  const descriptions = createDescribeCommands({ host, store, history, refuse });
  const corrections = createCorrectionCommands({
    store,
    sources,
    refuse,
    onNewEdition: (edition, change) => void replacement.beginCorrection(edition, change),
  });
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
  const dossier = createDossierCommands({
    host,
    store,
    history,
    sources,
    notes,
    reading,
    refuse,
    offerHelp,
  });
  const passphrase = createPassphraseCommands({
    host,
    store,
    notes,
    reading,
    refuse,
    leaveFor: (ask) => dossier.leaveFor(ask),
  });
  const replacement = createReplacementCommands({
    host,
    store,
    notes,
    refuse,
    reload: () => dossier.load(),
  });
  const exchange = createAnnotationExchangeCommands({ host, store, refuse });
  const exports = createExportCommands({ host, store, notes });
  const versions = createVersionCommands({ host, store, notes, sources, refuse });
  const length = createLengthCommands({ host, store, editors: noteEditor, refuse });
  const language = createLanguageCommands({
    store,
    editors: noteEditor,
    setPreferences: (change) => {
      dossier.setPreferences(change);
    },
    refuse,
  });
  const markings = createMarkingCommands({ store, history, editors: noteEditor, now });
  const rescue = createRescueCommands({ host, store, notes, saver });

  function enterPane(pane: Pane): void {
    if (pane !== 'note') focusMode.leave();
    const { lastUsedPanes, wantedPanes } = store.get();
    if (lastUsedPanes[0] !== pane) {
      store.set({ lastUsedPanes: [pane, ...lastUsedPanes.filter((each) => each !== pane)] });
    }
    store.set({ wantedPanes: wantedWith(wantedPanes, pane) });
  }

  const { focusPane } = options;
  const focusMode = createFocusMode({ store, enterPane, focusPane, refuse });
  const evidence = createEvidenceCommands({
    host,
    store,
    saver,
    sources,
    notes,
    annotations,
    enterPane,
    atOnce: options.atOnce,
    refuse,
  });
  const search = createSearchCommands({ host, store, sources, notes, enterPane, focusPane, refuse });

  const citedIn = createCitedInCommands({ host, store, notes, editors: noteEditor, enterPane, refuse });
  const citing: CitationFinder = {
    find: createFindCitations({ host, store, sources }),
    load: (targets) => sources.loadEditions(targets.map(({ edition }) => edition)),
  };

  /** A pane that can't be seen comes into view; one that can is put away, unless it is the last. */
  function togglePane(pane: Pane): void {
    const { wantedPanes, lastUsedPanes } = store.get();
    const shown = visiblePanes(wantedPanes, lastUsedPanes, options.windowWidth());
    if (!shown.includes(pane)) {
      enterPane(pane);
      options.focusPane(pane);
    } else if (pane === 'board') {
      closeBoard();
    } else if (shown.length > 1) {
      store.set({ wantedPanes: new Set([...wantedPanes].filter((each) => each !== pane)) });
    }
  }

  /** The keyboard goes back to where it was before. */
  function closeBoard(): void {
    const { wantedPanes, lastUsedPanes } = store.get();
    const wanted = new Set<Pane>([...wantedPanes].filter((each) => each !== 'board'));
    store.set({ wantedPanes: wanted });
    const next = lastUsedPanes.find((each) => wanted.has(each)) ?? 'note';
    enterPane(next);
    options.focusPane(next);
  }

  function stepPane(step: 1 | -1): void {
    const { wantedPanes, lastUsedPanes } = store.get();
    // Two sources beside each other are two stops on the way.
    if (lastUsedPanes[0] === 'source' && reading.stepSide(step)) {
      options.focusPane('source');
      return;
    }
    const open = uncovered(wantedPanes);
    const round = panes.filter((pane) => open.has(pane));
    const at = round.indexOf(lastUsedPanes[0] ?? 'note');
    const next = round[(at + step + round.length) % round.length];
    if (next === undefined) return;
    if (next === 'source') reading.enterFrom(step);
    enterPane(next);
    options.focusPane(next);
  }

  /** On the chosen cards while the evidence board is shown, otherwise on what is selected in a source. */
  function onCardsOr(act: (cards: readonly AnnotationId[]) => unknown, otherwise: () => void): void {
    const { wantedPanes, chosenCards } = store.get();
    if (!wantedPanes.has('board')) otherwise();
    else if (chosenCards.length === 0) refuse('Choose a card of the evidence board first.');
    else void act(chosenCards);
  }
  const onCards = (act: (cards: readonly AnnotationId[]) => unknown) => {
    onCardsOr(act, () => {
      refuse('Show the evidence board first (Ctrl+Shift+E), and choose a card.');
    });
  };

  function withSelection(act: (passage: NonNullable<WorkspaceState['selection']>) => unknown): void {
    const { selection } = store.get();
    if (selection === null) refuse('Select a passage in a source first.');
    else void act(selection);
  }

  /** From the menu bar and the palette; in the text its keys are the editor's own. */
  function inNote(act: (editor: NoteEditorHandle) => void): void {
    const editor = noteEditor.current;
    if (editor === null) refuse('Open a note first: this is done to its text.');
    else if (isReadOnly(store.get())) refuse(readOnlyMessage);
    else {
      enterPane('note');
      editor.focus();
      act(editor);
    }
  }

  const openDialog = (dialog: OpenDialog) => {
    store.set({ dialog, ...(dialog === 'export' ? { exporting: { stage: 'idle' } } : {}) });
  };

  /** Dialogs that are about a dossier need one. */
  function withDossier(act: () => unknown): void {
    if (store.get().title === null) refuse('Open or make a dossier first.');
    else void act();
  }

  const handlers: Readonly<Record<WindowActionName, () => void>> = {
    'new-dossier': () => void dossier.create(),
    'open-dossier': () => void dossier.open(),
    'open-sample': () => void dossier.openSample(),
    'show-start': () => {
      focusMode.leave();
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
    'replace-source': () => {
      withDossier(() => replacement.begin());
    },
    'export-annotations': () => {
      withDossier(() => exchange.write());
    },
    'import-annotations': () => {
      withDossier(() => {
        if (isReadOnly(store.get())) refuse(readOnlyMessage);
        else openDialog('import-annotations');
      });
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
    'change-template': () => {
      if (store.get().note === null) refuse('Open a note first: there is no template to change.');
      else if (isReadOnly(store.get())) refuse(readOnlyMessage);
      else openDialog('change-template');
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
    'note-language': () => {
      language.show();
    },
    'note-length': () => {
      length.show();
    },
    'note-outline': () => {
      if (store.get().note === null) {
        refuse('Open a note first: there is nothing to show the outline of.');
        return;
      }
      store.set({ reviewTab: 'outline' });
      enterPane('review');
      options.focusPane('review');
    },
    'show-history': () => {
      store.set({ reviewTab: 'history' });
      enterPane('review');
      options.focusPane('review');
    },
    undo: () => history.undo(),
    redo: () => history.redo(),
    'move-block-up': () => {
      inNote((editor) => {
        editor.moveBlock(-1);
      });
    },
    'move-block-down': () => {
      inNote((editor) => {
        editor.moveBlock(1);
      });
    },
    search: () => {
      withDossier(() => {
        openDialog('search');
      });
    },
    ...(Object.fromEntries(
      categories.map((category) => [
        `mark-${category}`,
        () => {
          onCardsOr(
            (cards) => evidence.mark(cards, category),
            () => {
              withSelection((passage) => annotations.mark(passage, category));
            },
          );
        },
      ]),
    ) as Record<`mark-${(typeof categories)[number]}`, () => void>),
    'comment-passage': () => {
      onCardsOr(
        ([card]) => {
          store.set({ commenting: card ?? null });
        },
        () => {
          withSelection((passage) => annotations.comment(passage));
        },
      );
    },
    'tag-passage': () => {
      onCardsOr(
        ([card]) => {
          store.set({ tagging: card ?? null });
        },
        () => {
          enterPane('review');
          withSelection((passage) => annotations.tag(passage));
        },
      );
    },
    'cite-passage': () => {
      onCardsOr(evidence.cite, () => {
        withSelection((passage) => {
          notes.cite(passage);
        });
      });
    },
    'quote-passage': () => {
      onCardsOr(evidence.quote, () => {
        withSelection((passage) => {
          notes.quoteAll([passage]);
        });
      });
    },
    'change-citation': () => {
      if (isReadOnly(store.get())) refuse(readOnlyMessage);
      else if (noteEditor.current?.changeCitation() !== true)
        refuse('Put the caret of the note beside a citation first; then this changes it.');
    },
    'cited-in': () => {
      const { place } = store.get();
      if (place === null) refuse('Go to a paragraph of a source first: this shows where it is cited.');
      else void citedIn.show(place.paragraph);
    },
    'open-passage': () => {
      onCards(([card]) => card && evidence.open(card));
    },
    'delete-annotations': () => {
      onCards((cards) => annotations.removeAll(cards));
    },
    'toggle-board': () => {
      withDossier(() => {
        togglePane('board');
      });
    },
    'use-selection': () => void annotations.moveActive(store.get().selection),
    ...createReadingActions({ store, reading, dossier, editors: noteEditor, refuse, enterPane }),
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
    'focus-mode': focusMode.toggle,
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
    replacement,
    exchange,
    reading,
    descriptions,
    corrections,
    annotations,
    notes,
    evidence,
    exports,
    safety,
    passphrase,
    search,
    rescue,
    language,
    length,
    markings,
    versions,
    citing,
    citedIn,
    noteEditor,
    stepDone: shelf.done,
    focusPane: options.focusPane,
    leaveFocusMode: focusMode.leave,
    run: (action) => {
      if (isEditorAction(action))
        inNote((editor) => {
          editor.format(action);
        });
      else handlers[action]();
    },
    enterPane,
    openDialog,
    dismissNotice: () => {
      store.set({ notice: null });
    },
  };
}
