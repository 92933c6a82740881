import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { findPattern, type Pattern } from '../../../core/search/find-pattern.ts';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { $replaceInRuns } from '../../../renderer/note-editor/replace-in-runs.ts';
import { $textRuns } from '../../../renderer/note-editor/text-runs.ts';
import { createNoteEditor, readBlocks, showBlocks } from './round-trip.ts';
import { cite, paragraph, text } from './tree-samples.ts';

const strong = (value: string) => ({ type: 'strong' as const, children: [text(value)] });
const link = (value: string) => ({
  type: 'link' as const,
  url: 'https://example.org/',
  title: null,
  children: [text(value)],
});

function shown(blocks: NoteBlock[]): LexicalEditor {
  const editor = createNoteEditor();
  showBlocks(editor, blocks);
  return editor;
}

const runTexts = (editor: LexicalEditor) => editor.read('latest', () => $textRuns().map((run) => run.text));

function replaced(
  blocks: NoteBlock[],
  phrase: string,
  words: string,
  more: Partial<Pattern> = {},
): NoteBlock[] {
  const editor = shown(blocks);
  editor.update(
    () => {
      const runs = $textRuns();
      const found = findPattern(
        runs.map((run) => run.text),
        { phrase, matchCase: true, wholeWords: false, isExpression: false, ...more },
      );
      if (!found.ok) throw new Error(found.error.message);
      $replaceInRuns(runs, found.value, words);
    },
    { discrete: true },
  );
  return readBlocks(editor);
}

describe('runs of text', () => {
  it('go across formats and links, and end at citations, breaks and blocks', () => {
    const editor = shown([
      paragraph(
        text('one '),
        strong('two'),
        link(' three'),
        cite('A', 12),
        text(' four'),
        { type: 'break' },
        text('five'),
      ),
      {
        type: 'table',
        align: [null],
        children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [text('six')] }] }],
      },
      {
        type: 'footnoteDefinition',
        identifier: 'n',
        label: 'n',
        children: [{ type: 'paragraph', children: [text('seven')] }],
      },
    ]);
    expect(runTexts(editor)).toEqual(['one two three', ' four', 'five', 'six', 'seven']);
  });
});

describe('replacing', () => {
  it('looks as the first letter of what it replaces did', () => {
    expect(replaced([paragraph(text('a '), strong('bo'), text('ld b'))], 'bold', 'plain')).toEqual([
      paragraph(text('a '), strong('plain'), text(' b')),
    ]);
  });

  it('never takes a citation with it', () => {
    const blocks = [paragraph(text('as said'), cite('A', 12), text(' as said'), cite('A', 13))];
    expect(replaced(blocks, 'as said', '')).toEqual([paragraph(cite('A', 12), text(' '), cite('A', 13))]);
    expect(replaced([paragraph(text('as '), cite('A', 12), text('said'))], 'as said', 'x')).toEqual([
      paragraph(text('as '), cite('A', 12), text('said')),
    ]);
  });

  it('takes a link away with all of its words', () => {
    expect(replaced([paragraph(text('see '), link('there'), text(' now'))], 'there', '')).toEqual([
      paragraph(text('see  now')),
    ]);
  });

  it('puts groups where they are asked for', () => {
    expect(
      replaced([paragraph(text('11 July, 12 July'))], String.raw`(\d+) (\w+)`, '$2 $1', {
        isExpression: true,
      }),
    ).toEqual([paragraph(text('July 11, July 12'))]);
  });
});
