import { createContext } from 'react';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import type { CitationWords } from './citation-words.ts';

export interface CitationContextValue {
  describe(targets: readonly CitationTarget[]): CitationWords;
}

/** What chips need to know of the dossier; a new value makes every chip read it again. */
export const CitationContext = createContext<CitationContextValue>({
  describe: () => ({ display: '¶', found: false }),
});
