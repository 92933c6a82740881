import { expect, it } from 'vitest';
import { citingSentences } from '../../../core/note-tree/citing-sentences.ts';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { cite, noteOf, target } from './two-accounts.ts';

const one = target('A', 0);
const other = target('A', 1);
const text = (value: string) => ({ type: 'text' as const, value });
const paragraph = (...children: Extract<NoteBlock, { type: 'paragraph' }>['children']): NoteBlock => ({
  type: 'paragraph',
  children,
});

it.each<[string, NoteBlock[], [string, string][]]>([
  ['a note that does not cite it', [paragraph(text('One.'), cite(other))], []],
  ['words before and after', [paragraph(text('One'), cite(one), text(' two.'))], [['One', ' two.']]],
  [
    'each line on its own, other citations left out',
    [paragraph(text('One'), cite(other), text(' two'), cite(one)), paragraph(text('Three'), cite(one))],
    [
      ['One two', ''],
      ['Three', ''],
    ],
  ],
  ['one among several targets', [paragraph(text('One'), cite(other, one))], [['One', '']]],
  [
    'a list in a quotation',
    [{ type: 'blockquote', children: [{ type: 'paragraph', children: [text('One'), cite(one)] }] }],
    [['One', '']],
  ],
  [
    'a long line, cut at words',
    [paragraph(text('word '.repeat(40)), cite(one), text(' more'.repeat(20)))],
    [[`…${'word '.repeat(18).trim()}`, `${' more'.repeat(7)}…`]],
  ],
])('finds %s', (_, blocks, expected) => {
  const found = citingSentences(noteOf(...blocks), one.paragraph);
  expect(found.map(({ before, after }) => [before, after])).toEqual(expected);
  expect(found.map(({ nth }) => nth)).toEqual(expected.map((__, index) => index));
});
