import { buildEditorFromExtensions } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import { HistoryExtension } from '@lexical/history';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createQuoteNode } from '@lexical/rich-text';
import { $createTableCellNode, $createTableNode, $createTableRowNode } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isTextNode,
  configExtension,
  DELETE_WORD_COMMAND,
  defineExtension,
  IS_BOLD,
  IS_UNDERLINE,
  type LexicalNode,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { registerDeleteBesideCitation } from '../../../renderer/note-editor/delete-beside-citation.ts';
import { type HistoryStep, registerHistorySteps } from '../../../renderer/note-editor/history-steps.ts';
import { NoteNodesExtension } from '../../../renderer/note-editor/note-nodes-extension.ts';
import { runEditorAction } from '../../../renderer/note-editor/run-editor-action.ts';
import { createNoteEditor, readBlocks, showBlocks } from './round-trip.ts';
import { cite, paragraph, text } from './tree-samples.ts';

describe('what a note cannot hold becomes what it can', () => {
  const pasted: [string, () => LexicalNode, unknown][] = [
    [
      'underline and colour go, bold stays',
      () =>
        $createParagraphNode().append(
          $createTextNode('a')
            .setFormat(IS_BOLD | IS_UNDERLINE)
            .setStyle('color: red'),
        ),
      [paragraph({ type: 'strong', children: [text('a')] })],
    ],
    [
      'a quotation of bare text holds a paragraph',
      () => $createQuoteNode().append($createTextNode('a')),
      [{ type: 'blockquote', children: [paragraph(text('a'))] }],
    ],
    [
      'a list of tasks is a list with tasks in it',
      () => $createListNode('check').append($createListItemNode(true).append($createTextNode('a'))),
      [
        {
          type: 'list',
          ordered: false,
          start: null,
          spread: false,
          children: [{ type: 'listItem', spread: false, checked: true, children: [paragraph(text('a'))] }],
        },
      ],
    ],
    [
      'blocks in a cell are one line',
      () =>
        $createTableNode().append(
          $createTableRowNode().append(
            $createTableCellNode().append(
              $createParagraphNode().append(
                $createTextNode('a'),
                $createLineBreakNode(),
                $createTextNode('b'),
              ),
              $createListNode('bullet').append(
                $createListItemNode().append($createTextNode('c')),
                $createListItemNode().append($createTextNode('d')),
              ),
            ),
          ),
        ),
      [
        {
          type: 'table',
          align: [null],
          children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [text('a b c d')] }] }],
        },
      ],
    ],
  ];

  it.each(pasted)('%s', (_, $make, expected) => {
    const editor = createNoteEditor();
    editor.update(
      () => {
        $getRoot().clear().append($make());
      },
      { discrete: true },
    );
    expect(readBlocks(editor)).toEqual(expected);
  });
});

describe('actions', () => {
  it.each([
    ['comment', { ...paragraph(text('a')), data: { comment: true } }],
    ['heading-2', { type: 'heading', depth: 2, children: [text('a')] }],
    ['quotation', { type: 'blockquote', children: [paragraph(text('a'))] }],
    ['bold', paragraph({ type: 'strong', children: [text('a')] })],
  ] as const)('%s goes on and off again', (name, expected) => {
    const editor = createNoteEditor();
    showBlocks(editor, [paragraph(text('a'))]);
    editor.update(
      () => {
        $getRoot().getFirstDescendant()?.getParentOrThrow().select(0, 1);
      },
      { discrete: true },
    );
    runEditorAction(editor, name);
    editor.update(() => undefined, { discrete: true });
    expect(readBlocks(editor)).toEqual([expected]);
    runEditorAction(editor, name === 'heading-2' ? 'paragraph' : name);
    editor.update(() => undefined, { discrete: true });
    expect(readBlocks(editor)).toEqual([paragraph(text('a'))]);
  });

  it('writes a space that no line ends at', () => {
    const editor = createNoteEditor();
    showBlocks(editor, [paragraph(text('EUR5'))]);
    editor.update(
      () => {
        $getRoot().getAllTextNodes()[0]?.select(3, 3);
      },
      { discrete: true },
    );
    runEditorAction(editor, 'non-breaking-space');
    editor.update(() => undefined, { discrete: true });
    expect(readBlocks(editor)).toEqual([paragraph(text('EUR\u00a05'))]);
  });

  it('takes one item out of a list and leaves the others in it', () => {
    const editor = createNoteEditor();
    showBlocks(editor, [paragraph(text('a')), paragraph(text('b'))]);
    const act = (name: 'bullet-list') => {
      runEditorAction(editor, name);
      editor.update(() => undefined, { discrete: true });
    };
    editor.update(
      () => {
        const [first, last] = [$getRoot().getFirstDescendant(), $getRoot().getLastDescendant()];
        if (!$isTextNode(first) || !$isTextNode(last)) throw new Error('there is no text');
        first.select(0, 0).focus.set(last.getKey(), 1, 'text');
      },
      { discrete: true },
    );
    act('bullet-list');
    expect(readBlocks(editor).map((block) => block.type)).toEqual(['list']);
    editor.update(
      () => {
        $getRoot().selectEnd();
      },
      { discrete: true },
    );
    act('bullet-list');
    expect(readBlocks(editor).map((block) => block.type)).toEqual(['list', 'paragraph']);
  });
});

describe('deleting a word beside a citation', () => {
  it.each([
    ['backwards from behind the chip', true, 2, [text('a b')]],
    ['forwards from before the chip', false, 1, [text('a b')]],
  ] as const)('takes the chip only, %s', (_, isBackward, offset, left) => {
    const editor = createNoteEditor();
    const stop = registerDeleteBesideCitation(editor);
    showBlocks(editor, [paragraph(text('a '), cite('A', 1), text('b'))]);
    editor.update(
      () => {
        $getRoot().getFirstDescendant()?.getParentOrThrow().select(offset, offset);
        editor.dispatchCommand(DELETE_WORD_COMMAND, isBackward);
      },
      { discrete: true },
    );
    expect(readBlocks(editor)).toEqual([paragraph(...left)]);
    stop();
  });
});

describe('steps of history', () => {
  it('are reported once each, and take back and do again', () => {
    const editor = buildEditorFromExtensions(
      defineExtension({
        name: 'test/history',
        dependencies: [
          HeadlessExtension,
          NoteNodesExtension,
          configExtension(HistoryExtension, { disabled: false }),
        ],
      }),
    );
    const steps: HistoryStep[] = [];
    const stop = registerHistorySteps(editor, (step) => {
      steps.push(step);
    });
    showBlocks(editor, [paragraph(text('a'))]);
    const write = (value: string) => {
      editor.update(
        () => {
          $getRoot().selectEnd().insertText(value);
        },
        { discrete: true, tag: 'history-push' },
      );
    };
    write('b');
    write('c');
    expect(steps).toHaveLength(2);
    steps[1]?.undo();
    expect(readBlocks(editor)).toEqual([paragraph(text('ab'))]);
    steps[0]?.undo();
    expect(readBlocks(editor)).toEqual([paragraph(text('a'))]);
    steps[0]?.redo();
    steps[1]?.redo();
    expect(readBlocks(editor)).toEqual([paragraph(text('abc'))]);
    expect(steps).toHaveLength(2);
    stop();
  });
});
