import { expect, it } from 'vitest';
import { slashActionsFor, slashQuery } from '../../../core/slash-actions.ts';

it.each([
  ['/', ''],
  ['Text /', ''],
  ['Text /hea', 'hea'],
  ['/heading 2', 'heading 2'],
  ['/gạch', 'gạch'],
  ['and/or', null],
  ['12/07', null],
  ['https://', null],
  ['https://x.test/path', null],
  ['either / or', null],
  ['(/', null],
  ['/usr/', null],
  ['/heading two three', null],
  ['', null],
])('after %j the words of a slash are %j', (before, query) => {
  expect(slashQuery(before)).toBe(query);
});

const labels = (query: string) => slashActionsFor(query).map(({ label }) => label);

it('finds an action by the beginning of a word of its label, or of another name of it', () => {
  expect(labels('hea')).toEqual(['Heading 1', 'Heading 2', 'Heading 3']);
  expect(labels('heading 2')).toEqual(['Heading 2']);
  expect(labels('H2')).toEqual(['Heading 2']);
  expect(labels('quote')).toEqual(['Quotation']);
  expect(labels('TABLE')).toEqual(['Insert a table']);
  expect(labels('ul')).toEqual(['Bullet list']);
  expect(labels('xyz')).toEqual([]);
});

it('offers nothing that needs selected text, or a table around it', () => {
  expect(labels('')).not.toContain('Bold');
  expect(labels('')).not.toContain('Delete the row');
  expect(labels('').length).toBeGreaterThan(8);
});
