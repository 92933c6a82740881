import { isReadOnly, readOnlyMessage } from './is-read-only.ts';
import type { NoteEditors } from './note-editors.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

export interface LanguageCommands {
  /** The list of languages of the open note. */
  show(): void;
  hide(): void;
  /** The open note is in that language (BCP 47), and so is the next one that is begun. */
  choose(language: string): void;
  /** The keyboard goes back to where it was when the list was asked for; `null`: it has no place, or has it already. */
  goBack(): HTMLElement | null;
}

interface LanguageOptions {
  readonly store: Store<WorkspaceState>;
  readonly editors: NoteEditors;
  readonly setPreferences: (change: { readonly noteLanguage: string }) => void;
  readonly refuse: (message: string) => void;
}

export function createLanguageCommands(options: LanguageOptions): LanguageCommands {
  const { store, editors, setPreferences, refuse } = options;
  let cameFrom: HTMLElement | null = null;
  return {
    goBack() {
      if (cameFrom?.closest('.note-text') == null) return cameFrom;
      // The editor knows where its caret was; the page would put it at the beginning.
      editors.current?.focus();
      return null;
    },
    show() {
      if (store.get().note === null) refuse('Open a note first: there is no language to choose.');
      else if (isReadOnly(store.get())) refuse(readOnlyMessage);
      else {
        const { activeElement } = document;
        cameFrom = activeElement instanceof HTMLElement ? activeElement : null;
        store.set({ languagesShown: true });
      }
    },
    hide() {
      store.set({ languagesShown: false });
    },
    choose(language) {
      editors.current?.changeLanguage(language);
      setPreferences({ noteLanguage: language });
    },
  };
}
