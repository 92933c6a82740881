import type { EditionId, ParagraphId } from './ids.ts';

/** W3C Web Annotation `TextQuoteSelector`: the exact words and what stands around them in the same paragraph. */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C Web Annotation `TextPositionSelector`: UTF-16 offsets into the paragraph's text, `end` exclusive. */
export interface TextPositionSelector {
  readonly start: number;
  readonly end: number;
}

/** How a run of text inside one paragraph is found again. */
export interface Anchor {
  readonly paragraph: ParagraphId;
  readonly position: TextPositionSelector;
  readonly quote: TextQuoteSelector;
}

/** A run of text inside one edition: one anchor per paragraph that it touches, in reading order, never none. */
export interface Passage {
  readonly edition: EditionId;
  readonly anchors: readonly [Anchor, ...Anchor[]];
}
