// @vitest-environment happy-dom
import { $exportMimeTypeFromSelection, $insertDataTransferForRichText } from '@lexical/clipboard';
import { $getRoot, $getSelection, $isRangeSelection, type ElementNode, type LexicalEditor } from 'lexical';
import { afterEach, expect, it } from 'vitest';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { $isFootnoteReferenceNode } from '../../../renderer/note-editor/footnote-reference-node.ts';
import { runEditorAction } from '../../../renderer/note-editor/run-editor-action.ts';
import { readBlocks } from './round-trip.ts';
import { paragraph, text } from './tree-samples.ts';
import { createWholeEditor, type WholeEditor } from './whole-editor.ts';

const lexicalType = 'application/x-lexical-editor';

let whole: WholeEditor | undefined;
afterEach(() => {
  whole?.stop();
});

function open(...blocks: NoteBlock[]): WholeEditor {
  whole = createWholeEditor(blocks);
  return whole;
}

const update = (editor: LexicalEditor, change: () => void) => {
  editor.update(change, { discrete: true, tag: 'history-push' });
};

/** The caret behind so many letters of the first text with these words. */
function goTo(editor: LexicalEditor, words: string, offset: number): void {
  update(editor, () => {
    const node = $getRoot()
      .getAllTextNodes()
      .find((each) => each.getTextContent() === words);
    if (node === undefined) throw new Error(`no text says ${words}`);
    node.select(offset, offset);
  });
}

function addFootnote(editor: LexicalEditor, words: string): void {
  runEditorAction(editor, 'footnote');
  update(editor, () => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText(words);
  });
}

function deleteMark(editor: LexicalEditor, label: string): void {
  update(editor, () => {
    const marks = $getRoot()
      .getChildren()
      .flatMap((block) =>
        'getChildren' in block ? (block as ReturnType<typeof $getRoot>).getChildren() : [],
      )
      .filter($isFootnoteReferenceNode);
    marks.find((mark) => mark.getLabel() === label)?.remove();
  });
}

const mark = (label: string) => ({ type: 'footnoteReference', identifier: label, label }) as const;
const footnote = (label: string, ...children: ReturnType<typeof paragraph>[]): NoteBlock => ({
  type: 'footnoteDefinition',
  identifier: label,
  label,
  children: children as never,
});

it('puts a mark at the caret, and the caret into its footnote at the end of the note', () => {
  const { editor } = open(paragraph(text('One. Two.')), paragraph(text('End.')));
  goTo(editor, 'One. Two.', 4);
  addFootnote(editor, 'Why.');
  expect(readBlocks(editor)).toEqual([
    paragraph(text('One.'), mark('1'), text(' Two.')),
    paragraph(text('End.')),
    footnote('1', paragraph(text('Why.'))),
  ]);
});

it('numbers footnotes and orders them as the text refers to them', () => {
  const { editor } = open(paragraph(text('One. Two.')));
  goTo(editor, 'One. Two.', 9);
  addFootnote(editor, 'Second.');
  goTo(editor, 'One. Two.', 4);
  addFootnote(editor, 'First.');
  expect(readBlocks(editor)).toEqual([
    paragraph(text('One.'), mark('1'), text(' Two.'), mark('2')),
    footnote('1', paragraph(text('First.'))),
    footnote('2', paragraph(text('Second.'))),
  ]);
});

it('takes a footnote away with its last mark, numbers the others anew, and brings all back in one step', () => {
  const before = [
    paragraph(text('a'), mark('1'), text('b'), mark('2')),
    footnote('1', paragraph(text('First.'))),
    footnote('2', paragraph(text('Second.'))),
  ];
  const { editor, steps } = open(...before);
  goTo(editor, 'a', 1);
  const count = steps.length;
  deleteMark(editor, '1');
  expect(readBlocks(editor)).toEqual([
    paragraph(text('ab'), mark('1')),
    footnote('1', paragraph(text('Second.'))),
  ]);
  expect(steps).toHaveLength(count + 1);
  steps.at(-1)?.undo();
  expect(readBlocks(editor)).toEqual(before);
});

