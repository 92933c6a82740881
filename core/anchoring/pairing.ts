/** Which paragraph of one edition has become which of another, while that is being found out. Indexes from 0. */
export interface Pairing {
  readonly beforeCount: number;
  readonly afterCount: number;
  /** By index in the older edition. */
  readonly newer: ReadonlyMap<number, number>;
  /** By index in the newer edition. */
  readonly older: ReadonlyMap<number, number>;
  /** Paragraphs of the older edition that may be any of these; which one can't be told. */
  readonly doubts: ReadonlyMap<number, readonly number[]>;
  pair(before: number, after: number): void;
  doubt(before: number, candidates: readonly number[]): void;
  /** These runs are the same, though not paragraph by paragraph. */
  pairRuns(runs: Stretch): void;
  readonly runs: readonly Stretch[];
  /** Neither paired, alone or in a run, nor in doubt. */
  isFreeBefore(before: number): boolean;
  isFreeAfter(after: number): boolean;
}

export interface Run {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** A run of each edition that belong together. */
export interface Stretch {
  readonly before: Run;
  readonly after: Run;
}

export const indexesOf = ({ start, end }: Run): number[] =>
  Array.from({ length: end - start }, (_, offset) => start + offset);

export function createPairing(beforeCount: number, afterCount: number): Pairing {
  const newer = new Map<number, number>();
  const older = new Map<number, number>();
  const doubts = new Map<number, readonly number[]>();
  const settledBefore = new Set<number>();
  const settledAfter = new Set<number>();
  const runs: Stretch[] = [];
  return {
    beforeCount,
    afterCount,
    newer,
    older,
    doubts,
    pair(before, after) {
      newer.set(before, after);
      older.set(after, before);
    },
    doubt(before, candidates) {
      doubts.set(before, candidates);
      settledBefore.add(before);
      for (const candidate of candidates) settledAfter.add(candidate);
    },
    pairRuns(run) {
      runs.push(run);
      for (const index of indexesOf(run.before)) settledBefore.add(index);
      for (const index of indexesOf(run.after)) settledAfter.add(index);
    },
    runs,
    isFreeBefore: (before) => !newer.has(before) && !settledBefore.has(before),
    isFreeAfter: (after) => !older.has(after) && !settledAfter.has(after),
  };
}

/**
 * The pairs that are in the same order in both editions, as many as can be; the others were moved.
 * Longest increasing subsequence in O(n log n): M. L. Fredman, "On computing the length of longest increasing
 * subsequences", Discrete Mathematics 11 (1975), 29–35.
 */
export function pairsInOrder({ newer, runs }: Pairing): Stretch[] {
  const one = (index: number): Run => ({ start: index, end: index + 1 });
  const pairs = [
    ...Array.from(newer, ([before, after]): Stretch => ({ before: one(before), after: one(after) })),
    ...runs,
  ].toSorted((left, right) => left.before.start - right.before.start);
  const place = (position: number | undefined) => pairs[position ?? -1]?.after.start ?? 0;
  const ends: number[] = []; // ends[n]: of all rising runs of n + 1 pairs, the last pair of the one that ends lowest
  const previous: number[] = [];
  for (const position of pairs.keys()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(ends[middle]) < place(position)) low = middle + 1;
      else high = middle;
    }
    previous[position] = ends[low - 1] ?? -1;
    ends[low] = position;
  }
  const kept: Stretch[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) kept.push(pair);
  }
  return kept.toReversed();
}

/** What stands between the pairs that are in order, and before the first and after the last. */
export function stretchesBetween(pairing: Pairing): Stretch[] {
  const stretches: Stretch[] = [];
  const nowhere = (index: number): Run => ({ start: index, end: index });
  const end: Stretch = { before: nowhere(pairing.beforeCount), after: nowhere(pairing.afterCount) };
  let [left, right] = [0, 0];
  for (const { before, after } of [...pairsInOrder(pairing), end]) {
    if (before.start > left && after.start > right) {
      stretches.push({
        before: { start: left, end: before.start },
        after: { start: right, end: after.start },
      });
    }
    [left, right] = [before.end, after.end];
  }
  return stretches;
}
