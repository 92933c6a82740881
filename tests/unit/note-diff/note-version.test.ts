import { expect, it } from 'vitest';
import { workVersionIsDue } from '../../../core/note-tree/note-version.ts';

const at = (time: string) => `2025-07-12T${time}:00.000Z`;
const rows: readonly [string, string, string | null, string, boolean][] = [
  ['under ten minutes after the note was made', at('09:00'), null, at('09:09'), false],
  ['ten minutes after the note was made', at('09:00'), null, at('09:10'), true],
  ['under ten minutes after the last version', at('09:00'), at('11:55'), at('12:00'), false],
  ['ten minutes after the last version', at('09:00'), at('11:50'), at('12:00'), true],
  ['when the clock was set back behind the last version', at('09:00'), at('12:00'), at('11:00'), true],
];
it.each(rows)('a version is due or not: %s', (_, noteMadeAt, lastVersionAt, now, due) => {
  expect(workVersionIsDue({ noteMadeAt, lastVersionAt, now })).toBe(due);
});
