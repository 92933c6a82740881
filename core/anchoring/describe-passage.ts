import type { EditionId, ParagraphId } from '../dossier/ids.ts';
import type { Anchor, Passage } from '../dossier/passage.ts';
import type { Edition, Paragraph } from '../dossier/source.ts';
import { done, refused, type Result } from '../result.ts';
import type { AnchorIndex } from './anchor-index.ts';
import { foldTypography } from './fold-typography.ts';
import { leastContext, matchesOf, splitsPair } from './match-quote.ts';

/** A run of one paragraph's text: UTF-16 offsets, `end` exclusive. */
export interface ParagraphRange {
  readonly paragraph: ParagraphId;
  readonly start: number;
  readonly end: number;
}

export type DescribeCode = 'empty-passage' | 'unknown-paragraph' | 'out-of-range';

/**
 * Describes a selection so that it can be found again, in reading order whatever the order of `ranges`.
 * White space at the ends is left out, with it ranges of nothing else; half a character is taken whole.
 * Refuses what selects nothing (`empty-passage`), paragraphs of other editions (`unknown-paragraph`), and offsets
 * outside of their paragraph or a second range in one (`out-of-range`).
 */
export function describePassage(
  edition: Edition,
  ranges: readonly ParagraphRange[],
): Result<Passage, DescribeCode> {
  const places = new Map(edition.paragraphs.map((paragraph, index) => [paragraph.id, { paragraph, index }]));
  return describeIn(
    { edition: edition.id, placeOf: (id) => places.get(id), mayHold: () => edition.paragraphs },
    ranges,
  );
}

/** The same in an edition that was prepared: for describing many passages of one edition. */
export function describePassageIn(
  index: AnchorIndex,
  ranges: readonly ParagraphRange[],
): Result<Passage, DescribeCode> {
  const placeOf = (id: ParagraphId) => {
    const at = index.indexOf(id);
    return at === undefined ? undefined : { paragraph: index.paragraphAt(at), index: at };
  };
  const mayHold = (words: string) => index.holding(foldTypography(words).folded).map(index.paragraphAt);
  return describeIn({ edition: index.edition.id, placeOf, mayHold }, ranges);
}

interface Surroundings {
  readonly edition: EditionId;
  placeOf(paragraph: ParagraphId): { readonly paragraph: Paragraph; readonly index: number } | undefined;
  /** Paragraphs that may hold these words, and all that do. */
  mayHold(words: string): readonly Paragraph[];
}

function describeIn(edition: Surroundings, ranges: readonly ParagraphRange[]): Result<Passage, DescribeCode> {
  const anchors: { readonly index: number; readonly anchor: Anchor }[] = [];
  const seen = new Set<ParagraphId>();
  for (const range of ranges) {
    const place = edition.placeOf(range.paragraph);
    if (place === undefined) {
      return refused(
        'unknown-paragraph',
        'The selected paragraph is not in this text. Select the passage again.',
      );
    }
    if (!isWithin(range, place.paragraph.text) || seen.has(range.paragraph)) {
      return refused(
        'out-of-range',
        'The selection does not fit the text of its paragraph. Select the passage again.',
      );
    }
    seen.add(range.paragraph);
    const trimmed = trimRange(range, place.paragraph.text);
    if (trimmed !== null) {
      anchors.push({ index: place.index, anchor: describeRange(edition, place.paragraph, trimmed) });
    }
  }
  const [first, ...rest] = anchors
    .toSorted((one, other) => one.index - other.index)
    .map(({ anchor }) => anchor);
  if (first === undefined) {
    return refused('empty-passage', 'Nothing is selected. Select some words of the source first.');
  }
  return done({ edition: edition.edition, anchors: [first, ...rest] });
}

function isWithin({ start, end }: ParagraphRange, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
}

function trimRange(range: ParagraphRange, text: string): { start: number; end: number } | null {
  if (range.start === range.end) return null;
  const start = splitsPair(text, range.start) ? range.start - 1 : range.start;
  const end = splitsPair(text, range.end) ? range.end + 1 : range.end;
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

/** Takes more surroundings until the words can't be mistaken for others of the edition, or there are no more to take. */
function describeRange(edition: Surroundings, paragraph: Paragraph, position: Anchor['position']): Anchor {
  const { text } = paragraph;
  const longest = Math.max(position.start, text.length - position.end, leastContext);
  for (let context = leastContext; ; context *= 2) {
    const anchor = { paragraph: paragraph.id, position, quote: quoteWith(context, text, position) };
    if (context >= longest || isUnique(edition, anchor)) return anchor;
  }
}

function quoteWith(context: number, text: string, { start, end }: Anchor['position']): Anchor['quote'] {
  const before = Math.max(0, start - context);
  const after = Math.min(text.length, end + context);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, before) ? before - 1 : before, start),
    suffix: text.slice(end, splitsPair(text, after) ? after + 1 : after),
  };
}

function isUnique(edition: Surroundings, anchor: Anchor): boolean {
  const { prefix, exact, suffix } = anchor.quote;
  let count = 0;
  for (const { text } of edition.mayHold(prefix + exact + suffix)) {
    count += matchesOf(anchor, text).length;
    if (count > 1) return false;
  }
  return true;
}
