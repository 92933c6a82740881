import type { Anchor } from '../dossier/passage.ts';
import type { RewrappedParagraph } from './align-editions.ts';
import type { AnchorIndex } from './anchor-index.ts';
import { foldSpan, foldTypography, unfoldSpan } from './fold-typography.ts';
import { matchesAround, occurrencesOf, quotedWordsOf, type QuotedWords } from './match-quote.ts';
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
 * - where it stands with all the surroundings that it names, when its own paragraph was changed or is gone, if these
 *   stand nowhere else, in neither edition. That the paragraph is nearly the same is not enough: a sentence of the same
 *   form about another country is nearly the same, too.
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
      return bySurroundings(look) ?? orphaned(look, partner);
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
