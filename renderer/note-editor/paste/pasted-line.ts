/** The text of a line that was pasted, made clean. */
import type { InlineRun } from '../inline-runs.ts';
import { areWraps } from './line-wraps.ts';

/** Signs that a non-breaking space belongs beside: figures, units, and the high punctuation of French. */
const bound = /[\d¶§%€£$«»:;!?–]/u;

/** Invisible signs that only help a page to break its lines. */
const breakingSigns = /[\u200B\u2060\uFEFF\u00AD]/gu;

/** One space for each stretch of white space; a single non-breaking space stays where it binds a figure or a sign. */
export function tidySpaces(text: string): string {
  return text.replace(breakingSigns, '').replace(/\s+/gu, (space, at: number, whole: string) => {
    if (space !== '\u00A0' && space !== '\u202F') return ' ';
    const binds = bound.test(whole[at - 1] ?? '') || bound.test(whole[at + 1] ?? '');
    return binds ? space : ' ';
  });
}

/** The runs of one block, parted into its paragraphs where two breaks follow each other, with single spaces throughout. */
export function paragraphsOfRuns(runs: readonly InlineRun[]): InlineRun[][] {
  return paragraphsOfLines(linesOf(runs)).map((lines) => {
    const separator: InlineRun = areWraps(lines.map(textOfRuns))
      ? { kind: 'text', value: ' ', formats: 0 }
      : { kind: 'break' };
    return withSingleSpaces(lines.flatMap((line, index) => (index === 0 ? line : [separator, ...line])));
  });
}

function linesOf(runs: readonly InlineRun[]): InlineRun[][] {
  const lines: InlineRun[][] = [[]];
  for (const run of runs) {
    if (run.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

/** An empty line parts two paragraphs. */
function paragraphsOfLines(lines: readonly InlineRun[][]): InlineRun[][][] {
  const paragraphs: InlineRun[][][] = [[]];
  for (const line of lines) {
    if (isBlank(line)) paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function isBlank(runs: readonly InlineRun[]): boolean {
  return runs.every((run) => {
    if (run.kind === 'text') return run.value.trim() === '';
    return run.kind === 'break' || (run.kind === 'link' && isBlank(run.runs));
  });
}

function textOfRuns(runs: readonly InlineRun[]): string {
  const text = runs.map((run) => {
    if (run.kind === 'text') return run.value;
    return run.kind === 'link' ? textOfRuns(run.runs) : ' ';
  });
  return tidySpaces(text.join('')).trim();
}

function withSingleSpaces(runs: readonly InlineRun[]): InlineRun[] {
  let afterSpace = true;
  const tidy = (run: InlineRun): InlineRun => {
    if (run.kind === 'link') return { ...run, runs: run.runs.map(tidy) };
    if (run.kind !== 'text') {
      afterSpace = run.kind === 'break';
      return run;
    }
    const spaced = tidySpaces(run.value);
    const value = afterSpace ? spaced.replace(/^ /, '') : spaced;
    if (value !== '') afterSpace = value.endsWith(' ');
    return { ...run, value };
  };
  return runs.map(tidy);
}
