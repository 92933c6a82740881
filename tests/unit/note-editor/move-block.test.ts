import { $dfs } from '@lexical/utils';
import { $isTextNode, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { moveBlock } from '../../../renderer/note-editor/move-block.ts';
import { createNoteEditor, readBlocks, showBlocks } from './round-trip.ts';
import { cite, paragraph, text } from './tree-samples.ts';

type Item = Extract<NoteBlock, { type: 'list' }>['children'][number];

const item = (words: string, ...more: Item['children']): Item => ({
  type: 'listItem',
  spread: false,
  checked: null,
  children: [{ type: 'paragraph', children: [text(words)] }, ...more],
});
const list = (...children: Item[]) => ({
  type: 'list' as const,
  ordered: false,
  start: null,
  spread: false,
  children,
});
const table = (words: string): NoteBlock => ({
  type: 'table',
  align: [null],
  children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [text(words)] }] }],
});
const quote = (...words: string[]): NoteBlock => ({
  type: 'blockquote',
  children: words.map((each) => ({ type: 'paragraph', children: [text(each)] })),
});
const footnote: NoteBlock = {
  type: 'footnoteDefinition',
  identifier: 'n',
  label: 'n',
  children: [{ type: 'paragraph', children: [text('below')] }],
};

/** An editor with the caret in the text with these words. */
function shownAt(blocks: NoteBlock[], words: string): LexicalEditor {
  const editor = createNoteEditor();
  showBlocks(editor, blocks);
  editor.update(
    () => {
      const found = $dfs().find(({ node }) => $isTextNode(node) && node.getTextContent() === words);
      if (!$isTextNode(found?.node)) throw new Error(`not in the note: ${words}`);
      found.node.select();
    },
    { discrete: true },
  );
  return editor;
}

async function moved(blocks: NoteBlock[], words: string, by: 1 | -1): Promise<NoteBlock[]> {
  const editor = shownAt(blocks, words);
  moveBlock(editor, by);
  await Promise.resolve();
  return readBlocks(editor);
}

const a = paragraph(text('a'));
const b = paragraph(text('b'), cite('A', 12));

describe('moving the block at the caret', () => {
  const rows: [string, NoteBlock[], string, 1 | -1, NoteBlock[]][] = [
    ['a paragraph down, with its citation', [b, a], 'b', 1, [a, b]],
    ['a paragraph up', [b, a], 'a', -1, [a, b]],
    ['nothing above the first', [a, b], 'a', -1, [a, b]],
    ['nothing below the last', [a, b], 'b', 1, [a, b]],
    ['a whole table', [table('cell'), a], 'cell', 1, [a, table('cell')]],
    [
      'a paragraph past a whole list',
      [a, list(item('x'), item('y'))],
      'a',
      1,
      [list(item('x'), item('y')), a],
    ],
    ['an item among its own', [list(item('x'), item('y')), a], 'x', 1, [list(item('y'), item('x')), a]],
    ['no item out of its list', [list(item('x'), item('y')), a], 'y', 1, [list(item('x'), item('y')), a]],
    [
      'an item with what belongs to it',
      [list(item('x', list(item('deep'))), item('y', list(item('low'))))],
      'x',
      1,
      [list(item('y', list(item('low'))), item('x', list(item('deep'))))],
    ],
    [
      'an item up, past another with what belongs to that',
      [list(item('x', list(item('deep'))), item('y'))],
      'y',
      -1,
      [list(item('y'), item('x', list(item('deep'))))],
    ],
    ['a paragraph within its quotation', [quote('x', 'y'), a], 'x', 1, [quote('y', 'x'), a]],
    ['nothing out of a quotation', [quote('x', 'y'), a], 'y', 1, [quote('x', 'y'), a]],
    ['nothing below the footnotes', [a, footnote], 'a', 1, [a, footnote]],
  ];
  it.each(rows)('%s', async (_, blocks, words, by, expected) => {
    expect(await moved(blocks, words, by)).toEqual(expected);
  });
});
