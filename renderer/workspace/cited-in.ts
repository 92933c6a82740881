import type { NoteId, ParagraphId } from '../../core/dossier/ids.ts';
import type { CitingSentence } from '../../core/note-tree/citing-sentences.ts';

/** A place of a note that cites a paragraph. */
export interface CitingPlace extends CitingSentence {
  readonly note: NoteId;
  readonly title: string;
}

/** All of them, while they are listed. */
export interface CitedIn {
  readonly paragraph: ParagraphId;
  readonly places: readonly CitingPlace[];
}
