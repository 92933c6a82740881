/**
 * Telling hard-wrapped text from text with one paragraph per line, and undoing the wrapping.
 *
 * A program that wraps ends a line because the next word would not have fitted. So in wrapped text nearly every line
 * inside a block is "full": with the next line's first word it would pass the width. A person ends a line for other
 * reasons, and the lengths that come of it fall everywhere. In scripts with two cases there is a second sign:
 * a line that goes on a sentence mostly starts with a small letter, a paragraph hardly ever.
 */
import { startsItem } from './line-kinds.ts';
import type { Line } from './split-lines.ts';

/** UTF-16 units. Narrower or wider than this, nobody wraps. */
const narrowest = 30;
const widest = 132;
/** A full line may fall this share of the width short: not every program wraps as tightly as it could. */
const looseness = 0.05;
/** Of the lines inside blocks, so many must be full, and so many be followed by a small letter. */
const fullShare = 0.85;
const smallLetterShare = 0.4;
/** A line that ends before this share of the width, though the next word would have fitted, was ended on purpose. */
const deliberateEnd = 0.6;

/** UTF-16 units at a line's end that are looked at for a divided word. */
const longestWord = 60;

const sentenceEnd = /[.!?:;…。！？][)\]"'”’»]*$/u;
const smallLetterStart = /^[("'“‘«[]*\p{Ll}/u;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？：；「」『』（）]/u;

interface Seam {
  readonly before: Line;
  readonly after: Line;
}

/**
 * The width that a text was wrapped at, in UTF-16 units; `null` when it was not wrapped,
 * and when it holds too few lines to tell.
 */
export function wrapWidthOf(blocks: readonly (readonly Line[])[]): number | null {
  const seams = blocks.flatMap(seamsOf).filter(({ after }) => !startsItem(after.text));
  const lengths = seams
    .filter(({ before }) => before.text.includes(' ') || cjk.test(before.text))
    .map(({ before }) => before.text.length)
    .toSorted((one, other) => one - other);
  if (lengths.length < 2) return null;
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  if (width < narrowest || width > widest) return null;

  const full = seams.filter((seam) => lengthWithNextWord(seam) > width * (1 - looseness));
  if (full.length < seams.length * fullShare) return null;
  const hasTwoCases = seams.some(({ before, after }) => /\p{Ll}/u.test(before.text + after.text));
  const goingOn = hasTwoCases
    ? seams.filter(({ after }) => smallLetterStart.test(after.text)).length >= seams.length * smallLetterShare
    : seams.filter(({ before }) => !sentenceEnd.test(before.text)).length >= seams.length / 2;
  return goingOn ? width : null;
}

/** Joins the lines of a wrapped block to paragraphs: mostly one, more where the lines say so. */
export function unwrapBlock(block: readonly Line[], width: number, words: ReadonlySet<string>): string[] {
  const paragraphs: string[][] = [];
  const startedByItem = block[0] !== undefined && startsItem(block[0].text);
  for (const [index, line] of block.entries()) {
    const before = block[index - 1];
    const pieces = paragraphs.at(-1);
    if (before === undefined || pieces === undefined) {
      paragraphs.push([line.text]);
    } else if (partsHere({ before, after: line }, width, startedByItem)) {
      paragraphs.push([line.text]);
    } else {
      const joint = jointOf(before.text, line.text, words);
      if (joint.dropsHyphen) pieces[pieces.length - 1] = pieces.at(-1)?.slice(0, -1) ?? '';
      pieces.push(joint.glue, line.text);
    }
  }
  return paragraphs.map((pieces) => pieces.join(''));
}

/** Every word of the text, in lower case, with its inner hyphens: what decides whether a hyphen at a line's end stays. */
export function wordsOf(blocks: readonly (readonly Line[])[]): Set<string> {
  const words = new Set<string>();
  for (const block of blocks) {
    for (const line of block) {
      for (const [word] of line.text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-‐][\p{L}\p{M}\p{N}]+)*/gu)) {
        words.add(word.toLowerCase());
      }
    }
  }
  return words;
}

function seamsOf(block: readonly Line[]): Seam[] {
  return block.slice(1).map((after, index) => ({ before: block[index] ?? after, after }));
}

function lengthWithNextWord({ before, after }: Seam): number {
  if (cjk.test(after.text.charAt(0))) return before.text.length + 2; // a line may end after any character
  const nextWord = /^\S+/u.exec(after.text)?.[0] ?? '';
  return before.text.length + 1 + nextWord.length;
}

function partsHere(seam: Seam, width: number, startedByItem: boolean): boolean {
  const ended = sentenceEnd.test(seam.before.text);
  if (startsItem(seam.after.text) && (startedByItem || ended)) return true;
  if (seam.after.indent > seam.before.indent && ended && !startedByItem) return true;
  return lengthWithNextWord(seam) < width * deliberateEnd;
}

/** Words that may follow a hyphen which stands for a word's missing end: "pre- and post-war". */
const afterSuspendedHyphen = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|và)(?=\s|$)/iu;

export interface Joint {
  /** The hyphen at the end of the line before only divides a word. */
  readonly dropsHyphen: boolean;
  /** What stands between the two lines when they are one. */
  readonly glue: '' | ' ';
}

/** How two lines are joined. A hyphen at a line's end goes only when the text has the word elsewhere without it, and nowhere with it. */
export function jointOf(before: string, after: string, words: ReadonlySet<string>): Joint {
  if (before.endsWith('\u00ad')) return { dropsHyphen: true, glue: '' };
  const [, head, hyphen] = /([\p{L}\p{M}\p{N}]+)([-‐])$/u.exec(before.slice(-longestWord)) ?? [];
  if (head !== undefined && hyphen !== undefined) {
    if (afterSuspendedHyphen.test(after)) return { dropsHyphen: false, glue: ' ' };
    const tail = /^[\p{L}\p{M}\p{N}]+/u.exec(after.slice(0, longestWord))?.[0] ?? '';
    const dropsHyphen =
      /^\p{Ll}/u.test(tail) &&
      words.has((head + tail).toLowerCase()) &&
      !words.has(`${head}${hyphen}${tail}`.toLowerCase());
    return { dropsHyphen, glue: '' };
  }
  if (/[^\s–—][–—]$/u.test(before.slice(-2))) return { dropsHyphen: false, glue: '' };
  const isCjk = cjk.test(before.slice(-1)) && cjk.test(after.charAt(0));
  return { dropsHyphen: false, glue: isCjk ? '' : ' ' };
}
