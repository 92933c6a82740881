/** Chance that can be had again: the same seed gives the same numbers. */
export interface SeededRandom {
  readonly seed: number;
  /** From 0 up to 1, without it. */
  next(): number;
  /** A whole number from 0 up to `below`, without it. */
  below(below: number): number;
}

/** Mulberry32. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { seed, next, below: (below) => Math.floor(next() * below) };
}

/** Another seed in each run, unless the environment names the one of a run that failed. */
export function chosenSeed(): number {
  const named = process.env.CHANCERY_TEST_SEED;
  return named === undefined ? Date.now() % 1_000_000 : Number(named);
}
