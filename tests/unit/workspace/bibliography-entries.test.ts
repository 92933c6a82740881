import { expect, it } from 'vitest';
import { entriesWith, listEntries } from '../../../renderer/workspace/bibliography-entries.ts';
import { typeChoices, valueInWords } from '../../../renderer/workspace/source-field-words.ts';

const entries = listEntries([
  {
    type: 'report',
    title: 'Đàm phán về cá',
    author: [{ family: 'Trần', given: 'Văn C' }],
    issued: { 'date-parts': [[2025, 7]] },
    publisher: 'VNA',
  },
  { type: 'book', title: 'Fish', editor: [{ literal: 'The Commission' }], issued: { literal: 'undated' } },
  { type: 'book' },
]);

it('says of each entry what tells it from others', () => {
  expect(entries.map(({ title, facts }) => [title, facts])).toEqual([
    ['Đàm phán về cá', 'Văn C Trần · 2025 · VNA'],
    ['Fish', 'The Commission · undated'],
    ['Without a title', ''],
  ]);
});

it.each([
  ['', [0, 1, 2], 'nothing'],
  ['dam 2025', [0], 'words without their accents, and a year'],
  ['tran', [0], 'an author'],
  ['comm fi', [1], 'beginnings of words in any order'],
  ['ish', [], 'the middle of a word'],
])('%j finds the entries %j: %s', (typed, expected) => {
  expect(entriesWith(entries, typed).map(({ index }) => index)).toEqual(expected);
});

it('shows what a variable holds in words', () => {
  expect(valueInWords('author', [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }])).toBe(
    'Jan van der Berg',
  );
  expect(valueInWords('issued', { 'date-parts': [[2025, 7, 12]] })).toBe('12 July 2025');
  expect(valueInWords('type', 'treaty')).toBe('Treaty or agreement');
  expect(valueInWords('custom', { a: 1 })).toBe('{"a":1}');
  expect(typeChoices('map').at(-1)).toEqual(['map', 'map']);
});
