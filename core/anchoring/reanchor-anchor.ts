import type { Anchor } from '../dossier/passage.ts';
import type { RewrappedParagraph } from './align-editions.ts';
import type { AnchorIndex } from './anchor-index.ts';
import { foldSpan, foldTypography, unfoldSpan, type Span } from './fold-typography.ts';
import {
  leastContext,
  matchesAround,
  occurrencesOf,
  quotedWordsOf,
  splitsPair,
  type QuotedWords,
} from './match-quote.ts';
import { withoutSpaces } from './pair-rewrapped.ts';
import type { Replacement } from './replacement.ts';
import type { AnchorPlace } from './resolve-anchor.ts';
import { suggestPlace, type Suggestion } from './suggest-place.ts';

/** Where the words of an anchor of the older edition are in the newer one. */
export type Reanchored =
  /**
   * In one place, or in one for each paragraph where theirs was broken into several. `typography`: they differ in
   * quotation marks, dashes, white space, ligatures, soft hyphens or Unicode form only.
   */
  | { readonly state: 'found'; readonly places: readonly AnchorPlace[]; readonly typography: boolean }
  /** In reading order, one at least: one when it is not certain that it is this one. A person decides. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly AnchorPlace[] }
  | { readonly state: 'orphaned'; readonly suggestion: Suggestion | null };

/**
 * Finds an anchor of the older edition in the newer one. It is found
 * - in the paragraph that reads the same but for typography, or in those that it was broken into or joined with, at the
 *   same place; or
 * - in the paragraph that its own was changed into, or in any other when its own is gone, if its words stand there with
 *   surroundings that stand nowhere else, in neither edition: at least 32 units that agree around and with the words in
 *   the changed paragraph, all of the anchor's surroundings in any other.
 * Never for being the likeliest place. Where its paragraph is gone, the same words elsewhere are not it.
 */
export function reanchorAnchor(replacement: Replacement, anchor: Anchor): Reanchored {
  const { before, after, alignment } = replacement;
  const home = before.indexOf(anchor.paragraph);
  const fate = home === undefined ? undefined : alignment.fates[home];
  if (home === undefined || fate === undefined || !standsAt(before, home, anchor)) {
    return { state: 'orphaned', suggestion: null };
  }
  const look: Look = { before, after, home, anchor, words: foldTypography(anchor.quote.exact).folded };
  switch (fate.fate) {
    case 'same':
    case 'retypeset': {
      const place = placeInTwin(look, indexIn(after, fate.paragraph));
      return place === null ? orphaned(look, indexIn(after, fate.paragraph)) : found(look, [place]);
    }
    case 'rewrapped': {
      const places = placesInRewrapped(look, fate.into);
      return places.length > 0 ? found(look, places) : orphaned(look, null);
    }
    case 'changed': {
      const partner = indexIn(after, fate.paragraph);
      return inChanged(look, partner) ?? bySurroundings(look) ?? orphaned(look, partner);
    }
    case 'ambiguous': {
      const candidates = fate.candidates.flatMap((id) => placesIn(look, indexIn(after, id)));
      return candidates.length > 0 ? { state: 'ambiguous', candidates } : orphaned(look, null);
    }
    case 'gone':
      return bySurroundings(look) ?? orphaned(look, null);
  }
}

interface Look {
  readonly before: AnchorIndex;
  readonly after: AnchorIndex;
  /** Where the paragraph stood. */
  readonly home: number;
  readonly anchor: Anchor;
  /** The exact words, folded. */
  readonly words: string;
}

function indexIn(edition: AnchorIndex, paragraph: AnchorPlace['paragraph']): number {
  const index = edition.indexOf(paragraph);
  if (index === undefined) throw new Error(`an alignment names ${paragraph}, which is not there`);
  return index;
}

function standsAt(edition: AnchorIndex, index: number, { position, quote }: Anchor): boolean {
  const { start, end } = position;
  return (
    quote.exact !== '' &&
    end - start === quote.exact.length &&
    edition.paragraphAt(index).text.startsWith(quote.exact, start)
  );
}

function found({ after, anchor }: Look, places: readonly AnchorPlace[]): Reanchored {
  const words = places
    .map(({ paragraph, start, end }) => after.paragraphAt(indexIn(after, paragraph)).text.slice(start, end))
    .join(' ');
  return { state: 'found', places, typography: words !== anchor.quote.exact };
}

const orphaned = ({ after, anchor }: Look, likely: number | null): Reanchored => ({
  state: 'orphaned',
  suggestion: suggestPlace(after, anchor.quote.exact, likely),
});

const indent = (text: string) => text.length - text.trimStart().length;

