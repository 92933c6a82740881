import type { ParagraphId } from '../dossier/ids.ts';
import type { Edition } from '../dossier/source.ts';
import { alignEditions, type Alignment, type ParagraphFate } from './align-editions.ts';
import { createAnchorIndex, type AnchorIndex } from './anchor-index.ts';

/** Two editions of a source, prepared so that what pointed into the older one can be found in the newer. */
export interface Replacement {
  readonly before: AnchorIndex;
  readonly after: AnchorIndex;
  readonly alignment: Alignment;
  /** `undefined` when the paragraph is not one of the older edition. */
  fateOf(paragraph: ParagraphId): ParagraphFate | undefined;
}

export function prepareReplacement(older: Edition, newer: Edition): Replacement {
  const before = createAnchorIndex(older);
  const after = createAnchorIndex(newer);
  const alignment = alignEditions(before, after);
  return {
    before,
    after,
    alignment,
    fateOf(paragraph) {
      const index = before.indexOf(paragraph);
      return index === undefined ? undefined : alignment.fates[index];
    },
  };
}
