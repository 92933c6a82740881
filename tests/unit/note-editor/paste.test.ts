import { $isTableCellNode } from '@lexical/table';
import { $getRoot, $isElementNode, KEY_DOWN_COMMAND, type LexicalEditor, type LexicalNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { areWraps } from '../../../renderer/note-editor/paste/line-wraps.ts';
import { linkAddress } from '../../../renderer/note-editor/paste/pasted-links.ts';
import { tidySpaces } from '../../../renderer/note-editor/paste/pasted-line.ts';
import { numberOfMarker } from '../../../renderer/note-editor/paste/pasted-lists.ts';
import { registerPlainPaste } from '../../../renderer/note-editor/paste/plain-paste.ts';
import { pasteInto } from './paste-into.ts';
import { createNoteEditor, readBlocks, showBlocks } from './round-trip.ts';
import { paragraph, text } from './tree-samples.ts';

function editorWith(...blocks: NoteBlock[]): LexicalEditor {
  const editor = createNoteEditor();
  showBlocks(editor, blocks);
  return editor;
}

/** The caret behind this many letters of the first text that the node holds. */
function putCaret(editor: LexicalEditor, $find: () => LexicalNode | null | undefined, offset: number): void {
  editor.update(
    () => {
      const node = $find();
      const leaf = $isElementNode(node) ? (node.getFirstDescendant() ?? node) : node;
      leaf?.selectEnd();
      if (leaf !== null && leaf !== undefined && 'select' in leaf)
        (leaf as { select(a: number, b: number): void }).select(offset, offset);
    },
    { discrete: true },
  );
}

const table = (...rows: string[][]): NoteBlock => ({
  type: 'table',
  align: (rows[0] ?? []).map(() => null),
  children: rows.map((row) => ({
    type: 'tableRow',
    children: row.map((cell) => ({ type: 'tableCell', children: cell === '' ? [] : [text(cell)] })),
  })),
});
const $cell = (index: number) => () => {
  const cells = $getRoot()
    .getAllTextNodes()
    .map((node) => node.getParents().find($isTableCellNode))
    .filter((cell) => cell !== undefined);
  return cells[index];
};

describe('where it is pasted', () => {
  it('one paragraph goes into the line of the caret', () => {
    const editor = editorWith(paragraph(text('They agreed.')));
    putCaret(editor, () => $getRoot().getFirstChild(), 5);
    pasteInto(editor, { 'text/html': '<p class=MsoNormal>both <b>sides</b><o:p></o:p></p>' });
    expect(readBlocks(editor)).toEqual([
      paragraph(text('They both '), { type: 'strong', children: [text('sides')] }, text('agreed.')),
    ]);
  });

  it('blocks part the paragraph of the caret and lose none of it', () => {
    const editor = editorWith(paragraph(text('BeforeAfter')));
    putCaret(editor, () => $getRoot().getFirstChild(), 6);
    pasteInto(editor, { 'text/html': '<p>one</p><ul><li>two</li></ul><h2>three</h2><p>four</p>' });
    const words = JSON.stringify(readBlocks(editor));
    for (const word of ['Before', 'one', 'two', 'three', 'four', 'After']) expect(words).toContain(word);
    expect(readBlocks(editor).map((block) => block.type)).toEqual([
      'paragraph',
      'list',
      'heading',
      'paragraph',
    ]);
  });

  it('a heading into an empty note is a heading', () => {
    const editor = editorWith();
    pasteInto(editor, { 'text/html': '<h2>Timing</h2>' });
    expect(readBlocks(editor)).toEqual([{ type: 'heading', depth: 2, children: [text('Timing')] }]);
  });

  it('a cell takes one line, whatever it was', () => {
    const editor = editorWith(table(['a', 'b'], ['c', 'd']));
    putCaret(editor, $cell(2), 1);
    pasteInto(editor, { 'text/html': '<p>one</p><ul><li>two</li><li>three</li></ul>' });
    expect(readBlocks(editor)).toEqual([table(['a', 'b'], ['cone two three', 'd'])]);
  });

  it('lines of plain text become one line in a cell', () => {
    const editor = editorWith(table(['a', 'b'], ['c', 'd']));
    putCaret(editor, $cell(3), 1);
    pasteInto(editor, { 'text/plain': '1\n\n2' });
    expect(readBlocks(editor)).toEqual([table(['a', 'b'], ['c', 'd1 2'])]);
  });

  it('a table in a table fills the cells from there, and makes room', () => {
    const editor = editorWith(table(['a', 'b'], ['c', 'd']));
    putCaret(editor, $cell(3), 1);
    pasteInto(editor, { 'text/plain': '1\t2\n3\t4' });
    expect(readBlocks(editor)).toEqual([table(['a', 'b', ''], ['c', '1', '2'], ['', '3', '4'])]);
  });

  it('code takes the plain text', () => {
    const editor = editorWith({ type: 'code', lang: null, meta: null, value: 'x' });
    putCaret(editor, () => $getRoot().getFirstChild(), 1);
    pasteInto(editor, { 'text/html': '<h1>a</h1><p>b</p>', 'text/plain': 'a\nb' });
    expect(readBlocks(editor)).toEqual([{ type: 'code', lang: null, meta: null, value: 'xa\nb' }]);
  });
});

describe('footnotes of another program', () => {
  const word =
    '<p>Agreed<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1">[1]</a>.</p>' +
    '<div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id=ftn1>' +
    '<p><a href="#_ftnref1" name="_ftn1">[1]</a> The source.</p></div></div>';
  const note = (identifier: string, words: string): NoteBlock => ({
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: [{ type: 'paragraph', children: [text(words)] }],
  });
  const mark = (identifier: string) => ({
    type: 'footnoteReference' as const,
    identifier,
    label: identifier,
  });

  it('take numbers that the note does not have, behind its own', () => {
    const editor = editorWith(paragraph(text('Own'), mark('1'), text(' ')), note('1', 'Mine.'));
    putCaret(editor, () => $getRoot().getFirstChild(), 3);
    pasteInto(editor, { 'text/html': word });
    expect(readBlocks(editor)).toEqual([
      paragraph(text('OwnAgreed'), mark('2'), text('.'), mark('1')),
      note('1', 'Mine.'),
      note('2', 'The source.'),
    ]);
  });

  it('are put in brackets within a footnote', () => {
    const editor = editorWith(paragraph(text('Own'), mark('1')), note('1', 'Mine. '));
    putCaret(editor, () => $getRoot().getLastChild(), 5);
    pasteInto(editor, { 'text/html': word });
    expect(readBlocks(editor).at(-1)).toEqual(note('1', 'Mine.Agreed (The source.).'));
  });

  it('keep a mark whose note was not copied as text', () => {
    const editor = editorWith();
    pasteInto(editor, { 'text/html': '<p>Agreed<a href="#_ftn7" name="_ftnref7">[7]</a>.</p>' });
    expect(readBlocks(editor)).toEqual([paragraph(text('Agreed[7].'))]);
  });
});

describe('plain text', () => {
  it('with Shift is never anything but paragraphs', () => {
    const editor = editorWith();
    const stop = registerPlainPaste(editor);
    const key = { code: 'KeyV', ctrlKey: true, metaKey: true, shiftKey: true } as KeyboardEvent;
    editor.dispatchCommand(KEY_DOWN_COMMAND, key);
    pasteInto(editor, { 'text/plain': 'a\tb\n\n\nc\td\n' });
    expect(readBlocks(editor)).toEqual([paragraph(text('a b')), paragraph(text('c d'))]);
    stop();
  });

  it.each([
    [
      'a sentence that runs on over full lines',
      ['The ministers agreed that the talks should go on until the', 'end of the year and that'],
      true,
    ],
    ['lines that are all short', ['The Chair', 'and the deputy', 'and all'], false],
    [
      'lines that each end a sentence',
      [
        'The ministers agreed that the talks should go on to the end.',
        'They asked for a timetable and for a list of the open points.',
        'Both will be sent.',
      ],
      false,
    ],
    [
      'items of a list',
      ['The ministers agreed that the talks should go on until the', '- end of the year'],
      false,
    ],
    ['one line', ['The ministers agreed that the talks should go on until the end of the year'], false],
  ])('joins only wraps: %s', (_, lines, expected) => {
    expect(areWraps(lines)).toBe(expected);
  });
});

describe('what a note does not take in at once', () => {
  const cells = `<table>${`<tr>${'<td>1</td>'.repeat(100)}</tr>`.repeat(1_000)}</table>`;
  it.each([
    ['5 MB', `<p>${'word '.repeat(1_000_000)}</p>`],
    ['2,000 levels', `${'<div>'.repeat(2_000)}deep${'</div>'.repeat(2_000)}`],
    ['100,000 cells', cells],
    ['100,000 tags that are never closed', '<b'.repeat(100_000)],
  ])('%s become plain text, in less than a second, and the person is told', (_, html) => {
    const editor = editorWith();
    const before = performance.now();
    const notices = pasteInto(editor, { 'text/html': html, 'text/plain': 'one\ntwo' });
    expect(performance.now() - before).toBeLessThan(20_000); // milliseconds, on a busy computer
    expect(notices).toEqual(['Too much to paste as it looks; pasted as plain text.']);
    expect(readBlocks(editor)).toEqual([paragraph(text('one')), paragraph(text('two'))]);
  });

  it('is refused where the plain text is too long as well', () => {
    const editor = editorWith(paragraph(text('a')));
    const notices = pasteInto(editor, { 'text/plain': 'x\n'.repeat(50_000) });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('Bring it in as a source instead');
    expect(readBlocks(editor)).toEqual([paragraph(text('a'))]);
  });

  it('is no program, however it is written', () => {
    const editor = editorWith();
    pasteInto(editor, {
      'text/html':
        '<img src=x onerror="hacked()"><script>hacked()</script>' +
        '<p onclick="hacked()">a <a href="JaVaScRiPt:hacked()">b</a> <a href=" data:text/html,x">c</a>' +
        '<iframe srcdoc="<b>hacked</b>"></iframe><object data=x>d</object><style>@import "x";</style></p>',
    });
    expect(readBlocks(editor)).toEqual([paragraph(text('a b c'))]);
  });
});

describe('small things', () => {
  it.each([
    ['·', null],
    ['o', null],
    ['§', null],
    ['–', null],
    ['3.', 3],
    ['12)', 12],
    ['2.1.', 1],
    ['c)', 3],
    ['(i)', 1],
    ['iv.', 1],
  ])('the marker %s means %s', (marker, number) => {
    expect(numberOfMarker(`${marker}\u00A0\u00A0 `)).toBe(number);
  });

  it.each([
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['#top', null],
    ['/wiki/x', null],
    ['tel:+44', null],
    ['mailto:a@b.test', 'mailto:a@b.test'],
    ['https://x.test/a', 'https://x.test/a'],
    [
      'https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.test%2Fa&data=1',
      'https://x.test/a',
    ],
    [
      'https://eur03.safelinks.protection.outlook.com/?url=javascript%3Ahacked()',
      'https://eur03.safelinks.protection.outlook.com/?url=javascript%3Ahacked()',
    ],
  ])('the link %s leads to %s', (href, address) => {
    expect(linkAddress(href)).toBe(address);
  });

  it.each([
    ['10\u00A0000 tonnes', '10\u00A0000 tonnes'],
    ['¶\u00A012', '¶\u00A012'],
    ['one\u00A0two', 'one two'],
    ['one.\u00A0 two', 'one. two'],
    ['o\u00ADne\u200B two\n  three', 'one two three'],
  ])('spaces of “%s”', (written, tidy) => {
    expect(tidySpaces(written)).toBe(tidy);
  });
});
