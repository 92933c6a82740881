import { expect, it } from 'vitest';
import { panes, visiblePanes, type Pane } from '../../../renderer/workspace/visible-panes.ts';

const all = new Set<Pane>(panes);
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
  [720, all, ['review', 'note'], ['note', 'review'], 'they stand in their order, not in the order of use'],
] as const)('at %i pixels: %#', (width, wanted, lastUsed, expected, description) => {
  expect(visiblePanes(wanted, lastUsed, width), description).toEqual(expected);
});
