import { $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode, type NodeKey } from 'lexical';
import { type PatternMatch, replacementFor } from '../../core/search/find-pattern.ts';
import type { TextRun } from './text-runs.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What is put in the place of a match stands where its first letter did, and looks as that did. */
function editsOfNodes(
  runs: readonly TextRun[],
  matches: readonly PatternMatch[],
  template: string,
): Map<NodeKey, Edit[]> {
  const edits = new Map<NodeKey, Edit[]>();
  for (const match of matches) {
    let words = replacementFor(template, match);
    for (const { key, start, length } of runs[match.index]?.pieces ?? []) {
      const from = Math.max(match.start, start);
      const to = Math.min(match.end, start + length);
      if (from >= to) continue;
      const edit = { start: from - start, end: to - start, words };
      const known = edits.get(key);
      if (known === undefined) edits.set(key, [edit]);
      else known.push(edit);
      words = '';
    }
  }
  return edits;
}

function edited(text: string, edits: readonly Edit[]): string {
  let from = 0;
  let all = '';
  for (const { start, end, words } of edits) {
    all += text.slice(from, start) + words;
    from = end;
  }
  return all + text.slice(from);
}

/** The caret stays within its text when that becomes shorter. */
function $holdSelection(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    const node = point.getNode();
    if (!$isTextNode(node)) continue;
    const size = node.getTextContentSize();
    if (point.offset > size) point.set(point.key, size, 'text');
  }
}

/**
 * Puts words in the place of matches of these runs, which are to be those of the note as it is. Only text is changed:
 * what stands between runs stays.
 */
export function $replaceInRuns(
  runs: readonly TextRun[],
  matches: readonly PatternMatch[],
  template: string,
): void {
  for (const [key, edits] of editsOfNodes(runs, matches, template)) {
    const node = $getNodeByKey(key);
    if (!$isTextNode(node)) continue;
    const text = edited(node.getTextContent(), edits);
    if (text === '') node.remove();
    else node.setTextContent(text);
  }
  $holdSelection();
}
