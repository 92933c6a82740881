import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
} from 'lexical';
import type { PatternMatch } from '../../core/search/find-pattern.ts';
import { pointInRun, type TextRun } from './text-runs.ts';

/** A place in the text of a note, as it was looked through: which run, and UTF-16 units from its beginning. */
export interface PointInRuns {
  readonly index: number;
  readonly offset: number;
}

/** Where in the runs the selection begins or ends; their beginning when nothing is selected. */
export function $pointOfSelection(runs: readonly TextRun[], end: boolean): PointInRuns {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return { index: 0, offset: 0 };
  const isAnchor = selection.isBackward() === end;
  const { key, offset } = isAnchor ? selection.anchor : selection.focus;
  const node = $getNodeByKey(key);
  const text = $isElementNode(node) ? node.getDescendantByIndex(offset) : node;
  for (const [index, run] of runs.entries()) {
    const piece = run.pieces.find((each) => each.key === text?.getKey());
    if (piece !== undefined) return { index, offset: piece.start + (text === node ? offset : 0) };
  }
  return { index: 0, offset: 0 };
}

/** Selects a match of these runs, which are to be those of the note as it is. */
export function $selectMatch(runs: readonly TextRun[], match: PatternMatch): void {
  const run = runs[match.index];
  const from = run && pointInRun(run, match.start, 'start');
  const to = run && pointInRun(run, match.end, 'end');
  if (!from || !to || !$isTextNode($getNodeByKey(from.key)) || !$isTextNode($getNodeByKey(to.key))) return;
  const selection = $createRangeSelection();
  selection.anchor.set(from.key, from.offset, 'text');
  selection.focus.set(to.key, to.offset, 'text');
  $setSelection(selection);
}
