import type { SearchTerm } from './parse-query.ts';
import { wordsOf, type Word } from './words-of.ts';

/** UTF-16 offsets into a text, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What a search found in one text. */
export interface TextHits {
  /** All words of the text. */
  readonly words: readonly Word[];
  /** Whole words, in order, apart from each other. */
  readonly ranges: readonly TextRange[];
  /** The shortest run in which every term stands, as far as they are there; `null` when none is. */
  readonly passage: TextRange | null;
  /** How many of the terms stand nowhere. */
  readonly missing: number;
}

interface TermHit extends TextRange {
  readonly term: SearchTerm;
}

function standsAt(words: readonly Word[], at: number, { words: wanted, prefix }: SearchTerm): boolean {
  return wanted.every((word, index) => {
    const folded = words[at + index]?.folded;
    return index === wanted.length - 1 && prefix ? folded?.startsWith(word) === true : folded === word;
  });
}

function hitsOfTerms(words: readonly Word[], terms: readonly SearchTerm[]): TermHit[] {
  return words.flatMap(({ start }, at) =>
    terms
      .filter((term) => standsAt(words, at, term))
      .map((term) => ({ term, start, end: words[at + term.words.length - 1]?.end ?? start })),
  );
}

function joined(hits: readonly TextRange[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { start, end } of hits) {
    const last = ranges.at(-1);
    if (last !== undefined && start < last.end) {
      ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else ranges.push({ start, end });
  }
  return ranges;
}

/** Takes hits in from the right, and lets go of those on the left that another one stands for. */
function shortestRun(hits: readonly TermHit[]): TextRange | null {
  const wanted = new Set(hits.map(({ term }) => term)).size;
  const held = new Map<SearchTerm, TermHit>();
  let best: TextRange | null = null;
  for (const hit of hits) {
    held.set(hit.term, hit);
    if (held.size < wanted) continue;
    const start = Math.min(...Array.from(held.values(), (each) => each.start));
    const end = Math.max(...Array.from(held.values(), (each) => each.end));
    if (best === null || end - start < best.end - best.start) best = { start, end };
  }
  return best;
}

/** Whether every term of a query stands somewhere among these words. */
export function hasAllTerms(words: readonly Word[], terms: readonly SearchTerm[]): boolean {
  return terms.every((term) => words.some((_, at) => standsAt(words, at, term)));
}

/** Finds the terms of a query again in the text as it stands. */
export function findHits(text: string, terms: readonly SearchTerm[]): TextHits {
  const words = wordsOf(text);
  const hits = hitsOfTerms(words, terms);
  const missing = terms.length - new Set(hits.map(({ term }) => term)).size;
  return { words, ranges: joined(hits), passage: shortestRun(hits), missing };
}
