/**
 * Pieces of lines → blocks in the order in which they are read: down one column, then the next. A gutter is a strip that
 * is empty over several lines; what crosses it, such as a heading over all columns, ends the columns above it.
 */
import type { Piece } from './form-lines.ts';
import { runsRightToLeft } from './logical-order.ts';

/** A column of text, or a part of one, from top to bottom. */
export interface Block {
  readonly rows: readonly Row[];
  /** Where its lines start and end, in the direction in which they run: see `directed`. */
  readonly start: number;
  readonly end: number;
  readonly rightToLeft: boolean;
}

/** Places along a line that grow in its direction: the start of an Arabic line is its right end, counted negative. */
export function directed(left: number, right: number, rightToLeft: boolean): { start: number; end: number } {
  return rightToLeft ? { start: -right, end: -left } : { start: left, end: right };
}

/** What stands side by side in a block; mostly one piece. In reading order. */
export type Row = readonly [Piece, ...Piece[]];

/** In sizes of the type. */
const gutterWidth = 0.8;
/** Both columns must have so many lines, of so many characters, and so many of them must be nearly full: a table's cells aren't. */
const fewestLines = 3;
const shortestLine = 14;
const nearlyFull = 0.7;
const fullShare = 0.55;
/** Columns within columns beyond this are no text that a person set. */
const deepest = 12;

export function inReadingOrder(pieces: readonly Piece[]): Block[] {
  const rightToLeft = runsRightToLeft(pieces.map(({ text }) => text).join(' '));
  return orderRegion(pieces, rightToLeft, 0);
}

function orderRegion(pieces: readonly Piece[], rightToLeft: boolean, depth: number): Block[] {
  if (pieces.length === 0) return [];
  const columns = depth < deepest ? findColumns(pieces) : null;
  if (columns === null) return [blockOf(pieces, rightToLeft)];
  const { above, left, right, below } = columns;
  const sides = rightToLeft ? [right, left] : [left, right];
  return [above, ...sides, below].flatMap((part) => orderRegion(part, rightToLeft, depth + 1));
}

interface Columns {
  readonly above: readonly Piece[];
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
  readonly below: readonly Piece[];
}

/** The widest reaching pair of columns, or `null` where all is one column. */
function findColumns(pieces: readonly Piece[]): Columns | null {
  let best: { gutter: Gutter; run: readonly Piece[] } | undefined;
  for (const gutter of gutterCandidates(pieces)) {
    for (const stretch of runsBetweenCrossings(pieces, gutter)) {
      const run = withoutTail(stretch, gutter);
      if (run.length > (best?.run.length ?? 0) && isPairOfColumns(run, gutter)) best = { gutter, run };
    }
  }
  if (best === undefined) return null;
  const { gutter, run } = best;
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return null;
  const inRun = new Set(run);
  const others = pieces.filter((piece) => !inRun.has(piece));
  return {
    above: others.filter(({ base }) => base < first.base),
    left: run.filter(({ left }) => left < gutter.end),
    right: run.filter(({ left }) => left >= gutter.end),
    below: others.filter(({ base }) => base >= first.base),
  };
}

interface Gutter {
  readonly start: number;
  readonly end: number;
}

/** A column begins where several lines begin. */
function gutterCandidates(pieces: readonly Piece[]): Gutter[] {
  const starts = new Map<number, { count: number; left: number; size: number }>();
  for (const { left, size } of pieces) {
    const near = [0, -1, 1]
      .map((step) => starts.get(Math.round(left / 2) + step))
      .find((one) => one !== undefined);
    if (near === undefined) starts.set(Math.round(left / 2), { count: 1, left, size });
    else {
      near.count += 1;
      near.left = Math.min(near.left, left);
    }
  }
  return [...starts.values()]
    .filter(({ count }) => count >= fewestLines - 1)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostCandidates)
    .map(({ left, size }) => ({ start: left - gutterWidth * size, end: left - 0.5 }));
}

const mostCandidates = 40;

/** The pieces between two that lie over the gutter, from top to bottom. */
function runsBetweenCrossings(pieces: readonly Piece[], { start, end }: Gutter): Piece[][] {
  const runs: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.left < end && piece.right > start) runs.push([]);
    else runs.at(-1)?.push(piece);
  }
  return runs;
}

function isPairOfColumns(run: readonly Piece[], gutter: Gutter): boolean {
  const { left, right, bottom } = sidesOf(run, gutter);
  if (!isColumn(left) || !isColumn(right)) return false;
  return bottom > Math.max(left[0]?.base ?? 0, right[0]?.base ?? 0);
}

function sidesOf(run: readonly Piece[], { end }: Gutter) {
  const left = run.filter((piece) => piece.left < end);
  const right = run.filter((piece) => piece.left >= end);
  const bottom = Math.min(left.at(-1)?.base ?? 0, right.at(-1)?.base ?? 0);
  return { left, right, bottom };
}

/**
 * The longer column may go on below the end of the shorter one. What follows there after a wider gap than any that the
 * columns have is no longer of the column.
 */
function withoutTail(run: readonly Piece[], gutter: Gutter): readonly Piece[] {
  const { left, right, bottom } = sidesOf(run, gutter);
  const longer = (left.at(-1)?.base ?? 0) > bottom ? left : right;
  let widest = 0;
  for (const [index, piece] of longer.entries()) {
    const gap = piece.base - (longer[index - 1]?.base ?? piece.base);
    if (piece.base <= bottom) widest = Math.max(widest, gap);
    else if (widest > 0 && gap > widest * 1.1) return run.filter(({ base }) => base < piece.base);
  }
  return run;
}

function isColumn(pieces: readonly Piece[]): boolean {
  if (pieces.length < fewestLines) return false;
  const widths = pieces.map(({ left, right }) => right - left).toSorted((one, other) => one - other);
  const width = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const full = widths.filter((one) => one > width * nearlyFull);
  const long = pieces.filter(({ text }) => text.length >= shortestLine || /\p{Script=Han}{6}/u.test(text));
  return full.length >= pieces.length * fullShare && long.length >= pieces.length / 2;
}

function blockOf(pieces: readonly Piece[], rightToLeft: boolean): Block {
  const rows: [Piece, ...Piece[]][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    if (row !== undefined && isBeside(piece, row)) row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) {
    row.sort((one, other) => (rightToLeft ? other.left - one.left : one.left - other.left));
  }
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  return { rows, rightToLeft, ...directed(left, right, rightToLeft) };
}

function isBeside(piece: Piece, row: Row): boolean {
  return row.every(
    (one) =>
      Math.abs(one.base - piece.base) < Math.min(one.size, piece.size) * 0.5 &&
      (one.right <= piece.left || piece.right <= one.left),
  );
}
