import type { ActionName } from '../../core/actions.ts';
import { textPercents } from '../../core/preferences.ts';
import type { DossierCommands } from './dossier-commands.ts';
import { isReadOnly, readOnlyMessage } from './is-read-only.ts';
import type { NoteEditors } from './note-editors.ts';
import type { ReadingCommands } from './reading-commands.ts';
import type { Store } from './store.ts';
import type { Pane } from './visible-panes.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface ReadingActionOptions {
  readonly store: Store<WorkspaceState>;
  readonly reading: ReadingCommands;
  readonly dossier: Pick<DossierCommands, 'setPreferences'>;
  readonly editors: NoteEditors;
  readonly refuse: (message: string) => void;
  readonly enterPane: (pane: Pane) => void;
}

type ReadingAction = Extract<
  ActionName,
  | 'find'
  | 'replace'
  | 'find-next'
  | 'find-previous'
  | 'paragraph-menu'
  | 'copy-paragraph-link'
  | 'next-source'
  | 'previous-source'
  | 'close-source'
  | 'open-beside'
  | 'source-outline'
  | 'larger-source-text'
  | 'smaller-source-text'
>;

/** What menu items and keys about reading do. */
export function createReadingActions(
  options: ReadingActionOptions,
): Readonly<Record<ReadingAction, () => void>> {
  const { store, reading, dossier, editors, refuse, enterPane } = options;

  function withView(act: (view: NonNullable<ReadingCommands['view']>) => void): void {
    if (reading.view === null || store.get().source === null) {
      refuse('Open a source first.');
      return;
    }
    // Only what is on the screen takes the keyboard.
    enterPane('source');
    act(reading.view);
  }

  /** The note is found in when the keyboard is there, as long as its text is shown. */
  const isInNote = () => {
    const { lastUsedPanes, note, shownVersion } = store.get();
    return lastUsedPanes[0] === 'note' && note !== null && shownVersion === null;
  };
  const findAgain = (by: 1 | -1) => {
    if (isInNote()) editors.current?.findAgain(by);
    else
      withView((view) => {
        view.findAgain(by);
      });
  };

  const resize = (step: 1 | -1) => {
    const percent = reading.textPercentAfter(step);
    if (percent !== store.get().preferences.sourceTextPercent) {
      dossier.setPreferences({ sourceTextPercent: percent });
    } else if (step === 1)
      refuse(`The text of sources is as large as it gets, ${String(textPercents.most)} %.`);
    else refuse(`The text of sources is as small as it gets, ${String(textPercents.least)} %.`);
  };

  return {
    find: () => {
      if (isInNote()) editors.current?.find(false);
      else
        withView((view) => {
          view.openFind();
        });
    },
    replace: () => {
      const { note, shownVersion } = store.get();
      if (note === null || shownVersion !== null) refuse('Open a note first: this is done to its text.');
      else if (isReadOnly(store.get())) refuse(readOnlyMessage);
      else {
        enterPane('note');
        editors.current?.find(true);
      }
    },
    'find-next': () => {
      findAgain(1);
    },
    'find-previous': () => {
      findAgain(-1);
    },
    'paragraph-menu': () => {
      withView((view) => {
        view.openParagraphMenu();
      });
    },
    'copy-paragraph-link': () => {
      withView((view) => {
        const at = view.currentParagraph();
        if (at !== null) void reading.copyLink(at.edition, at.paragraph);
      });
    },
    'next-source': () => {
      reading.step(1);
    },
    'previous-source': () => {
      reading.step(-1);
    },
    'close-source': reading.closeShown,
    'open-beside': reading.toggleBeside,
    'source-outline': () => {
      withView((view) => {
        if (!view.openOutline()) refuse('This source has no headings.');
      });
    },
    'larger-source-text': () => {
      resize(1);
    },
    'smaller-source-text': () => {
      resize(-1);
    },
  };
}
