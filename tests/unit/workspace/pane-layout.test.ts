import { expect, it } from 'vitest';
import { gridColumns, moveEdge, readLayout } from '../../../renderer/workspace/pane-layout.ts';

const usual = readLayout({});

it.each([
  [{}, usual, 'nothing kept'],
  [
    { dossier: 5_000, review: -3, source: Number.NaN },
    { dossier: 420, review: 220, source: 0.48, board: 0.6 },
    'nonsense kept',
  ],
  [{ dossier: 300 }, { ...usual, dossier: 300 }, 'one width kept'],
])('reads what was kept: %#', (kept, expected, _why) => {
  expect(readLayout(kept)).toEqual(expected);
});

it.each([
  [['source', 'note'], 'minmax(0, 0.4800fr) 0px minmax(0, 0.5200fr)'],
  [['board', 'note'], 'minmax(0, 0.6000fr) 0px minmax(0, 0.4000fr)'],
  [['board'], 'minmax(0, 1fr)'],
  [['dossier', 'note'], '232px 0px minmax(0, 1fr)'],
  [['dossier'], 'minmax(0, 1fr)'],
  [['note', 'review'], 'minmax(0, 1fr) 0px 296px'],
] as const)('makes columns of %j', (shown, columns) => {
  expect(gridColumns(shown, usual)).toBe(columns);
});

it.each([
  ['dossier', 'source', 20, { ...usual, dossier: 252 }, 'the dossier grows to the right'],
  ['note', 'review', 20, { ...usual, review: 276 }, 'the review shrinks as its edge goes right'],
  ['source', 'note', 100, { ...usual, source: 0.58 }, 'source and note share what lies between'],
  ['source', 'note', 9_000, { ...usual, source: 0.75 }, 'neither is pushed out'],
  ['board', 'note', -100, { ...usual, board: 0.5 }, 'board and note as well'],
  ['source', 'review', 20, { ...usual, review: 276 }, 'also where the note is put away'],
] as const)('moves the edge between %s and %s: %#', (left, right, by, expected, _why) => {
  expect(moveEdge(usual, left, right, by, 1_000)).toEqual(expected);
});
