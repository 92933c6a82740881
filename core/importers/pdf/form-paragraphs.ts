/** Rows of a block → paragraphs, by the distance of lines, their indents, and the size and weight of the type. */
import { startsItem } from '../text/line-kinds.ts';
import { mostCommon, type Piece, type Type } from './form-lines.ts';
import { directed, type Block, type Row } from './reading-order.ts';
import { tableRowsOf } from './table-rows.ts';

export interface Line {
  readonly pieces: Row;
  readonly text: string;
  /** In the direction in which the line runs: see `directed`. */
  readonly start: number;
  readonly end: number;
  readonly base: number;
  readonly size: number;
  readonly bold: boolean;
}

/** Lines that make one paragraph; of a table, one row of it. */
export interface LineGroup {
  readonly lines: readonly [Line, ...Line[]];
  readonly isTableRow: boolean;
  /** Ends where its column does, with a line that is full: what it says may go on in the next column. */
  readonly reachesEnd: boolean;
  /** Begins at the edge of its column, with neither indent nor list mark: may go on with what the last column said. */
  readonly startsFlush: boolean;
}

/** In sizes of the type. */
const indentWidth = 0.7;
const sameEdge = 0.35;
/** A line this much farther from the last one than lines usually are begins a paragraph. */
const looseLeading = 1.25;
const otherSize = 0.07;

const sentenceEnd = /[.!?:;…。！？؟][)\]"'”’»\p{No}]*$/u;

export function formParagraphs(block: Block): LineGroup[] {
  const tableRows = tableRowsOf(block.rows, block.rightToLeft);
  const lines = block.rows.flatMap((row) => {
    const cells = tableRows.get(row);
    return cells === null
      ? []
      : [{ line: lineOf(cells ?? row, block.rightToLeft), isTableRow: cells !== undefined }];
  });
  const usual = usualLeading(lines.map(({ line }) => line));
  const groups: { lines: [Line, ...Line[]]; isTableRow: boolean }[] = [];
  for (const { line, isTableRow } of lines) {
    const group = groups.at(-1);
    const isAlone = group === undefined || isTableRow || group.isTableRow;
    if (isAlone || begins(line, group.lines, block, usual)) {
      groups.push({ lines: [line], isTableRow });
    } else group.lines.push(line);
  }
  return groups.map((group, index) => describeGroup(group, index === groups.length - 1, block));
}

function describeGroup(
  group: Pick<LineGroup, 'lines' | 'isTableRow'>,
  isLast: boolean,
  block: Block,
): LineGroup {
  const [first] = group.lines;
  const last = group.lines.at(-1) ?? first;
  return {
    ...group,
    reachesEnd: isLast && !group.isTableRow && !isShort(last, undefined, block),
    startsFlush:
      !group.isTableRow && !startsItem(first.text) && first.start - block.start < first.size * indentWidth,
  };
}

function lineOf(pieces: Row, rightToLeft: boolean): Line {
  const letters = pieces.map(({ text }) => text.length);
  return {
    pieces,
    text: pieces.map(({ text }) => text).join(' '),
    ...directed(
      Math.min(...pieces.map(({ left }) => left)),
      Math.max(...pieces.map(({ right }) => right)),
      rightToLeft,
    ),
    base: pieces[0].base,
    size:
      mostCommon(
        pieces.map(({ size }) => size),
        (index) => letters[index] ?? 0,
      ) ?? pieces[0].size,
    bold: pieces.every(({ bold }) => bold),
  };
}

/** The distance of lines within paragraphs: the most common one that is not wider than any paragraph's would be. */
function usualLeading(lines: readonly Line[]): number {
  const steps = lines.slice(1).flatMap((line, index) => {
    const step = line.base - (lines[index]?.base ?? 0);
    return step > 0 && step < line.size * 2.2 ? [Math.round(step * 2) / 2] : [];
  });
  return mostCommon(steps) ?? 0;
}

function begins(line: Line, group: readonly [Line, ...Line[]], block: Block, usual: number): boolean {
  const [first] = group;
  const before = group.at(-1) ?? first;
  // Within a paragraph, other type may fill a whole line, but hardly ever begins just where that line does.
  const [ends, starts] = [before.pieces.at(-1)?.ends ?? before, line.pieces[0].starts];
  if (isOtherType(before, line) && isOtherType(ends, starts)) return true;
  const step = line.base - before.base;
  if (step <= 0 || step > Math.max(usual, line.size * 1.05) * looseLeading) return true;
  if (startsItem(line.text) && (startsItem(first.text) || sentenceEnd.test(before.text))) return true;
  if (isNextNote(line.text, first.text)) return true;
  const edge = line.size * sameEdge;
  const isCentred = Math.abs(before.start + before.end - first.start - first.end) < edge * 2;
  const hangs = before.start - first.start > edge && !isCentred;
  if (hangs && line.start - first.start < edge) return true; // back at the edge that the lines hang from
  const ended = sentenceEnd.test(before.text);
  if (startsItem(first.text)) return line.start < first.start - edge;
  const isIndented = line.start - before.start > line.size * indentWidth;
  return ended && ((isIndented && !hangs) || isShort(before, line, block));
}

function isOtherType(one: Type, other: Type): boolean {
  return Math.abs(one.size - other.size) > one.size * otherSize || one.bold !== other.bold;
}

/** Notes are numbered one by one: `7 See there.`, `8 Not yet.` */
function isNextNote(text: string, before: string): boolean {
  const number = (of: string) => Number(/^(\d{1,3})\s+\p{Lu}/u.exec(of.normalize('NFKC'))?.[1] ?? Number.NaN);
  return number(text) === number(before) + 1;
}

/** The first word of the next line would have fitted. */
function isShort(line: Line, next: Line | undefined, block: Block): boolean {
  const word =
    next === undefined ? 0 : (/^\S+/u.exec(next.text)?.[0].length ?? 0) / Math.max(1, next.text.length);
  const needed =
    next === undefined ? (block.end - block.start) * 0.12 : word * (next.end - next.start) + line.size * 0.4;
  return block.end - line.end > needed;
}

/** All that a line says about being the end of a sentence. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

/** Pieces on their own, such as those that were set aside. */
export function linesOfPieces(pieces: readonly Piece[]): Line[] {
  return pieces.map((piece) => lineOf([piece], false));
}
