/** Places that hold the same in both sequences, in order: neither index ever falls. */
export type Match = readonly [before: number, after: number];

/** Edits beyond which two sequences have so little in common that looking for it is not worth the time. */
const mostEdits = 1_500;

/**
 * What two sequences have in common, with as few insertions and deletions between as possible. Numbers stand for what
 * is compared; equal numbers are the same. Takes O((N + M) D) time and O(D²) space for D edits. Sequences that are more
 * than 1,500 edits apart have only their common beginning and end matched.
 *
 * Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), 251–266.
 */
export function matchSequences(before: readonly number[], after: readonly number[]): Match[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const middle = matchMiddle(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  ).map(([left, right]): Match => [left + head, right + head]);
  return [
    ...Array.from({ length: head }, (_, index): Match => [index, index]),
    ...middle,
    ...Array.from({ length: tail }, (_, index): Match => [
      before.length - tail + index,
      after.length - tail + index,
    ]),
  ];
}

function matchMiddle(before: readonly number[], after: readonly number[]): Match[] {
  if (before.length === 0 || after.length === 0) return [];
  const limit = Math.min(before.length + after.length, mostEdits);
  // `reach[diagonal + limit + 1]`: how far into `before` the best path on that diagonal has come.
  const reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits += 1) {
    trace.push(reach.slice(limit + 1 - edits, limit + 2 + edits));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + limit + 1;
      const left = reach[at - 1] ?? 0;
      const above = reach[at + 1] ?? 0;
      let x = diagonal === -edits || (diagonal !== edits && left < above) ? above : left + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reach[at] = x;
      if (x >= before.length && x - diagonal >= after.length) return walkBack(trace, before, after);
    }
  }
  return [];
}

/** From the end to the beginning along the best path, collecting what it kept. */
function walkBack(
  trace: readonly Int32Array[],
  before: readonly number[],
  after: readonly number[],
): Match[] {
  const matches: Match[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits] ?? new Int32Array();
    const diagonal = x - y;
    const left = reach[diagonal - 1 + edits] ?? 0;
    const above = reach[diagonal + 1 + edits] ?? 0;
    const fromAbove = diagonal === -edits || (diagonal !== edits && left < above);
    const previousX = edits === 0 ? 0 : fromAbove ? above : left;
    const previousY = edits === 0 ? 0 : previousX - (fromAbove ? diagonal + 1 : diagonal - 1);
    const turn = edits === 0 ? 0 : fromAbove ? previousX : previousX + 1;
    while (x > turn) {
      x -= 1;
      y -= 1;
      matches.push([x, y]);
    }
    x = previousX;
    y = previousY;
  }
  return matches.toReversed();
}
