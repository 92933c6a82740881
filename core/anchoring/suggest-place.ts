/** Near matches for words that were not found. They are shown to a person; nothing is ever attached to one unasked. */
import search, { type Match } from 'approx-string-match';
import { createTextCutter } from '../note-tree/diff/line-tokens.ts';
import { diffLine, type Change } from '../note-tree/diff/diff-line.ts';
import { wordsOf, type AnchorIndex } from './anchor-index.ts';
import { foldTypography, unfoldSpan } from './fold-typography.ts';
import type { AnchorPlace } from './resolve-anchor.ts';

export interface DifferenceRun {
  readonly change: Change;
  readonly text: string;
}

export interface Suggestion extends AnchorPlace {
  /** 0.5–1: how much of the words needs no change, by characters and but for typography. */
  readonly score: number;
  /** Kept and deleted runs are the words that were looked for, kept and inserted ones those that stand there. */
  readonly difference: readonly DifferenceRun[];
}

/** Share of the characters that may differ; more in the paragraph that theirs has probably become. */
const mostErrors = 0.3;
const mostErrorsInLikely = 0.5;
/** A word in more paragraphs than this says little about where to look. */
const commonWord = 200;
/** Paragraphs that are searched. */
const mostSearched = 6;

/**
 * The place that is most like these words; `null` where none is near, or several are as near.
 * `likely` is the index of the paragraph that theirs has probably become: of equals, that one is taken.
 */
export function suggestPlace(after: AnchorIndex, exact: string, likely: number | null): Suggestion | null {
  const words = foldTypography(exact).folded;
  if (words.trim() === '') return null;
  const best = nearest(after, words, likely);
  if (best === null) return null;
  const { folded } = after.foldedAt(best.index);
  const whole = toWholeWords(folded, best.match);
  const { start, end } = unfoldSpan(after.foldedAt(best.index), whole);
  const { id, text } = after.paragraphAt(best.index);
  return {
    paragraph: id,
    start,
    end,
    score: 1 - best.match.errors / words.length,
    difference: differenceBetween(exact, text.slice(start, end)),
  };
}

export function differenceBetween(before: string, after: string): DifferenceRun[] {
  const cut = createTextCutter();
  return diffLine(cut(before), cut(after)).map(({ change, tokens }) => ({
    change,
    text: tokens.map(({ text }) => text).join(''),
  }));
}

interface Near {
  readonly index: number;
  readonly match: Match;
}

function nearest(after: AnchorIndex, words: string, likely: number | null): Near | null {
  const indexes = new Set([...(likely === null ? [] : [likely]), ...paragraphsLike(after, words)]);
  let best: Near | null = null;
  let isTied = false;
  for (const index of indexes) {
    const share = index === likely ? mostErrorsInLikely : mostErrors;
    const matches = search(after.foldedAt(index).folded, words, Math.floor(words.length * share));
    const [match, ...others] = matches.toSorted((one, other) => one.errors - other.errors);
    if (match === undefined) continue;
    if (best !== null && match.errors === best.match.errors && best.index !== likely) isTied = true;
    if (best !== null && match.errors >= best.match.errors) continue;
    best = { index, match };
    isTied = others.some(
      ({ errors, start, end }) => errors === match.errors && (start >= match.end || end <= match.start),
    );
  }
  return isTied ? null : best;
}

/** The paragraphs with the most of the rarer words, the rarest counting most. */
function paragraphsLike(after: AnchorIndex, words: string): number[] {
  const votes = new Map<number, number>();
  for (const word of new Set(wordsOf(words))) {
    const places = after.withWord(word);
    if (places.length > commonWord) continue;
    for (const index of places) votes.set(index, (votes.get(index) ?? 0) + 1 / places.length);
  }
  return Array.from(votes)
    .toSorted(([index, one], [otherIndex, other]) => other - one || index - otherIndex)
    .slice(0, mostSearched)
    .map(([index]) => index);
}

const inWord = /^[\p{L}\p{N}\p{M}]$/u;

function toWholeWords(text: string, { start, end }: Match): { start: number; end: number } {
  let [from, to] = [start, end];
  while (
    from > 0 &&
    from < text.length &&
    inWord.test(text.charAt(from - 1)) &&
    inWord.test(text.charAt(from))
  ) {
    from -= 1;
  }
  while (to > 0 && to < text.length && inWord.test(text.charAt(to - 1)) && inWord.test(text.charAt(to)))
    to += 1;
  while (from < to && text.charAt(from) === ' ') from += 1;
  while (to > from && text.charAt(to - 1) === ' ') to -= 1;
  return { start: from, end: to };
}
