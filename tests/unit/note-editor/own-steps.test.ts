// @vitest-environment happy-dom
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import type { EditorActionName } from '../../../core/editor-actions.ts';
import type { HistoryStep } from '../../../renderer/note-editor/history-steps.ts';
import { $insertCitation } from '../../../renderer/note-editor/insert-citation.ts';
import { runEditorAction } from '../../../renderer/note-editor/run-editor-action.ts';
import { readBlocks } from './round-trip.ts';
import { cite, paragraph, target, text } from './tree-samples.ts';
import { createWholeEditor } from './whole-editor.ts';

function type(editor: LexicalEditor, words: string): void {
  for (const letter of words) {
    editor.update(
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(letter);
      },
      { discrete: true },
    );
  }
}

const act = (name: EditorActionName) => (editor: LexicalEditor) => {
  runEditorAction(editor, name);
  editor.update(() => undefined, { discrete: true });
};

const citeHere = (editor: LexicalEditor) => {
  editor.update(
    () => {
      $insertCitation([target('A', 5)]);
    },
    { discrete: true, tag: 'history-push' },
  );
};

const deleteLast = (letters: number) => (editor: LexicalEditor) => {
  editor.update(
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || selection.anchor.type !== 'text') throw new Error('no caret');
      const { anchor } = selection;
      anchor.set(anchor.key, anchor.offset - letters, 'text');
    },
    { discrete: true },
  );
  editor.update(
    () => {
      editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    },
    { discrete: true },
  );
};

describe('what is a thing of its own is taken back on its own', () => {
  it.each([
    ['a table', act('insert-table')],
    ['a dividing line', act('rule')],
    ['a heading', act('heading-2')],
    ['a quotation', act('quotation')],
    ['a list', act('bullet-list')],
    ['a comment', act('comment')],
    ['a portion mark', act('next-portion-mark')],
    ['a citation', citeHere],
    ['what was selected and deleted', deleteLast(3)],
    ['one selected letter that was deleted', deleteLast(1)],
  ])('%s, between typing, all within one moment', (_, $do) => {
    const steps: HistoryStep[] = [];
    const { editor, stop } = createWholeEditor([paragraph(text('One'))], (step) => steps.push(step));
    editor.update(
      () => {
        $getRoot().selectEnd();
      },
      { discrete: true },
    );
    const seen = [readBlocks(editor)];
    const note = () => {
      seen.push(readBlocks(editor));
      return steps.length;
    };
    type(editor, ' two ');
    const typed = note();
    $do(editor);
    const done = note();
    expect(done).toBe(typed + 1);
    type(editor, 'xy');
    note();
    expect(seen[3]).not.toEqual(seen[2]);
    for (const back of [2, 1, 0]) {
      if (back === 2) while (steps.length > done) steps.pop()?.undo();
      else if (back === 1) steps.pop()?.undo();
      else while (steps.length > 0) steps.pop()?.undo();
      expect(readBlocks(editor)).toEqual(seen[back]);
    }
    stop();
  });

  it('leaves typing that goes on one step', () => {
    const steps: HistoryStep[] = [];
    const { editor, stop } = createWholeEditor([paragraph(text('One'), cite('A', 1))], (step) =>
      steps.push(step),
    );
    editor.update(
      () => {
        $getRoot().selectEnd();
      },
      { discrete: true },
    );
    type(editor, ' and more');
    expect(steps).toHaveLength(1);
    stop();
  });
});
