import type { Change, TextRun } from './diff-line.ts';
import { figuresIn } from './figures-in.ts';
import { matchSequences, type Match } from './match-sequences.ts';
import { numberTexts } from './word-numbers.ts';

/** `null` before: it was not there; `null` after: it is gone. */
export interface FigureChange {
  readonly before: string | null;
  readonly after: string | null;
}

/** The figures of one side of a line; a citation's paragraph number is none. */
function figuresOf(runs: readonly TextRun[], side: Change): string[] {
  let text = '';
  for (const { change, tokens } of runs) {
    if (change !== 'kept' && change !== side) continue;
    for (const token of tokens) text += token.citation === null ? token.text : '\n';
  }
  return figuresIn(text);
}

/** Within one line, what stands between the same two figures took the place of what stood there. */
function changesInLine(runs: readonly TextRun[]): FigureChange[] {
  if (runs.every(({ change }) => change === 'kept')) return [];
  const before = figuresOf(runs, 'deleted');
  const after = figuresOf(runs, 'inserted');
  const number = numberTexts();
  const matches = matchSequences(before.map(number), after.map(number));
  const found: FigureChange[] = [];
  let left = 0;
  let right = 0;
  const end: Match = [before.length, after.length];
  for (const [matchLeft, matchRight] of [...matches, end]) {
    const length = Math.max(matchLeft - left, matchRight - right);
    for (let index = 0; index < length; index += 1) {
      found.push({
        before: left + index < matchLeft ? (before[left + index] ?? null) : null,
        after: right + index < matchRight ? (after[right + index] ?? null) : null,
      });
    }
    left = matchLeft + 1;
    right = matchRight + 1;
  }
  return found;
}

/** How often each figure stands in a list. */
function tally(figures: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const figure of figures) if (figure !== null) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts;
}

/** A figure that went from one line to another was neither added nor dropped. */
function withoutMoves(changes: readonly FigureChange[]): FigureChange[] {
  const arrivals = tally(changes.filter(({ before }) => before === null).map(({ after }) => after));
  const departures = tally(changes.filter(({ after }) => after === null).map(({ before }) => before));
  const wasMoved = (figure: string, others: Map<string, number>) => {
    const left = others.get(figure) ?? 0;
    others.set(figure, left - 1);
    return left > 0;
  };
  return changes.filter(({ before, after }) => {
    if (before !== null && after === null) return !wasMoved(before, arrivals);
    if (before === null && after !== null) return !wasMoved(after, departures);
    return true;
  });
}

/** Which figures became others, came, or went, line by line in reading order. */
export function figureChanges(lines: readonly { readonly runs: readonly TextRun[] }[]): FigureChange[] {
  return withoutMoves(lines.flatMap(({ runs }) => changesInLine(runs)));
}
