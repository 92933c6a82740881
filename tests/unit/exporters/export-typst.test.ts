import { expect, it } from 'vitest';
import { exportTypst } from '../../../core/exporters/typst/export-typst.ts';
import type { TypstBlock, TypstData } from '../../../core/exporters/typst/typst-document.ts';
import type { NoteBlock, NoteHeader, NoteTree } from '../../../core/note-tree/note-tree.ts';
import { resolveNote } from '../../../core/note-tree/resolve-note.ts';
import { cite, lookup, noteOf, target } from '../note-tree/two-accounts.ts';

function dataOf(tree: NoteTree): TypstData {
  const resolved = resolveNote(tree, lookup);
  if (!resolved.ok) throw new Error(resolved.error.message);
  return JSON.parse(exportTypst(resolved.value).data) as TypstData;
}

const text = (value: string): NoteBlock => ({ type: 'paragraph', children: [{ type: 'text', value }] });

function withHeader(change: Partial<NoteHeader>, ...blocks: NoteBlock[]): NoteTree {
  const [header, ...rest] = noteOf(...blocks).children;
  return { type: 'root', children: [{ ...header, ...change }, ...rest] };
}

const numbers = (blocks: readonly TypstBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.number] : []));

it('numbers the paragraphs of the note, and not those in quotations and lists', () => {
  const quote: NoteBlock = { type: 'blockquote', children: [text('quoted') as never] };
  const data = dataOf(noteOf(text('one'), quote, text('two')));
  expect(numbers(data.blocks)).toEqual([1, 2]);
  expect(JSON.stringify(data.blocks[1])).not.toContain('number');
  expect(numbers(dataOf(withHeader({ template: 'plain' }, text('one'))).blocks)).toEqual([undefined]);
});

it('never leaves out a level of headings, and keeps the first for the title', () => {
  const heading = (depth: 1 | 2 | 3 | 4): NoteBlock => ({
    type: 'heading',
    depth,
    children: [{ type: 'text', value: 'x' }],
  });
  const data = dataOf(noteOf(heading(1), heading(4), heading(4), heading(2)));
  expect(data.blocks.map((block) => (block.kind === 'heading' ? block.level : 0))).toEqual([2, 3, 4, 2]);
});

it.each<[string, Partial<NoteHeader>, Partial<TypstData>]>([
  ['the banner of the level', {}, { banner: 'OFFICIAL', bannerColour: '#a3262b' }],
  ['no banner on an unmarked note', { marking: null }, { banner: '' }],
  ['the key of a level that nobody knows', { marking: 'limite' }, { banner: 'LIMITE' }],
  ['the language and its region', { language: 'vi-VN' }, { language: 'vi', region: 'VN' }],
  ['which way it is written', { language: 'ar' }, { language: 'ar', rightToLeft: true }],
  ['English where the language is none', { language: '?' }, { language: 'en', region: '' }],
  ['a title where there is none', { title: ' ' }, { title: 'Untitled note' }],
  [
    'fields that say something',
    {
      fields: [
        { key: 'from', value: 'Hanoi' },
        { key: 'to', value: '' },
        { key: 'own', value: 'x' },
      ],
    },
    {
      author: 'Hanoi',
      fields: [
        { label: 'From', value: 'Hanoi' },
        { label: 'own', value: 'x' },
      ],
    },
  ],
])('says %s', (_, header, expected) => {
  expect(dataOf(withHeader(header, text('x')))).toMatchObject(expected);
});

it('gives each occurrence of a citation its own footnote', () => {
  const data = dataOf(noteOf({ type: 'paragraph', children: [cite(target('A', 0)), cite(target('A', 0))] }));
  expect(JSON.stringify(data).match(/"footnote"/gu)).toHaveLength(2);
});

it('parts the numbers of footnotes that stand side by side, and of no others', () => {
  const [first, second] = dataOf(
    noteOf(
      { type: 'paragraph', children: [cite(target('A', 0)), cite(target('B', 0))] },
      {
        type: 'paragraph',
        children: [cite(target('A', 0)), { type: 'text', value: ' ' }, cite(target('B', 0))],
      },
    ),
  ).blocks.map((block) => (block.kind === 'paragraph' ? block.content.map(({ kind }) => kind) : []));
  expect(first).toEqual(['footnote', 'footnote-comma', 'footnote']);
  expect(second).toEqual(['footnote', 'text', 'footnote']);
});

