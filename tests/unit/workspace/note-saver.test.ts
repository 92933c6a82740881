import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { asNoteId } from '../../../core/dossier/ids.ts';
import type { NoteSummary, Reply } from '../../../core/host-contract.ts';
import type { NoteTree } from '../../../core/note-tree/note-tree.ts';
import { createNoteSaver, type SavingState } from '../../../renderer/workspace/note-saver.ts';

const note = asNoteId('n1');
const tree = (title: string): NoteTree => ({
  type: 'root',
  children: [
    {
      type: 'noteHeader',
      title,
      template: 'plain',
      scheme: 'none',
      marking: null,
      language: 'en',
      fields: [],
    },
  ],
});

function setUp() {
  const written: string[] = [];
  const states: SavingState['state'][] = [];
  let broken = false;
  const saver = createNoteSaver({
    async save(id, saved): Promise<Reply<NoteSummary>> {
      await Promise.resolve();
      if (broken) return { ok: false, error: { code: 'disk-full', message: 'The disk is full.' } };
      const { title } = saved.children[0];
      written.push(title);
      return { ok: true, value: { id, title, template: 'plain', updatedAt: 'now', words: 0 } };
    },
    onState: ({ state }) => states.push(state),
    onSaved: () => undefined,
    delay: 200,
    retryDelay: 3_000,
  });
  return {
    saver,
    written,
    states,
    breakDisk: (value: boolean) => {
      broken = value;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('saves the latest of several changes once, within its delay', async () => {
  const { saver, written, states } = setUp();
  saver.changed(note, tree('a'));
  saver.changed(note, tree('ab'));
  await vi.advanceTimersByTimeAsync(200);
  expect(written).toEqual(['ab']);
  expect(states.at(-1)).toBe('saved');
});

it('saves at once when it is flushed', async () => {
  const { saver, written } = setUp();
  saver.changed(note, tree('a'));
  expect(await saver.flush()).toBe(true);
  expect(written).toEqual(['a']);
});

it('is not saved while what was typed during saving still waits', async () => {
  const { saver, written, states } = setUp();
  saver.changed(note, tree('a'));
  const flushing = saver.flush();
  saver.changed(note, tree('ab'));
  await flushing;
  expect(written).toEqual(['a', 'ab']);
  expect(states.filter((state) => state === 'saved')).toHaveLength(1);
});

it('says so when saving fails, keeps the text, and tries again', async () => {
  const { saver, written, states, breakDisk } = setUp();
  breakDisk(true);
  saver.changed(note, tree('a'));
  expect(await saver.flush()).toBe(false);
  expect(states.at(-1)).toBe('failed');
  breakDisk(false);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(written).toEqual(['a']);
  expect(states.at(-1)).toBe('saved');
});
