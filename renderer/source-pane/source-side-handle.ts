import type { EditionId, ParagraphId } from '../../core/dossier/ids.ts';

/** What can be asked of the text of a source from outside, by a key or a menu. */
export interface EditionViewHandle {
  openFind(): void;
  /** Goes to the next place of what was looked for last, or the one before. */
  findAgain(step: 1 | -1): void;
  /** At the paragraph that the keyboard is at: what can be done with it, and its annotations. */
  openParagraphMenu(): void;
  /** The paragraph that the keyboard is at. */
  currentParagraph(): { readonly edition: EditionId; readonly paragraph: ParagraphId } | null;
}

export interface SourceSideHandle extends EditionViewHandle {
  /** `false` when the source has no headings. */
  openOutline(): boolean;
}
