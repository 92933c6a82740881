import { splitsPair } from '../anchoring/match-quote.ts';
import type { TextHits, TextRange } from './find-hits.ts';

/** A piece of a snippet, to be shown one after the other. */
export interface SnippetPart {
  readonly text: string;
  /** What was looked for. */
  readonly hit: boolean;
}

const length = 180; // UTF-16 units: two lines of a list
const before = 50; // of them before the first hit, for what the sentence is about

/** What is shown of a text: cut between words only. */
function windowAround(text: string, { words, passage }: TextHits): TextRange {
  if (text.length <= length) return { start: 0, end: text.length };
  const from = (passage?.start ?? 0) - before;
  const start = from <= 0 ? 0 : (words.find((word) => word.start >= from)?.start ?? 0);
  const most = start + length;
  if (text.length <= most) return { start, end: text.length };
  const last = words.findLast(({ end }) => end <= most && end > start);
  // A word longer than all of the snippet is cut, but not within a surrogate pair.
  return { start, end: last?.end ?? (splitsPair(text, most) ? most - 1 : most) };
}

/** The part of a text that tells most about a hit, in pieces; an ellipsis stands where it was cut. */
export function snippetOf(text: string, hits: TextHits): SnippetPart[] {
  const shown = windowAround(text, hits);
  const parts: SnippetPart[] = [];
  const add = (start: number, end: number, hit: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end).replace(/\s+/g, ' '), hit });
  };
  if (shown.start > 0) parts.push({ text: '…', hit: false });
  let at = shown.start;
  for (const range of hits.ranges) {
    const start = Math.max(range.start, shown.start);
    const end = Math.min(range.end, shown.end);
    if (start >= end) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, shown.end, false);
  if (shown.end < text.length) parts.push({ text: '…', hit: false });
  return parts;
}
