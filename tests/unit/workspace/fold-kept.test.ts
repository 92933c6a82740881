import { expect, it } from 'vitest';
import type { LineDifference } from '../../../core/note-tree/diff/diff-notes.ts';
import { foldKept } from '../../../renderer/workspace/fold-kept.ts';

/** `=` kept, `~` changed, `*` kept but set anew. */
const lines = (drawn: string): LineDifference[] =>
  Array.from(drawn, (sign) => ({
    change: sign === '~' ? 'changed' : 'kept',
    kind: 'paragraph',
    setAnew: sign === '*',
    runs: [],
  }));

const rows: readonly [string, string, string][] = [
  ['nothing', '', ''],
  ['what is short', '~==~', '~==~'],
  ['nothing but unchanged lines', '=====', '(5)'],
  ['a beginning, all but the line before the change', '=====~', '(4)=~'],
  ['an end, all but the line after the change', '~=====', '~=(4)'],
  ['a middle, all but the lines beside the changes', '~=====*', '~=(3)=*'],
  ['no stretch that is sooner read', '~====~', '~====~'],
  ['each long stretch', '=====~=====~', '(4)=~=(3)=~'],
];
it.each(rows)('folds %s: %s as %s', (_, given, expected) => {
  const drawn = foldKept(lines(given)).map((part) =>
    part.folded
      ? `(${String(part.lines.length)})`
      : part.lines.map(({ change, setAnew }) => (setAnew ? '*' : change === 'kept' ? '=' : '~')).join(''),
  );
  expect(drawn.join('')).toBe(expected);
});

it('keeps all lines in their order', () => {
  const given = lines('=====~=====*==~');
  expect(foldKept(given).flatMap((part) => part.lines)).toEqual(given);
});
