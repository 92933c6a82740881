/**
 * Finds runs of paragraphs that read the same but for where their paragraphs begin: what becomes of a text whose lines
 * were broken otherwise.
 */
import type { FoldedText } from './fold-typography.ts';
import { leastContext } from './match-quote.ts';
import { indexesOf, stretchesBetween, type Pairing, type Run, type Stretch } from './pairing.ts';

/** Where the text of a paragraph went, in units of the texts without white space. */
export interface Rewrapped {
  /** The paragraphs of the newer edition that hold it, in reading order. */
  readonly after: readonly number[];
  /** What stands before it in the first of them. */
  readonly offset: number;
}

/** Folded text without white space; its origins lead to the text itself. */
export function withoutSpaces({ folded, origins }: FoldedText): FoldedText {
  const units = Array.from({ length: folded.length }, (_, unit) => unit).filter(
    (unit) => !/\s/u.test(folded.charAt(unit)),
  );
  return {
    folded: folded.replaceAll(/\s/gu, ''),
    origins: {
      starts: Int32Array.from(units, (unit) => origins?.starts[unit] ?? unit),
      ends: Int32Array.from(units, (unit) => origins?.ends[unit] ?? unit + 1),
    },
  };
}

/** A beginning that more paragraphs have tells nothing, and trying them all would take long. */
const mostStarts = 16;

type TextAt = (index: number) => string;

/** @param before The texts without typography. Returns what was rewrapped, by index in the older edition, and settles it. */
export function pairRewrapped(pairing: Pairing, before: TextAt, after: TextAt): Map<number, Rewrapped> {
  const found = new Map<number, Rewrapped>();
  const texts = { before: squeezing(before), after: squeezing(after) };
  for (const stretch of stretchesBetween(pairing)) {
    for (const block of blocksOf(pairing, stretch, texts.before, texts.after)) {
      for (const [index, rewrapped] of placesIn(block, texts.before.squeezed, texts.after.squeezed))
        found.set(index, rewrapped);
      pairing.pairRuns(block);
    }
  }
  return found;
}

interface Texts {
  readonly folded: TextAt;
  /** Without white space. */
  readonly squeezed: TextAt;
}

function squeezing(folded: TextAt): Texts {
  const known = new Map<number, string>();
  return {
    folded,
    squeezed(index) {
      const text = known.get(index) ?? folded(index).replaceAll(/\s/gu, '');
      known.set(index, text);
      return text;
    },
  };
}

function blocksOf(pairing: Pairing, stretch: Stretch, before: Texts, after: Texts): Stretch[] {
  const beginnings = new Map<string, number[]>();
  for (const index of indexesOf(stretch.after).filter(pairing.isFreeAfter)) {
    const key = after.squeezed(index).slice(0, leastContext);
    const known = beginnings.get(key);
    if (known === undefined) beginnings.set(key, [index]);
    else known.push(index);
  }
  const blocks: Stretch[] = [];
  let next = stretch.after.start; // what follows the last run that reads the same
  const isFree = {
    before: (index: number) => index < stretch.before.end && pairing.isFreeBefore(index),
    after: (index: number) => index < stretch.after.end && pairing.isFreeAfter(index),
  };
  for (let left = stretch.before.start; left < stretch.before.end; left += 1) {
    if (!isFree.before(left)) continue;
    // A beginning that is shorter than the key is looked for only where the text before it was just found.
    const known = beginnings.get(before.squeezed(left).slice(0, leastContext)) ?? [];
    const starts = new Set([...(known.length > mostStarts ? [] : known), next]);
    const matching = Array.from(starts).flatMap((right) => {
      const block = blockAt(left, right, isFree, before, after);
      return block === null ? [] : [block];
    });
    const [only, second] = matching; // several: a copy was made, and which of them is the copy can't be told
    if (only === undefined || second !== undefined || only.after.start < next) continue;
    left = only.before.end - 1;
    next = only.after.end;
    if (isOneToOne(only)) continue; // a repeated text, which is paired by its place
    blocks.push(only);
  }
  return blocks;
}

const isOneToOne = ({ before, after }: Stretch) =>
  before.end - before.start === 1 && after.end - after.start === 1;

/** The shortest block that begins here. */
function blockAt(
  left: number,
  right: number,
  isFree: { readonly before: (index: number) => boolean; readonly after: (index: number) => boolean },
  before: Texts,
  after: Texts,
): Stretch | null {
  let [older, newer] = ['', ''];
  let [leftEnd, rightEnd] = [left, right];
  do {
    if (older.length <= newer.length) {
      if (!isFree.before(leftEnd)) return null;
      older += before.squeezed(leftEnd);
      leftEnd += 1;
    } else {
      if (!isFree.after(rightEnd)) return null;
      newer += after.squeezed(rightEnd);
      rightEnd += 1;
    }
    if (!older.startsWith(newer) && !newer.startsWith(older)) return null;
  } while (older.length !== newer.length);
  const block = { before: { start: left, end: leftEnd }, after: { start: right, end: rightEnd } };
  const joined = (texts: TextAt, run: Run) =>
    indexesOf(run)
      .map((index) => texts(index).trim())
      .join('\n');
  return differInBreaksOnly(joined(before.folded, block.before), joined(after.folded, block.after))
    ? block
    : null;
}

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u303f\uff01-\uff65]$/u;

/** A break of one text is a space or a break in the other, or nothing in scripts without spaces: "not able" is not "notable". */
function differInBreaksOnly(older: string, newer: string): boolean {
  let [left, right] = [0, 0];
  while (left < older.length || right < newer.length) {
    const [one, other] = [older.charAt(left), newer.charAt(right)];
    const isBreak = one === '\n' || other === '\n';
    if (one === other || (isBreak && /^\s\s$/u.test(one + other))) {
      left += 1;
      right += 1;
    } else if (isBreak && unspaced.test(older.charAt(left - 1))) {
      if (one === '\n') left += 1;
      else right += 1;
    } else return false;
  }
  return true;
}

function placesIn({ before, after }: Stretch, beforeAt: TextAt, afterAt: TextAt): [number, Rewrapped][] {
  const holders = indexesOf(after);
  let start = 0; // of the paragraph in the text of the block
  return indexesOf(before).map((index): [number, Rewrapped] => {
    const end = start + beforeAt(index).length;
    let at = 0;
    let offset = 0;
    const touched = holders.filter((holder) => {
      const holderStart = at;
      at += afterAt(holder).length;
      if (holderStart >= end || at <= start) return false;
      if (holderStart <= start) offset = start - holderStart;
      return true;
    });
    start = end;
    return [index, { after: touched, offset }];
  });
}