/** The same place in a paragraph that reads the same but for typography; `null` when it is not that. */
function placeInTwin({ before, after, home, anchor, words }: Look, twin: number): AnchorPlace | null {
  const older = before.foldedAt(home);
  const newer = after.foldedAt(twin);
  const { id, text } = after.paragraphAt(twin);
  if (older.folded.trim() !== newer.folded.trim()) return null;
  if (before.paragraphAt(home).text === text) return { paragraph: id, ...anchor.position };
  const shift = indent(newer.folded) - indent(older.folded);
  const span = foldSpan(older, anchor.position);
  const place = unfoldSpan(newer, { start: span.start + shift, end: span.end + shift });
  // A selection inside of what is one character now, such as a ligature, has no place of its own there.
  const agrees = foldTypography(text.slice(place.start, place.end)).folded === words;
  return agrees ? { paragraph: id, ...place } : null;
}

/** The words in the paragraphs that the text of their own went into; none when part of a character would be left. */
function placesInRewrapped(look: Look, { paragraphs, offset }: RewrappedParagraph): AnchorPlace[] {
  const span = foldSpan(withoutSpaces(look.before.foldedAt(look.home)), look.anchor.position);
  const places: AnchorPlace[] = [];
  let from = span.start + offset; // in the paragraph at hand; below 0 when the words began in an earlier one
  let to = span.end + offset;
  for (const id of paragraphs) {
    const index = indexIn(look.after, id);
    const text = withoutSpaces(look.after.foldedAt(index));
    const { length } = text.folded;
    if (from < length && to > 0) {
      const part = { start: Math.max(0, from), end: Math.min(length, to) };
      places.push({ paragraph: id, ...unfoldSpan(text, part) });
    }
    from -= length;
    to -= length;
  }
  const squeezed = (text: string) => foldTypography(text).folded.replaceAll(/\s/gu, '');
  const words = places.map(({ paragraph, start, end }) =>
    squeezed(look.after.paragraphAt(indexIn(look.after, paragraph)).text.slice(start, end)),
  );
  return words.join('') === squeezed(look.words) ? places : [];
}

/** In a paragraph that it may be: the same place, or wherever the words stand. */
function placesIn(look: Look, index: number): AnchorPlace[] {
  const twin = placeInTwin(look, index);
  if (twin !== null) return [twin];
  const { folded } = look.after.foldedAt(index);
  return occurrencesOf(look.words, folded).map((start) => placeOf(look, index, start));
}

function placeOf({ after, words }: Look, index: number, start: number): AnchorPlace {
  const span = unfoldSpan(after.foldedAt(index), { start, end: start + words.length });
  return { paragraph: after.paragraphAt(index).id, ...span };
}

function inChanged(look: Look, partner: number): Reanchored | null {
  const older = look.before.foldedAt(look.home);
  const newer = look.after.foldedAt(partner).folded;
  const span = foldSpan(older, look.anchor.position);
  if (older.folded.slice(span.start, span.end) !== look.words) return null;
  const certain = occurrencesOf(look.words, newer).filter((start) => {
    const run = agreement(older.folded, span, newer, start);
    return run.length >= leastContext && standsOnce(look.before, run) && standsOnce(look.after, run);
  });
  const [only, second] = certain;
  if (only === undefined) return null;
  return second === undefined
    ? found(look, [placeOf(look, partner, only)])
    : { state: 'ambiguous', candidates: certain.map((start) => placeOf(look, partner, start)) };
}

/** The longest run around the words that reads the same in both texts. */
function agreement(older: string, { start, end }: Span, newer: string, at: number): string {
  let left = 0;
  while (
    left < start &&
    left < at &&
    older.charCodeAt(start - left - 1) === newer.charCodeAt(at - left - 1)
  ) {
    left += 1;
  }
  const rest = Math.min(older.length - end, newer.length - at - (end - start));
  let right = 0;
  while (right < rest && older.charCodeAt(end + right) === newer.charCodeAt(at + end - start + right)) {
    right += 1;
  }
  const from = splitsPair(older, start - left) ? start - left + 1 : start - left;
  return older.slice(from, splitsPair(older, end + right) ? end + right - 1 : end + right);
}

function standsOnce(edition: AnchorIndex, run: string): boolean {
  let count = 0;
  for (const index of edition.holding(run)) {
    count += occurrencesOf(run, edition.foldedAt(index).folded).length;
    if (count > 1) return false;
  }
  return count === 1;
}

function foldedWordsOf(anchor: Anchor): QuotedWords {
  const { prefix, exact, suffix, ...ends } = quotedWordsOf(anchor);
  return {
    exact: foldTypography(exact).folded,
    prefix: foldTypography(prefix).folded,
    suffix: foldTypography(suffix).folded,
    ...ends,
  };
}

/** With all surroundings that the anchor names, which stood once before: `null` when they don't, or stand nowhere now. */
function bySurroundings(look: Look): Reanchored | null {
  const words = foldedWordsOf(look.anchor);
  const placesOf = (edition: AnchorIndex) =>
    edition
      .holding(words.prefix + words.exact + words.suffix)
      .flatMap((index) =>
        matchesAround(words, edition.foldedAt(index).folded).map((start) => ({ index, start })),
      );
  const places = placesOf(look.after).map(({ index, start }) => placeOf(look, index, start));
  const [only, second] = places;
  if (only === undefined || placesOf(look.before).length !== 1) return null;
  return second === undefined ? found(look, [only]) : { state: 'ambiguous', candidates: places };
}
