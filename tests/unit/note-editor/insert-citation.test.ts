import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { $insertCitation } from '../../../renderer/note-editor/insert-citation.ts';
import { createNoteEditor, readBlocks, showBlocks } from './round-trip.ts';
import { cite, paragraph, target, text } from './tree-samples.ts';

/** Text with `|` where the caret is, and `{n}` for citations of A. */
function blockFrom(marked: string): NoteBlock {
  const children = marked
    .replace('|', '')
    .split(/(\{\d+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? cite('A', Number(part.slice(1, -1))) : text(part)));
  return paragraph(...children);
}

function written(blocks: NoteBlock[]): string[] {
  return blocks.map((block) =>
    ('children' in block ? block.children : [])
      .map((child) => {
        if (child.type === 'citation') return `{${child.targets[0].paragraph.split('.')[1] ?? ''}}`;
        return 'value' in child ? child.value : `<${child.type}>`;
      })
      .join(''),
  );
}

function insertInto(before: string): string[] {
  const editor = createNoteEditor();
  showBlocks(editor, [blockFrom(before)]);
  const caret = before.replace(/\{\d+\}/g, '\uFFFC').indexOf('|');
  editor.update(
    () => {
      const block = $getRoot().getFirstChild();
      if (!$isElementNode(block)) throw new Error('there is no block');
      let left = caret;
      for (const [index, node] of block.getChildren().entries()) {
        const size = $isTextNode(node) ? node.getTextContentSize() : 1;
        if ($isTextNode(node) && left <= size) {
          node.select(left, left);
          break;
        }
        if (left <= size) block.select(index + left, index + left);
        left -= size;
      }
      $insertCitation([target('A', 7)]);
    },
    { discrete: true },
  );
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('^');
    },
    { discrete: true },
  );
  return written(readBlocks(editor));
}

describe('a citation put at the caret', () => {
  it.each([
    ['stands right behind the word', 'One|', 'One{7}^'],
    ['takes the place of the space that was typed last, which then follows it', 'One |', 'One{7} ^'],
    ['does so behind another citation, too', 'One {5} |', 'One {5}{7} ^'],
    ['leaves the space between two words where it is', 'One |two', 'One {7}^two'],
    ['begins a paragraph without a space', '|One', '{7}^One'],
    ['goes after a full stop that stands right there', 'On 11 July|. More', 'On 11 July.{7}^ More'],
    ['leaves the space behind a full stop where it is', 'On 11 July.| More', 'On 11 July.{7}^ More'],
    ['goes after closing quotation marks', 'He said “yes|”. And', 'He said “yes”.{7}^ And'],
    ['goes after straight quotation marks that close', 'He said "yes|". And', 'He said "yes".{7}^ And'],
    ['stays before marks that open', 'He said |“yes”', 'He said {7}^“yes”'],
    ['stays before a word in quotation marks', 'He said |"yes"', 'He said {7}^"yes"'],
    ['follows another citation', 'One {5}|', 'One {5}{7}^'],
    ['goes between a bracket and a word', 'One (|two)', 'One ({7}^two)'],
    ['follows Chinese punctuation', '越南|。', '越南。{7}^'],
  ])('%s', (_, before, after) => {
    expect(insertInto(before)).toEqual([after]);
  });

  it('goes to the end of the last paragraph when there is no caret', () => {
    const editor = createNoteEditor();
    const heading: NoteBlock = { type: 'heading', depth: 2, children: [text('Comment')] };
    showBlocks(editor, [blockFrom('One.'), blockFrom('Two.'), heading]);
    editor.update(
      () => {
        $setSelection(null);
        $insertCitation([target('A', 7)]);
      },
      { discrete: true },
    );
    expect(written(readBlocks(editor))).toEqual(['One.', 'Two.{7}', 'Comment']);
  });

  it('makes a paragraph in a note that has none', () => {
    const editor = createNoteEditor();
    showBlocks(editor, [{ type: 'thematicBreak' }]);
    editor.update(
      () => {
        $setSelection(null);
        $insertCitation([target('A', 7)]);
      },
      { discrete: true },
    );
    expect(readBlocks(editor)).toEqual([{ type: 'thematicBreak' }, paragraph(cite('A', 7))]);
  });

  it('keeps what is selected', () => {
    const editor = createNoteEditor();
    showBlocks(editor, [blockFrom('One two')]);
    editor.update(
      () => {
        $getRoot().getFirstDescendant()?.selectStart();
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.focus.offset = 3;
        $insertCitation([target('A', 7)]);
      },
      { discrete: true },
    );
    expect(written(readBlocks(editor))).toEqual(['One{7} two']);
  });

  it('is refused inside code', () => {
    const editor = createNoteEditor();
    showBlocks(editor, [{ type: 'code', lang: null, meta: null, value: 'a' }]);
    let inserted = true;
    editor.update(
      () => {
        $getRoot().selectEnd();
        inserted = $insertCitation([target('A', 7)]);
      },
      { discrete: true },
    );
    expect(inserted).toBe(false);
    expect(readBlocks(editor)).toEqual([{ type: 'code', lang: null, meta: null, value: 'a' }]);
  });
});
