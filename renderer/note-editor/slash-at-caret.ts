/** A slash typed in the text, with what was typed after it. */
import { $isCodeNode } from '@lexical/code-core';
import { $findTableNode } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
} from 'lexical';
import type { EditorAction, EditorActionName } from '../../core/editor-actions.ts';
import { slashActionsFor, slashQuery } from '../../core/slash-actions.ts';
import { $removeTyped } from './remove-typed.ts';
import { blockActions, runEditorAction } from './run-editor-action.ts';
import type { TypedAtCaret } from './use-typed-at-caret.ts';

export interface SlashAtCaret extends TypedAtCaret {
  readonly actions: readonly (EditorAction & { readonly name: EditorActionName })[];
}

/** `null` where there is none, or where nothing is called what was typed. Call inside a read. */
export function $slashAtCaret(): SlashAtCaret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node) || node.hasFormat('code') || $findMatchingParent(node, $isCodeNode) !== null)
    return null;
  const before = node.getTextContent().slice(0, anchor.offset);
  const query = slashQuery(before);
  const start = anchor.offset - (query?.length ?? 0) - 1;
  // What stands before this run of text (bold words, a chip) belongs to the same line.
  if (query === null || (start === 0 && node.getPreviousSibling() !== null)) return null;
  const inCell = $findTableNode(node) !== null;
  const actions = slashActionsFor(query).filter(
    ({ name, menu }) => !inCell || (menu !== 'format' && !blockActions.includes(name)),
  );
  return actions.length === 0 ? null : { node: node.getKey(), start, end: anchor.offset, query, actions };
}

/** The slash and its words go, and what was chosen is done: one step to take back. */
export function runSlashAction(editor: LexicalEditor, slash: SlashAtCaret, name: EditorActionName): void {
  editor.update(
    () => {
      $removeTyped(slash);
    },
    { discrete: true, tag: 'history-merge' },
  );
  runEditorAction(editor, name);
}