it.each<[string, NoteBlock[], string, NoteBlock[]]>([
  [
    'a footnote that another mark points at',
    [paragraph(text('a'), mark('1'), text('b'), mark('1')), footnote('1', paragraph(text('Why.')))],
    '1',
    [paragraph(text('ab'), mark('1')), footnote('1', paragraph(text('Why.')))],
  ],
  [
    'a footnote that never had a mark',
    [
      paragraph(text('a'), mark('1')),
      footnote('1', paragraph(text('x'))),
      footnote('free', paragraph(text('y'))),
    ],
    '1',
    [paragraph(text('a')), footnote('free', paragraph(text('y')))],
  ],
])('leaves %s', (_, before, label, after) => {
  const { editor } = open(...before);
  deleteMark(editor, label);
  expect(readBlocks(editor)).toEqual(after);
});

it.each<[string, NoteBlock[], string]>([
  ['a footnote', [paragraph(text('a'), mark('1')), footnote('1', paragraph(text('Why.')))], 'Why.'],
  ['code', [{ type: 'code', lang: null, meta: null, value: 'x = 1' }], 'x = 1'],
])('puts no footnote into %s', (_, blocks, words) => {
  const { editor } = open(...blocks);
  goTo(editor, words, 1);
  runEditorAction(editor, 'footnote');
  update(editor, () => undefined);
  expect(readBlocks(editor)).toEqual(blocks);
});

function paste(editor: LexicalEditor, data: string): void {
  update(editor, () => {
    const selection = $getSelection();
    if (selection === null) throw new Error('no caret');
    const transfer = new DataTransfer();
    transfer.setData(lexicalType, data);
    $insertDataTransferForRichText(transfer, selection);
  });
}

it('follows its mark through cutting and pasting', () => {
  const before = [paragraph(text('a'), mark('1')), footnote('1', paragraph(text('Why.')))];
  const { editor } = open(...before, paragraph(text('end')));
  let data = '';
  update(editor, () => {
    const block = $getRoot().getFirstChildOrThrow<ElementNode>();
    data = $exportMimeTypeFromSelection(lexicalType, block.select(0, block.getChildrenSize())) ?? '';
    block.clear();
  });
  expect(readBlocks(editor)).toEqual([paragraph(text('end'))]);
  goTo(editor, 'end', 3);
  paste(editor, data);
  expect(readBlocks(editor)).toEqual([
    paragraph(text('enda'), mark('1')),
    footnote('1', paragraph(text('Why.'))),
  ]);
});

it('comes along into another note, where its number means another footnote', () => {
  const first = createWholeEditor([paragraph(text('a'), mark('1')), footnote('1', paragraph(text('Why.')))]);
  let data = '';
  update(first.editor, () => {
    const block = $getRoot().getFirstChildOrThrow<ElementNode>();
    data = $exportMimeTypeFromSelection(lexicalType, block.select(0, block.getChildrenSize())) ?? '';
  });
  first.stop();
  const { editor } = open(paragraph(text('b'), mark('1')), footnote('1', paragraph(text('Other.'))));
  goTo(editor, 'b', 0);
  paste(editor, data);
  expect(readBlocks(editor)).toEqual([
    paragraph(text('a'), mark('1'), text('b'), mark('2')),
    footnote('1', paragraph(text('Why.'))),
    footnote('2', paragraph(text('Other.'))),
  ]);
});

it.each([
  ['no JSON', '{"namespace":"chancery-note","nodes":['],
  ['no nodes', '{"namespace":"chancery-note","footnotes":{}}'],
  ['nodes that are none', '{"namespace":"chancery-note","nodes":[7],"footnotes":{"1":{"type":"footnote"}}}'],
  ['footnotes that are none', '{"namespace":"chancery-note","nodes":[],"footnotes":{"1":"Why."}}'],
])('leaves the note as it is where the clipboard holds %s', (_, data) => {
  const { editor } = open(paragraph(text('kept'), mark('1')), footnote('1', paragraph(text('Why.'))));
  const before = readBlocks(editor);
  goTo(editor, 'kept', 4);
  paste(editor, data);
  expect(readBlocks(editor)).toEqual(before);
});
