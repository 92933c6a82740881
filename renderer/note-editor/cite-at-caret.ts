/** `[[` typed in the text, with what was typed after it: what is looked for to be cited. */
import { $isCodeNode } from '@lexical/code-core';
import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
} from 'lexical';
import { $insertCitation } from './insert-citation.ts';
import type { CitationTargets } from './parse-citation-targets.ts';
import { $removeTyped } from './remove-typed.ts';
import type { TypedAtCaret } from './use-typed-at-caret.ts';

/** Longer is not a query any more, but text that happens to stand behind two brackets. */
const citePattern = /\[\[([^[\]\n]{0,80})$/u;

/** `null` where there is none, and in code. Call inside a read. */
export function $citeAtCaret(): TypedAtCaret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node) || node.hasFormat('code') || $findMatchingParent(node, $isCodeNode) !== null)
    return null;
  const match = citePattern.exec(node.getTextContent().slice(0, anchor.offset));
  return match === null
    ? null
    : { node: node.getKey(), start: match.index, end: anchor.offset, query: match[1] ?? '' };
}

/** The brackets and what stands in them become a citation; `false` when they are gone. One step to take back. */
export function citeTyped(editor: LexicalEditor, typed: TypedAtCaret, targets: CitationTargets): boolean {
  let isDone = false;
  editor.update(
    () => {
      isDone = $removeTyped(typed) && $insertCitation(targets);
    },
    { discrete: true, tag: 'history-push' },
  );
  return isDone;
}

/** Leaves the brackets alone, so that something else can be looked for. */
export function clearQuery(editor: LexicalEditor, typed: TypedAtCaret): void {
  editor.update(
    () => {
      const node = $getNodeByKey(typed.node);
      if (!$isTextNode(node)) return;
      const start = typed.start + '[['.length;
      node.spliceText(start, typed.end - start, '', true);
    },
    { discrete: true, tag: 'history-merge' },
  );
}
