/** What the window keeps about correcting paragraphs. */
import type { EditionId } from '../../core/dossier/ids.ts';
import type { Correction, ParagraphPlace } from '../../core/dossier/paragraph-corrections.ts';

/** Where the keyboard is in a text; kept while a menu, a palette or a dialog has it. */
export interface PlaceInEdition extends ParagraphPlace {
  readonly edition: EditionId;
}

/** A menu of corrections that is open. */
export interface CorrectionMenuState {
  readonly place: PlaceInEdition;
  /** CSS pixels of the window; `null`: beside the paragraph. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** A correction that was refused for the sake of what rests on the text. */
export interface RefusedCorrection {
  readonly edition: EditionId;
  readonly change: Correction;
  readonly text: string;
}
