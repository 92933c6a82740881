import type { ParagraphId } from '../../core/dossier/ids.ts';
import type { CitationTarget, NoteTree } from '../../core/note-tree/note-tree.ts';
import type { VerbatimQuotation } from '../../core/note-tree/verbatim-quotation.ts';
import type { EditorActionName } from '../../core/editor-actions.ts';
import type { OutlineOfEditor } from './outline-of-editor.ts';

export interface CitedQuotation {
  readonly quotation: VerbatimQuotation;
  /** What its citation points at. */
  readonly targets: readonly CitationTarget[];
}

/** What the rest of the window may do with the editor of a note. */
export interface NoteEditorHandle {
  focus(): void;
  /** Whether there is a place in the text that the drafter chose. */
  hasCaret(): boolean;
  /** At the caret, or at the end of the last paragraph; `false` where no citation can stand, and while reading only. */
  insertCitation(targets: readonly CitationTarget[]): boolean;
  /** As `insertCitation`, with the words that are cited before each citation. */
  insertQuotations(quoted: readonly CitedQuotation[]): boolean;
  /** Opens what changes the citation at the caret; `false` where there is none. */
  changeCitation(): boolean;
  /** Reports what is not yet reported, and gives the note as it is. */
  flush(): NoteTree;
  /** The whole note becomes another text, in steps that are reported at once and can be taken back. */
  become(tree: NoteTree): void;
  format(action: EditorActionName): void;
  /** The note is in another language (BCP 47): a step that can be taken back. */
  changeLanguage(language: string): void;
  /** The text that is selected, without citations; empty when nothing is. */
  selectedText(): string;
  /** Moves the block at the caret past its neighbour, in one step. */
  moveBlock(by: 1 | -1): void;
  /** Opens the bar that finds in the text, and replaces. */
  find(withReplace: boolean): void;
  /** The next place or the one before, from the caret. */
  findAgain(by: 1 | -1): void;
  /** Selects and shows the nth chip (from 0) that cites the paragraph. */
  revealCitationsOf(paragraph: ParagraphId, nth: number): void;
  /** The headings of the note, and its sections as they can be moved. */
  readonly outline: OutlineOfEditor;
}
