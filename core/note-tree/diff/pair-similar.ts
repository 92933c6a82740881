import type { Match } from './match-sequences.ts';

const none = new Int32Array();

/** Share of common words from which a line is the other one changed, and not another line. */
export const alike = 0.5;
/** Pairs that are weighed at once; more would be felt, so that longer runs are halved first. */
const mostPairs = 120_000;

/**
 * How much two bags of words have in common, 0–1: twice the common words over all words. Both sorted.
 * 0 when they are not alike.
 * Lee R. Dice, "Measures of the Amount of Ecologic Association Between Species", Ecology 26 (1945), 297–302.
 */
export function similarity(before: Int32Array, after: Int32Array): number {
  const total = before.length + after.length;
  const needed = (alike * total) / 2;
  let common = 0;
  let left = 0;
  let right = 0;
  // As soon as too many words have no partner, the rest need not be counted: most lines are not alike.
  while (left - common <= before.length - needed && right - common <= after.length - needed) {
    const word = before[left];
    const other = after[right];
    if (word === undefined || other === undefined) return total === 0 ? 0 : (2 * common) / total;
    if (word === other) common += 1;
    if (word <= other) left += 1;
    if (other <= word) right += 1;
  }
  return 0;
}

/**
 * Pairs the lines of two runs that are most alike, without any two pairs crossing: the best sum of similarities, found
 * as Needleman and Wunsch align sequences (Journal of Molecular Biology 48, 1970, 443–453) with gaps that cost nothing.
 * Each line is the sorted list of the numbers of its words.
 */
export function pairSimilar(before: readonly Int32Array[], after: readonly Int32Array[]): Match[] {
  if (before.length === 0 || after.length === 0) return [];
  if (before.length * after.length > mostPairs) return pairHalves(before, after);
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const scores = new Float64Array(before.length * after.length);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    const words = before[row] ?? none;
    let diagonal = 0; // the best from the next row and the next column on
    let right = 0; // the best from this row and the next column on
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const alikeness = similarity(words, after[column] ?? none);
      const score = alikeness >= alike ? alikeness : 0;
      const below = best[(row + 1) * width + column] ?? 0;
      let here = below > right ? below : right;
      if (score > 0) {
        scores[row * after.length + column] = score;
        if (score + diagonal > here) here = score + diagonal;
      }
      best[row * width + column] = here;
      diagonal = below;
      right = here;
    }
  }
  return readPairs(best, scores, before.length, after.length);
}

function readPairs(best: Float64Array, scores: Float64Array, rows: number, columns: number): Match[] {
  const width = columns + 1;
  const pairs: Match[] = [];
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    const here = best[row * width + column] ?? 0;
    const score = scores[row * columns + column] ?? 0;
    if (score > 0 && here === score + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (here === best[(row + 1) * width + column]) row += 1;
    else column += 1;
  }
  return pairs;
}

function pairHalves(before: readonly Int32Array[], after: readonly Int32Array[]): Match[] {
  const row = before.length >> 1;
  const column = after.length >> 1;
  return [
    ...pairSimilar(before.slice(0, row), after.slice(0, column)),
    ...pairSimilar(before.slice(row), after.slice(column)).map(([left, right]): Match => [
      left + row,
      right + column,
    ]),
  ];
}
