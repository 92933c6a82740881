/** What is open to be read, and where the reading stands. Ids and offsets only: no word of any text. */
import type { ParagraphId, SourceId } from './dossier/ids.ts';

/** Where a source was left. */
export interface ReadingPlace {
  readonly source: SourceId;
  /** The one that is seen at the top. */
  readonly paragraph: ParagraphId;
  /** Where its first line that is seen begins, in UTF-16 units of its text. */
  readonly offset: number;
}

/** One of the one or two parts of the source pane, with tabs of its own. */
export interface ReadingSide {
  /** In the order in which they were opened. */
  readonly tabs: readonly SourceId[];
  /** One of the tabs; `null` when there is none. */
  readonly shown: SourceId | null;
}

export interface OpenSources {
  /** One, or two beside each other. */
  readonly sides: readonly ReadingSide[];
  /** Index of the side that was used last. */
  readonly active: number;
}

/** What is remembered of one dossier on this computer. */
export interface Reading extends OpenSources {
  /** The one used last at the end. */
  readonly places: readonly ReadingPlace[];
}

export const mostSides = 2;
/** Places of one dossier that are remembered. */
export const mostPlaces = 2_000;
/** Tabs of one side: more are no use to anybody. */
export const mostTabs = 200;
