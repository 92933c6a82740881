/**
 * Pairs paragraphs that read the same.
 *
 * Words that stand once in both editions are the same paragraph, wherever it went. Words that stand several times
 * ("The Committee took note of the report.") are not told apart by what they say, only by where they stand. So one of
 * several is the same paragraph
 * - when its neighbours on both sides are the same paragraphs, or
 * - when it follows or precedes a paragraph that is the same, and between the nearest such paragraphs on either side
 *   its words stand as often as they did.
 * Where words stand more often than they did, one of them is a copy, and no place tells which: an original may have
 * been moved and its copy left behind. All of them are in doubt. To ask once too often costs a click; to attach to the
 * copy may cost a name.
 */
import { stretchesBetween, type Pairing, type Stretch } from './pairing.ts';

interface Group {
  readonly before: number[];
  readonly after: number[];
}

type Keys = readonly number[];

function groupKeys(before: Keys, after: Keys): Map<number, Group> {
  const groups = new Map<number, Group>();
  const groupOf = (key: number): Group => {
    const known = groups.get(key);
    if (known !== undefined) return known;
    const made: Group = { before: [], after: [] };
    groups.set(key, made);
    return made;
  };
  for (const [index, key] of before.entries()) groupOf(key).before.push(index);
  for (const [index, key] of after.entries()) groupOf(key).after.push(index);
  return groups;
}

/** The paragraphs of both editions by one way of reading them. Equal keys are the same text, read so. */
export interface Reading {
  readonly before: Keys;
  readonly after: Keys;
  readonly groups: readonly Group[];
}

export function createReading(before: Keys, after: Keys): Reading {
  const groups = Array.from(groupKeys(before, after).values());
  return {
    before,
    after,
    groups: groups.filter((group) => group.before.length > 0 && group.after.length > 0),
  };
}

const isUnique = ({ before, after }: Group) => before.length === 1 && after.length === 1;

/** Pairs the texts that stand once in both editions. */
export function pairUnique(pairing: Pairing, { groups }: Reading): void {
  for (const group of groups) {
    const [left] = group.before;
    const [right] = group.after;
    if (left === undefined || right === undefined || !isUnique(group)) continue;
    if (pairing.isFreeBefore(left) && pairing.isFreeAfter(right)) pairing.pair(left, right);
  }
}

/** Pairs repeated texts that are where they were, among those that are paired already. */
export function pairPlaced(pairing: Pairing, { before, after, groups }: Reading): void {
  const placed = groups.filter((group) => !isUnique(group) && group.after.length <= group.before.length);
  if (placed.length === 0) return;
  const places = new Set(placed.flatMap((group) => group.before));
  const mayPlace = (left: number, right: number) =>
    places.has(left) &&
    before[left] === after[right] &&
    pairing.isFreeBefore(left) &&
    pairing.isFreeAfter(right);
  pairBetweenNeighbours(pairing, places, mayPlace);
  for (const stretch of stretchesBetween(pairing)) pairAtEnds(pairing, stretch, { before, after }, mayPlace);
}

/** What of the repeated texts is not paired by now is in doubt. */
export function doubtRest(pairing: Pairing, { groups }: Reading): void {
  for (const group of groups) {
    const candidates = group.after.filter(pairing.isFreeAfter);
    if (candidates.length === 0) continue;
    for (const left of group.before.filter(pairing.isFreeBefore)) pairing.doubt(left, candidates);
  }
}

type MayPair = (before: number, after: number) => boolean;

function pairBetweenNeighbours(pairing: Pairing, places: Iterable<number>, mayPlace: MayPair): void {
  const found: [number, number][] = [];
  for (const left of places) {
    const previous = pairing.newer.get(left - 1);
    if (previous === undefined || pairing.newer.get(left + 1) !== previous + 2) continue;
    if (mayPlace(left, previous + 1)) found.push([left, previous + 1]);
  }
  for (const [left, right] of found) pairing.pair(left, right);
}

/** Goes from both ends of a stretch inwards, as long as it reads the same. */
function pairAtEnds(
  pairing: Pairing,
  { before, after }: Stretch,
  keys: { readonly before: Keys; readonly after: Keys },
  mayPlace: MayPair,
): void {
  const balance = new Map<number, number>(); // how much more often a text stands in the stretch now than before
  const count = (key: number | undefined, by: number) => {
    if (key !== undefined) balance.set(key, (balance.get(key) ?? 0) + by);
  };
  for (let index = before.start; index < before.end; index += 1) count(keys.before[index], -1);
  for (let index = after.start; index < after.end; index += 1) count(keys.after[index], 1);
  const pairs = (left: number, right: number) => {
    if (balance.get(keys.before[left] ?? -1) !== 0 || !mayPlace(left, right)) return false;
    pairing.pair(left, right);
    return true;
  };
  const length = Math.min(before.end - before.start, after.end - after.start);
  let head = 0;
  while (head < length && pairs(before.start + head, after.start + head)) head += 1;
  let tail = 1;
  while (tail <= length - head && pairs(before.end - tail, after.end - tail)) tail += 1;
}
