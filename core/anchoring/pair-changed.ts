/** Pairs paragraphs that say nearly the same. Such a pair is never enough to attach words to. */
import { createTextCutter } from '../note-tree/diff/line-tokens.ts';
import { alike, pairSimilar, similarity } from '../note-tree/diff/pair-similar.ts';
import { numberTexts } from '../note-tree/diff/word-numbers.ts';
import { indexesOf, stretchesBetween, type Pairing, type Stretch } from './pairing.ts';

/** A pair that is not more alike than another one by this much is in doubt. */
const clearLead = 0.1;
/** How many words in a row are taken for a sign of the same paragraph, when no other one has them. */
const signLength = 4;
/** Paragraphs on each side among which a rival is looked for. */
const rivalReach = 40;

interface Words {
  /** The number of each word, in reading order. */
  readonly inOrder: Int32Array;
  readonly sorted: Int32Array;
}

const none: Words = { inOrder: new Int32Array(), sorted: new Int32Array() };

/** @param before The folded texts. Returns how alike the pairs are that it made, 0.5–1, by index in the older edition. */
export function pairChanged(
  pairing: Pairing,
  before: (index: number) => string,
  after: (index: number) => string,
): Map<number, number> {
  const likeness = new Map<number, number>();
  const free = {
    before: Array.from({ length: pairing.beforeCount }, (_, index) => index).filter(pairing.isFreeBefore),
    after: Array.from({ length: pairing.afterCount }, (_, index) => index).filter(pairing.isFreeAfter),
  };
  if (free.before.length === 0 || free.after.length === 0) return likeness;
  const cut = createTextCutter();
  const number = numberTexts();
  const words = (text: string): Words => {
    const inOrder = Int32Array.from(
      cut(text).filter(({ kind }) => kind === 'word'),
      (token) => number(token.text),
    );
    return { inOrder, sorted: inOrder.toSorted() };
  };
  const beforeWords = new Map(free.before.map((index) => [index, words(before(index))]));
  const afterWords = new Map(free.after.map((index) => [index, words(after(index))]));
  const weigh = (left: number, right: number) =>
    similarity((beforeWords.get(left) ?? none).sorted, (afterWords.get(right) ?? none).sorted);
  const pair = (left: number, right: number, score: number) => {
    pairing.pair(left, right);
    likeness.set(left, score);
  };
  for (const [left, right] of pairsBySigns(beforeWords, afterWords)) {
    const score = weigh(left, right);
    if (score >= alike) pair(left, right, score);
  }
  for (const stretch of stretchesBetween(pairing)) {
    pairStretch(
      pairing,
      stretch,
      (left) => beforeWords.get(left)?.sorted,
      (right) => afterWords.get(right)?.sorted,
      pair,
    );
  }
  return likeness;
}

/** Each run of words that only one paragraph has, and which; -1 for runs that several have. */
function signsOf(words: ReadonlyMap<number, Words>): Map<string, number> {
  const signs = new Map<string, number>();
  for (const [index, { inOrder }] of words) {
    for (let start = 0; start + signLength <= inOrder.length; start += 1) {
      const sign = inOrder.subarray(start, start + signLength).join(' ');
      const known = signs.get(sign);
      if (known === undefined) signs.set(sign, index);
      else if (known !== index) signs.set(sign, -1);
    }
  }
  return signs;
}

/** Pairs whose two paragraphs each share more signs with the other than with any third, moved ones too. */
function pairsBySigns(
  before: ReadonlyMap<number, Words>,
  after: ReadonlyMap<number, Words>,
): [before: number, after: number][] {
  const votes = new Map<number, Map<number, number>>();
  const afterSigns = signsOf(after);
  for (const [sign, left] of signsOf(before)) {
    const right = left === -1 ? undefined : afterSigns.get(sign);
    if (right === undefined || right === -1) continue;
    const row = votes.get(left) ?? new Map<number, number>();
    row.set(right, (row.get(right) ?? 0) + 1);
    votes.set(left, row);
  }
  const best = new Map<number, readonly [left: number, count: number]>();
  const choices = new Map<number, number>();
  for (const [left, row] of votes) {
    const [first, second] = Array.from(row).toSorted(([, one], [, other]) => other - one);
    if (first === undefined || first[1] === second?.[1]) continue;
    const [right, count] = first;
    choices.set(left, right);
    const rival = best.get(right);
    if (rival === undefined || count > rival[1]) best.set(right, [left, count]);
    else if (count === rival[1]) best.set(right, [-1, count]);
  }
  return Array.from(choices).filter(([left, right]) => best.get(right)?.[0] === left);
}

type Bag = (index: number) => Int32Array | undefined;

function pairStretch(
  pairing: Pairing,
  stretch: Stretch,
  before: Bag,
  after: Bag,
  pair: (left: number, right: number, score: number) => void,
): void {
  const lefts = indexesOf(stretch.before).filter(pairing.isFreeBefore);
  const rights = indexesOf(stretch.after).filter(pairing.isFreeAfter);
  const bag = (words: Int32Array | undefined) => words ?? none.sorted;
  const weigh = (left: number, right: number) => similarity(bag(before(left)), bag(after(right)));
  const pairs = pairSimilar(
    lefts.map((index) => bag(before(index))),
    rights.map((index) => bag(after(index))),
  );
  const doubts: [number, number[]][] = [];
  const found: [number, number, number][] = [];
  for (const [row, column] of pairs) {
    const [left, right] = [lefts[row], rights[column]];
    if (left === undefined || right === undefined) continue;
    const score = weigh(left, right);
    const near = (all: readonly number[], at: number) =>
      all.slice(Math.max(0, at - rivalReach), at + rivalReach + 1);
    const rivals = near(rights, column).filter((other) => weigh(left, other) > score - clearLead);
    const isRivalled = near(lefts, row).some(
      (other) => other !== left && weigh(other, right) > score - clearLead,
    );
    if (rivals.length > 1 || isRivalled) doubts.push([left, rivals]);
    else found.push([left, right, score]);
  }
  for (const [left, right, score] of found) pair(left, right, score);
  for (const [left, rivals] of doubts) {
    const open = rivals.filter((right) => !pairing.older.has(right));
    if (open.length > 0) pairing.doubt(left, open);
  }
}
