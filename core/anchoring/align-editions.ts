import type { ParagraphId } from '../dossier/ids.ts';
import { numberTexts } from '../note-tree/diff/word-numbers.ts';
import type { AnchorIndex } from './anchor-index.ts';
import { pairChanged } from './pair-changed.ts';
import { createReading, doubtRest, pairPlaced, pairUnique, type Reading } from './pair-identical.ts';
import { pairRewrapped } from './pair-rewrapped.ts';
import { createPairing, pairsInOrder, type Pairing } from './pairing.ts';

/** What became of a paragraph of the older edition. */
export type ParagraphFate =
  /** `moved`: it stands in another order among those that stayed. */
  | { readonly fate: 'same'; readonly paragraph: ParagraphId; readonly moved: boolean }
  /** Only quotation marks, dashes, white space, ligatures, soft hyphens or the Unicode form differ. */
  | { readonly fate: 'retypeset'; readonly paragraph: ParagraphId; readonly moved: boolean }
  /** It reads the same, but begins or ends inside of other paragraphs, or goes over several. */
  | { readonly fate: 'rewrapped'; readonly into: RewrappedParagraph }
  /** A near match, for a person to judge. `similarity` is the share of words in common, 0.5–1. */
  | {
      readonly fate: 'changed';
      readonly paragraph: ParagraphId;
      readonly moved: boolean;
      readonly similarity: number;
    }
  /** It may be any of these, in reading order, one at least: one when it is not certain that it is this one. */
  | { readonly fate: 'ambiguous'; readonly candidates: readonly ParagraphId[] }
  | { readonly fate: 'gone' };

export interface RewrappedParagraph {
  /** The paragraphs that hold it now, in reading order. */
  readonly paragraphs: readonly ParagraphId[];
  /** How many units of folded text, white space not counted, stand before it in the first of them. */
  readonly offset: number;
}

export interface Alignment {
  /** One for each paragraph of the older edition, in its order. */
  readonly fates: readonly ParagraphFate[];
  /** Paragraphs of the newer edition that none of the older ones became or may have become. */
  readonly added: readonly ParagraphId[];
}

/**
 * What became of each paragraph when a source was replaced. First those that read the same, then those that differ in
 * typography only, each by words and then by place (see pair-identical.ts), then those whose lines were broken otherwise,
 * then those that changed.
 */
export function alignEditions(before: AnchorIndex, after: AnchorIndex): Alignment {
  const beforeCount = before.edition.paragraphs.length;
  const afterCount = after.edition.paragraphs.length;
  const pairing = createPairing(beforeCount, afterCount);
  const textBefore = (index: number) => before.paragraphAt(index).text;
  const textAfter = (index: number) => after.paragraphAt(index).text;
  const foldedBefore = (index: number) => before.foldedAt(index).folded;
  const foldedAfter = (index: number) => after.foldedAt(index).folded;
  const readings = [
    readBoth(pairing, textBefore, textAfter),
    readBoth(
      pairing,
      (index) => foldedBefore(index).trim(),
      (index) => foldedAfter(index).trim(),
    ),
  ];
  for (const reading of readings) pairUnique(pairing, reading);
  for (const reading of readings) pairPlaced(pairing, reading);
  const rewrapped = pairRewrapped(pairing, foldedBefore, foldedAfter);
  if (rewrapped.size > 0) for (const reading of readings) pairPlaced(pairing, reading);
  for (const reading of readings) doubtRest(pairing, reading);
  const likeness = pairChanged(pairing, foldedBefore, foldedAfter);
  const inOrder = new Set(pairsInOrder(pairing).map(({ before: { start } }) => start));

  const idAt = (index: number) => after.paragraphAt(index).id;
  const fateOf = (index: number): ParagraphFate => {
    const into = rewrapped.get(index);
    if (into !== undefined) {
      return { fate: 'rewrapped', into: { paragraphs: into.after.map(idAt), offset: into.offset } };
    }
    const partner = pairing.newer.get(index);
    if (partner === undefined) {
      const candidates = pairing.doubts.get(index);
      return candidates === undefined
        ? { fate: 'gone' }
        : { fate: 'ambiguous', candidates: candidates.map(idAt) };
    }
    const place = { paragraph: idAt(partner), moved: !inOrder.has(index) };
    const similarity = likeness.get(index);
    if (similarity !== undefined) return { fate: 'changed', ...place, similarity };
    return { fate: textBefore(index) === textAfter(partner) ? 'same' : 'retypeset', ...place };
  };
  return {
    fates: before.edition.paragraphs.map((_, index) => fateOf(index)),
    added: after.edition.paragraphs.filter((_, index) => pairing.isFreeAfter(index)).map(({ id }) => id),
  };
}

function readBoth(
  { beforeCount, afterCount }: Pairing,
  before: (index: number) => string,
  after: (index: number) => string,
): Reading {
  const number = numberTexts();
  return createReading(
    Array.from({ length: beforeCount }, (_, index) => number(before(index))),
    Array.from({ length: afterCount }, (_, index) => number(after(index))),
  );
}
