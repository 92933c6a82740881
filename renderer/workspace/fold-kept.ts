import type { LineDifference } from '../../core/note-tree/diff/diff-notes.ts';

/** Lines that are shown one by one, or unchanged ones that are only counted until they are asked for. */
export interface DifferencePart {
  readonly folded: boolean;
  /** Where the first line stands among all; names the part. */
  readonly start: number;
  readonly lines: readonly LineDifference[];
}

const neighbours = 1; // unchanged lines that stay beside a change, for its sake
const fewest = 3; // unchanged lines; fewer are sooner read than unfolded

const isUnchanged = ({ change, setAnew }: LineDifference) => change === 'kept' && !setAnew;

/** Folds long stretches in which nothing is different. */
export function foldKept(lines: readonly LineDifference[]): DifferencePart[] {
  const parts: DifferencePart[] = [];
  const add = (folded: boolean, start: number, end: number) => {
    if (end > start) parts.push({ folded, start, lines: lines.slice(start, end) });
  };
  let shownFrom = 0;
  for (let at = 0; at < lines.length;) {
    let end = at;
    for (let line = lines[end]; line !== undefined && isUnchanged(line); line = lines[end]) end += 1;
    const from = at === 0 ? 0 : at + neighbours;
    const to = end === lines.length ? end : end - neighbours;
    if (to - from >= fewest) {
      add(false, shownFrom, from);
      add(true, from, to);
      shownFrom = to;
    }
    at = Math.max(end, at + 1);
  }
  add(false, shownFrom, lines.length);
  return parts;
}
