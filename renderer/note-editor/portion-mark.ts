/** The marking that a paragraph or an item bears beside the note's. */
import {
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_LOW,
  createCommand,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { MarkingScheme } from '../../core/dossier/marking.ts';
import { $commentableBlocks } from './commentable-blocks.ts';
import { markingState } from './node-state.ts';

/** The next level of the scheme, then none, for what is selected. */
export const NEXT_PORTION_MARK_COMMAND = createCommand<undefined>('NEXT_PORTION_MARK_COMMAND');

/** The mark of what is selected; `null` where it bears none, or not all of it the same. */
export function $selectedPortionMark(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const marks = new Set($commentableBlocks(selection).map((block) => $getState(block, markingState)));
  return marks.size === 1 ? ([...marks][0] ?? null) : null;
}

function $markSelected(level: string | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const block of $commentableBlocks(selection)) $setState(block, markingState, level);
}

/** Gives what is selected this level, or takes its mark away: one step. */
export function setPortionMark(editor: LexicalEditor, level: string | null): void {
  editor.update(
    () => {
      $markSelected(level);
    },
    { tag: 'history-push' },
  );
}

export function registerPortionMark(editor: LexicalEditor, scheme: MarkingScheme): () => void {
  return editor.registerCommand(
    NEXT_PORTION_MARK_COMMAND,
    () => {
      const keys = scheme.levels.map(({ key }) => key);
      $markSelected(keys[keys.indexOf($selectedPortionMark() ?? '') + 1] ?? null);
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
}

/** On updates that change how the note looks and nothing of what it says. */
export const redrawTag = 'chancery-redraw';

/** Draws every mark anew: in another scheme it has other words. */
export function redrawPortionMarks(editor: LexicalEditor): void {
  const $visit = (node: LexicalNode): void => {
    if ($getState(node, markingState) !== null) node.markDirty();
    if ($isElementNode(node)) for (const child of node.getChildren()) $visit(child);
  };
  editor.update(
    () => {
      $visit($getRoot());
    },
    { tag: ['history-merge', redrawTag] },
  );
}