it('sets an own footnote once, points at it again, and sets what it cites in its words', () => {
  const reference: NoteBlock = {
    type: 'paragraph',
    children: [{ type: 'footnoteReference', identifier: 'why' }],
  };
  const data = dataOf(
    noteOf(reference, reference, {
      type: 'footnoteDefinition',
      identifier: 'why',
      children: [
        {
          type: 'paragraph',
          children: [cite(target('A', 0)), { type: 'footnoteReference', identifier: 'why' }],
        },
      ],
    }),
  );
  const [first, second] = data.blocks.map((block) =>
    block.kind === 'paragraph' ? block.content[0] : undefined,
  );
  expect(first).toMatchObject({ kind: 'footnote', name: 'own-footnote-why' });
  expect(JSON.stringify(first)).toContain('12 July 2025, ¶ 1."');
  expect(second).toEqual({ kind: 'footnote-again', name: 'own-footnote-why' });
});

it.each([
  ['behind a sentence', 'It is so.', 'It is so. VietNamNet, ', '¶ 1.'],
  ['behind a closing quotation mark', 'It is “so.”', 'It is “so.” VietNamNet, ', '¶ 1.'],
  ['inside of a sentence', 'As one paper says', 'As one paper says (VietNamNet, ', '¶ 1)'],
  ['where a space stands already', 'See ', 'See (VietNamNet, ', '¶ 1)'],
])('sets a citation in a footnote %s', (_, words, begins, ends) => {
  const note = noteOf(
    { type: 'paragraph', children: [{ type: 'footnoteReference', identifier: 'why' }] },
    {
      type: 'footnoteDefinition',
      identifier: 'why',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: words }, cite(target('A', 0))] }],
    },
  );
  const [block] = dataOf(note).blocks;
  const footnote = block?.kind === 'paragraph' ? block.content[0] : undefined;
  const [line] = footnote?.kind === 'footnote' && 'blocks' in footnote ? footnote.blocks : [];
  const shown =
    line?.kind === 'line' ? line.content.map((each) => ('text' in each ? each.text : '')).join('') : '';
  expect(shown.startsWith(begins)).toBe(true);
  expect(shown.endsWith(ends)).toBe(true);
});

it.each([
  ['https://example.org', true],
  ['mailto:a@b.co', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['other.pdf', false],
])('opens %s from a PDF: %s', (url, opens) => {
  const data = dataOf(
    noteOf({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', value: 'x' }] }],
    }),
  );
  expect(JSON.stringify(data).includes('"link"')).toBe(opens);
  expect(JSON.stringify(data)).toContain('"x"');
});

it.each<[string, string, readonly string[], readonly (string | undefined)[]]>([
  ['nothing where all goes one way', 'en', ['one', '35'], [undefined, undefined]],
  ['nothing in an Arabic note that is all Arabic', 'ar', ['قال', '(35)'], [undefined, undefined]],
  ['each one where they go both ways', 'en', ['قال 35', 'one', '35'], ['rtl', 'ltr', undefined]],
  ['an English paragraph of an Arabic note', 'ar', ['قال', 'one'], ['rtl', 'ltr']],
])('says of the directions of paragraphs: %s', (_, language, words, directions) => {
  const data = dataOf(withHeader({ language }, ...words.map(text)));
  expect(data.blocks.map(({ direction }) => direction)).toEqual(directions);
});

it('sets a Latin reference from left to right below an Arabic note', () => {
  const { blocks } = dataOf(
    withHeader({ language: 'ar' }, { type: 'paragraph', children: [cite(target('A', 0))] }),
  );
  expect(JSON.stringify(blocks)).toContain('"direction":"ltr"');
});

it('prints its own words in the language of the note', () => {
  expect(dataOf(withHeader({ language: 'fr', title: '' })).title).toBe('Note sans titre');
  expect(dataOf(withHeader({ language: 'zh-Hans' })).words.comment).toBe('评论。');
});
