import { expect, it } from 'vitest';
import { visiblePanes, wantedWith, type Pane } from '../../../renderer/workspace/visible-panes.ts';

const all = new Set<Pane>(['dossier', 'source', 'note', 'review']);
const withBoard = new Set<Pane>([...all, 'board']);
const usual: readonly Pane[] = ['note', 'source', 'dossier', 'review'];

it.each([
  [1440, all, usual, ['dossier', 'source', 'note', 'review'], 'a wide window shows everything'],
  [1100, all, usual, ['dossier', 'source', 'note'], 'a narrower one drops the pane used longest ago'],
  [800, all, usual, ['source', 'note'], 'then two are left'],
  [480, all, usual, ['note'], 'then one'],
  [480, all, ['source', 'note'], ['source'], 'and that is the one used last'],
  [100, all, usual, ['note'], 'never none, however narrow'],
  [1440, new Set<Pane>(['source', 'note']), usual, ['source', 'note'], 'what was put away stays away'],
  [1440, new Set<Pane>(), usual, ['note'], 'with everything put away the note remains'],
  [1440, withBoard, usual, ['board', 'note'], 'the board takes the place of all but the note'],
  [700, withBoard, ['board', 'note'], ['board'], 'in a narrow window it stands alone'],
  [700, withBoard, ['note', 'board'], ['note'], 'until one writes'],
  [1440, new Set<Pane>(['board', 'source']), usual, ['board'], 'a note that was put away stays away'],
  [720, all, ['review', 'note'], ['note', 'review'], 'they stand in their order, not in the order of use'],
] as const)('at %i pixels: %#', (width, wanted, lastUsed, expected, description) => {
  expect(visiblePanes(wanted, lastUsed, width), description).toEqual(expected);
});

it.each([
  [all, 'board', withBoard, 'the board comes'],
  [withBoard, 'note', withBoard, 'the note stands beside it'],
  [withBoard, 'source', all, 'what it covers puts it away'],
  [
    new Set<Pane>(['board', 'note']),
    'review',
    new Set<Pane>(['note', 'review']),
    'also one not wanted before',
  ],
  [all, 'review', all, 'nothing changes where it stands already'],
] as const)('wants, when one goes to a pane: %#', (wanted, pane, expected, description) => {
  expect(wantedWith(wanted, pane), description).toEqual(expected);
});
