import { expect, it } from 'vitest';
import { asAnnotationId, type AnnotationId } from '../../../core/dossier/ids.ts';
import {
  arriveAt,
  chooseAll,
  chooseNone,
  meant,
  move,
  nothingChosen,
  pick,
  settle,
  toggleCurrent,
  type BoardColumns,
  type BoardSelection,
  type MoveKey,
} from '../../../renderer/evidence-board/board-selection.ts';

/** `facts: a b c` */
const board = (...columns: readonly string[]): BoardColumns =>
  columns.map((written) => {
    const [key = '', ids = ''] = written.split(': ');
    return { key, ids: ids.split(' ').filter(Boolean).map(asAnnotationId) };
  });

const columns = board('facts: a b c', 'asks: d', 'open: e f g h i j k l m n');
const plain = { extend: false, keep: false };
const shift = { extend: true, keep: false };
const ctrl = { extend: false, keep: true };

const place = (column: string, id: string) => ({ column, id: asAnnotationId(id) });
const at = (column: string, id: string, on = columns): BoardSelection =>
  pick(on, nothingChosen, place(column, id), plain);
const current = ({ current: here }: BoardSelection) => (here === null ? null : `${here.column} ${here.id}`);
const chosen = (selection: BoardSelection) => [...selection.chosen].join(' ');
const ids = (list: readonly AnnotationId[]) => list.join(' ');

it('begins at the first card, and nowhere on an empty board', () => {
  expect(current(settle(columns, nothingChosen))).toBe('facts a');
  expect(current(settle([], nothingChosen))).toBeNull();
  expect(settle([], nothingChosen)).toBe(nothingChosen);
});

it.each<[MoveKey, typeof plain, string, string]>([
  ['ArrowDown', plain, 'facts c', 'down'],
  ['ArrowUp', plain, 'facts a', 'up'],
  ['ArrowRight', plain, 'asks d', 'to a shorter column, at its end'],
  ['ArrowLeft', plain, 'facts b', 'not over the edge'],
  ['Home', plain, 'facts a', 'to the beginning of the column'],
  ['End', plain, 'facts c', 'to its end'],
  ['PageDown', plain, 'facts c', 'not past its end'],
  ['End', ctrl, 'open n', 'to the last card of all'],
  ['Home', ctrl, 'facts a', 'to the first card of all'],
])('%s goes %o: %s, %s', (key, manner, expected) => {
  expect(current(move(columns, at('facts', 'b'), key, manner))).toBe(expected);
});

it('chooses a range with Shift, over columns as well, and gives up what it had', () => {
  const down = move(columns, at('facts', 'b'), 'ArrowDown', shift);
  expect(chosen(down)).toBe('b c');
  const right = move(columns, down, 'ArrowRight', shift);
  expect(chosen(right)).toBe('b c d');
  expect(chosen(move(columns, right, 'ArrowLeft', shift))).toBe('a b');
  expect(chosen(move(columns, right, 'ArrowRight', plain))).toBe('');
  expect(chosen(move(columns, right, 'ArrowRight', ctrl))).toBe('b c d');
});

it('chooses one by one with Ctrl, the card before it included', () => {
  const two = pick(columns, at('facts', 'a'), place('open', 'g'), ctrl);
  expect(chosen(two)).toBe('a g');
  expect(chosen(pick(columns, two, place('facts', 'a'), ctrl))).toBe('g');
  expect(chosen(pick(columns, two, place('open', 'i'), shift))).toBe('g h i');
  expect(chosen(pick(columns, two, place('open', 'i'), plain))).toBe('');
  expect(chosen(toggleCurrent(at('facts', 'a')))).toBe('a');
  expect(chosen(toggleCurrent(toggleCurrent(at('facts', 'a'))))).toBe('');
});

it('follows the keyboard where something else put it, and chooses nothing by that', () => {
  const some = pick(columns, at('facts', 'a'), place('open', 'g'), ctrl);
  const there = arriveAt(columns, some, place('asks', 'd'));
  expect(current(there)).toBe('asks d');
  expect(chosen(there)).toBe('a g');
  expect(chosen(pick(columns, there, place('open', 'e'), shift))).toBe('e f g');
  expect(arriveAt(columns, some, place('open', 'g'))).toBe(some);
  expect(arriveAt(columns, some, place('open', 'zz'))).toBe(some);
});

it('means the chosen cards as the board has them, or the current one', () => {
  expect(ids(meant(columns, at('asks', 'd')))).toBe('d');
  const some = pick(columns, at('open', 'g'), place('facts', 'c'), ctrl);
  expect(ids(meant(columns, some))).toBe('c g');
  expect(ids(meant(columns, chooseAll(columns, some)))).toBe('a b c d e f g h i j k l m n');
  expect(ids(meant(columns, chooseNone(some)))).toBe('c');
  expect(ids(meant([], nothingChosen))).toBe('');
  const twice = board('tag x: a b', 'tag y: b');
  expect(ids(meant(twice, chooseAll(twice, nothingChosen)))).toBe('a b');
});

it.each([
  [board('facts: a c', 'asks: d b'), 'asks b', 'moved to another column, it is followed'],
  [board('facts: a c', 'asks: d'), 'facts c', 'gone, the next one takes its place'],
  [board('facts: a', 'asks: d'), 'facts a', 'the last of a column gone, the one before it'],
  [board('asks: d'), 'asks d', 'the whole column gone, the one beside it'],
  [[], null, 'everything gone'],
])('stays near when the card changes: %#', (after, expected, description) => {
  expect(current(settle(after, at('facts', 'b'))), description).toBe(expected);
});

it('chooses nothing that is not seen', () => {
  const some = pick(columns, at('open', 'g'), place('facts', 'c'), ctrl);
  expect(chosen(settle(board('facts: a c'), some))).toBe('c');
  expect(settle(columns, some)).toBe(some);
});
