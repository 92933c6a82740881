import { getExtensionDependencyFromEditor, namedSignals } from '@lexical/extension';
import { defineExtension, type LexicalEditor, safeCast } from 'lexical';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';

export interface CitationWords {
  /** `A ¶12`. */
  readonly display: string;
  /** Whether every paragraph that is cited is there. */
  readonly found: boolean;
  /** It points to a text of its source that has been replaced. */
  readonly older?: true;
  /** It points into another dossier. */
  readonly foreign?: true;
  /** What a footnote says of it, without the words around it; missing where something is not found. */
  readonly reference?: () => string;
}

export interface CitationWordsConfig {
  describe: (targets: readonly CitationTarget[]) => CitationWords;
}

/** Lets nodes say what a citation reads as; only the dossier knows. */
export const CitationWordsExtension = defineExtension({
  name: 'chancery/citation-words',
  config: safeCast<CitationWordsConfig>({ describe: () => ({ display: '¶', found: false }) }),
  build: (_editor, config) => namedSignals(config),
});

/** What the citation reads as, in an editor that has `CitationWordsExtension`. */
export function describeCitation(editor: LexicalEditor, targets: readonly CitationTarget[]): CitationWords {
  return getExtensionDependencyFromEditor(editor, CitationWordsExtension).output.describe.peek()(targets);
}
