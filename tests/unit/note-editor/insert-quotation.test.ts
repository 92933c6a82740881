import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { verbatimQuotation } from '../../../core/note-tree/verbatim-quotation.ts';
import { $insertQuotation } from '../../../renderer/note-editor/insert-quotation.ts';
import { createNoteEditor, readBlocks, showBlocks } from './round-trip.ts';
import { cite, paragraph, target, text } from './tree-samples.ts';

/** Quotes the pieces where `|` stands in the last of these paragraphs, and types a `^` there afterwards. */
function quoteInto(paragraphs: readonly string[], pieces: readonly string[]): NoteBlock[] {
  const editor = createNoteEditor();
  const caret = paragraphs.at(-1)?.indexOf('|') ?? 0;
  showBlocks(
    editor,
    paragraphs.map((words) => paragraph(text(words.replace('|', '')))),
  );
  editor.update(
    () => {
      const block = $getRoot().getLastChild();
      if (!$isElementNode(block)) throw new Error('there is no block');
      const words = block.getFirstChild();
      if ($isTextNode(words)) words.select(caret, caret);
      else block.select();
      const quotation = verbatimQuotation(pieces, 'en');
      if (quotation !== null) $insertQuotation(quotation, [target('A', 7)]);
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
  return readBlocks(editor);
}

const seven = cite('A', 7);

describe('a short quotation', () => {
  it.each([
    ['has a space before it', 'He said|', [text('He said “a b”'), seven, text('^')]],
    ['takes the space that is there', 'He said |', [text('He said “a b”'), seven, text('^')]],
    ['stands close to a bracket', 'He (|', [text('He (“a b”'), seven, text('^')]],
    ['is parted from the word after it', 'He |went', [text('He “a b”'), seven, text(' ^went')]],
    ['stands before a full stop', 'He said |.', [text('He said “a b”'), seven, text('^.')]],
  ])('%s', (_, before, children) => {
    expect(quoteInto([before], ['a b'])).toEqual([paragraph(...children)]);
  });
});

describe('a quotation of several paragraphs', () => {
  const quote: NoteBlock = {
    type: 'blockquote',
    children: [
      { type: 'paragraph', children: [text('One.')] },
      { type: 'paragraph', children: [text('“Two.”'), seven] },
    ],
  };

  it('stands below the paragraph of the caret, and writing goes on below it', () => {
    expect(quoteInto(['He said:|'], ['One.', '“Two.”'])).toEqual([
      paragraph(text('He said:')),
      quote,
      paragraph(text('^')),
    ]);
  });

  it('is refused inside code', () => {
    const editor = createNoteEditor();
    showBlocks(editor, [{ type: 'code', lang: null, meta: null, value: 'a' }]);
    let inserted = true;
    editor.update(
      () => {
        $getRoot().selectEnd();
        const quotation = verbatimQuotation(['a', 'b'], 'en');
        if (quotation !== null) inserted = $insertQuotation(quotation, [target('A', 7)]);
      },
      { discrete: true },
    );
    expect(inserted).toBe(false);
    expect(readBlocks(editor)).toEqual([{ type: 'code', lang: null, meta: null, value: 'a' }]);
  });
});
