import { expect, it } from 'vitest';
import { typedPlaces } from '../../../core/note-tree/typed-places.ts';

it.each([
  ['A12', 'A12-12'],
  ['a12', 'A12-12'],
  ['A ¶12', 'A12-12'],
  ['AA ¶ 3', 'AA3-3'],
  ['A2-3', 'A2-3'],
  ['A ¶¶2–3', 'A2-3'],
  ['A5+B5', 'A5-5 B5-5'],
  ['A5+', 'A5-5'],
  ['A2, 4; B 5', 'A2-2 A4-4 B5-5'],
  ['B5+A5', 'B5-5 A5-5'],
  ['12', null],
  ['A', null],
  ['A0', null],
  ['A3-2', null],
  ['yellow card', null],
  ['A12 card', null],
  ['', null],
])('%s is %s', (typed, expected) => {
  const written = typedPlaces(typed)?.map(
    ({ source, first, last }) => `${source}${String(first)}-${String(last)}`,
  );
  expect(written?.join(' ') ?? null).toBe(expected);
});
