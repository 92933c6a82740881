import type { Forms } from '../../dossier/forms.ts';
import { citationsOf } from '../citations-of.ts';
import type { Citation, NoteTree } from '../note-tree.ts';
import { diffHeader, type HeaderChange } from './diff-header.ts';
import { diffLine, type Change, type TextRun } from './diff-line.ts';
import { figureChanges, type FigureChange } from './figure-changes.ts';
import { citationKey, createLineCutter, type Token } from './line-tokens.ts';
import { matchSequences, type Match } from './match-sequences.ts';
import { noteLines, type DescribeCitation, type LineKind, type NoteLine } from './note-lines.ts';
import { pairSimilar } from './pair-similar.ts';
import { numberTexts } from './word-numbers.ts';

export interface LineDifference {
  readonly change: Change | 'changed';
  readonly kind: LineKind;
  /** The words are the same, but not how they are set: bold, level, list, marking. */
  readonly setAnew: boolean;
  readonly runs: readonly TextRun[];
}

export interface NoteDifference {
  readonly header: readonly HeaderChange[];
  readonly lines: readonly LineDifference[];
  readonly wordsInserted: number;
  readonly wordsDeleted: number;
  /** As they read, once for each time. */
  readonly citationsAdded: readonly string[];
  readonly citationsDropped: readonly string[];
  readonly figures: readonly FigureChange[];
}

/** Equal for lines with the same words and citations. */
const lineKey = (line: NoteLine) =>
  line.pieces
    .map(({ text, citation }) => (citation === null ? `t${text}` : citationKey(citation)))
    .join('\u0001');

type Cut = (line: NoteLine) => readonly Token[];

const wholeLine = (line: NoteLine, change: Change, cut: Cut): LineDifference => ({
  change,
  kind: line.kind,
  setAnew: false,
  runs: [{ change, tokens: cut(line) }],
});

/** The words of each line as sorted numbers. */
function bagsOfWords(lines: readonly NoteLine[], cut: Cut, number: (text: string) => number): Int32Array[] {
  return lines.map((line) => {
    const tokens = cut(line);
    const words = new Int32Array(tokens.length);
    let count = 0;
    for (const { kind, text } of tokens) if (kind === 'word') words[count++] = number(text);
    return words.subarray(0, count).toSorted();
  });
}

/** A stretch of lines without a line in common. */
function diffStretch(before: readonly NoteLine[], after: readonly NoteLine[], cut: Cut): LineDifference[] {
  const number = numberTexts();
  const pairs = pairSimilar(bagsOfWords(before, cut, number), bagsOfWords(after, cut, number));
  const found: LineDifference[] = [];
  let left = 0;
  let right = 0;
  const end: Match = [before.length, after.length];
  for (const [pairLeft, pairRight] of [...pairs, end]) {
    for (const line of before.slice(left, pairLeft)) found.push(wholeLine(line, 'deleted', cut));
    for (const line of after.slice(right, pairRight)) found.push(wholeLine(line, 'inserted', cut));
    const old = before[pairLeft];
    const present = after[pairRight];
    if (old !== undefined && present !== undefined) {
      found.push({
        change: 'changed',
        kind: present.kind,
        setAnew: false,
        runs: diffLine(cut(old), cut(present)),
      });
    }
    left = pairLeft + 1;
    right = pairRight + 1;
  }
  return found;
}

function diffLines(before: readonly NoteLine[], after: readonly NoteLine[]): LineDifference[] {
  const cut = createLineCutter();
  const number = numberTexts();
  const numbers = (lines: readonly NoteLine[]) => lines.map((line) => number(lineKey(line)));
  const found: LineDifference[] = [];
  let left = 0;
  let right = 0;
  const end: Match = [before.length, after.length];
  for (const [matchLeft, matchRight] of [...matchSequences(numbers(before), numbers(after)), end]) {
    if (left < matchLeft || right < matchRight) {
      found.push(...diffStretch(before.slice(left, matchLeft), after.slice(right, matchRight), cut));
    }
    const old = before[matchLeft];
    const present = after[matchRight];
    if (old !== undefined && present !== undefined) {
      found.push({ ...wholeLine(present, 'kept', cut), setAnew: old.form !== present.form });
    }
    left = matchLeft + 1;
    right = matchRight + 1;
  }
  return found;
}

/** Citations of the second note that the first has not, or has less often. */
function citationsBeyond(before: NoteTree, after: NoteTree): Citation[] {
  const counts = new Map<string, number>();
  for (const citation of citationsOf(before)) {
    const key = citationKey(citation);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return citationsOf(after).filter((citation) => {
    const key = citationKey(citation);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

function countWords(lines: readonly LineDifference[], change: Change): number {
  return lines
    .flatMap(({ runs }) => runs)
    .filter((run) => run.change === change)
    .reduce((sum, { tokens }) => sum + tokens.filter(({ kind }) => kind === 'word').length, 0);
}

/**
 * How a note came to read as it does: which lines and words were put in and taken out, and what that did to its
 * citations, figures and header. `describe` says how a citation of either note reads.
 * A line that went to another place is deleted at the old one and inserted at the new.
 */
export function diffNotes(
  before: NoteTree,
  after: NoteTree,
  describe: DescribeCitation,
  forms: Forms,
): NoteDifference {
  const lines = diffLines(noteLines(before, describe), noteLines(after, describe));
  return {
    header: diffHeader(before.children[0], after.children[0], forms),
    lines,
    wordsInserted: countWords(lines, 'inserted'),
    wordsDeleted: countWords(lines, 'deleted'),
    citationsAdded: citationsBeyond(before, after).map(describe),
    citationsDropped: citationsBeyond(after, before).map(describe),
    figures: figureChanges(lines),
  };
}
