import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asAnnotationId, asNoteId } from '../../../core/dossier/ids.ts';
import type { Reply } from '../../../core/host-contract.ts';
import type { NoteTree } from '../../../core/note-tree/note-tree.ts';
import {
  createChangeSaver,
  type Change,
  type SavingState,
} from '../../../renderer/workspace/change-saver.ts';

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
const written = (title: string): Change => ({ kind: 'note', note, tree: tree(title) });
const deleted: Change = { kind: 'annotation', id: asAnnotationId('a1'), annotation: null };

const describeChange = (change: Change) =>
  change.kind === 'note' ? change.tree.children[0].title : `deleted ${change.id}`;

function setUp() {
  const saved: string[] = [];
  const states: SavingState[] = [];
  let refusal: string | null = null;
  let moment = 0;
  const saver = createChangeSaver({
    async save(change): Promise<Reply<null>> {
      await Promise.resolve();
      if (refusal !== null) return { ok: false, error: { code: refusal, message: 'No.' } };
      saved.push(describeChange(change));
      return { ok: true, value: null };
    },
    onState: (state) => states.push(state),
    now: () => String((moment += 1)),
    delay: 200,
    retryDelay: 3_000,
  });
  return {
    saver,
    saved,
    states,
    stateNow: () => states.at(-1)?.state,
    refuse: (code: string | null) => {
      refusal = code;
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
  const { saver, saved, stateNow } = setUp();
  saver.changed(written('a'));
  saver.changed(written('ab'));
  await vi.advanceTimersByTimeAsync(200);
  expect(saved).toEqual(['ab']);
  expect(stateNow()).toBe('saved');
});

it('saves at once when it is flushed', async () => {
  const { saver, saved } = setUp();
  saver.changed(written('a'));
  expect(await saver.flush()).toBe(true);
  expect(saved).toEqual(['a']);
});

it('is not saved while what was typed during saving still waits', async () => {
  const { saver, saved, states } = setUp();
  saver.changed(written('a'));
  const flushing = saver.flush();
  saver.changed(written('ab'));
  await flushing;
  expect(saved).toEqual(['a', 'ab']);
  expect(states.filter(({ state }) => state === 'saved')).toHaveLength(1);
});

it('is not saved from the first key on, although the note is handed over only later', async () => {
  const { saver, stateNow } = setUp();
  saver.changed(written('a'));
  saver.expect();
  await saver.flush();
  expect(stateNow()).toBe('pending');
  saver.changed(written('ab'));
  await saver.flush();
  expect(stateNow()).toBe('saved');
});

describe('when the disk fails', () => {
  it('says so, keeps the text, and tries again', async () => {
    const { saver, saved, stateNow, refuse } = setUp();
    refuse('disk-full');
    saver.changed(written('a'));
    expect(await saver.flush()).toBe(false);
    expect(stateNow()).toBe('failed');
    expect(saver.unsaved().map(describeChange)).toEqual(['a']);
    refuse(null);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(saved).toEqual(['a']);
    expect(stateNow()).toBe('saved');
    expect(saver.unsaved()).toEqual([]);
  });

  it('lets typing on neither hide the failure nor put the next try off', async () => {
    const { saver, saved, stateNow, refuse } = setUp();
    refuse('disk-full');
    saver.changed(written('a'));
    await saver.flush();
    refuse(null);
    for (let key = 0; key < 14; key += 1) {
      expect(stateNow()).toBe('failed');
      saver.expect();
      saver.changed(written(`a${String(key)}`));
      await vi.advanceTimersByTimeAsync(200);
    }
    await vi.advanceTimersByTimeAsync(300);
    expect(saved).toEqual(['a13']);
  });

  it('keeps an annotation as well, and saves it later', async () => {
    const { saver, saved, refuse } = setUp();
    refuse('disk-failure');
    expect((await saver.saveNow(deleted)).ok).toBe(false);
    expect(saver.unsaved()).toEqual([deleted]);
    refuse(null);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(saved).toEqual(['deleted a1']);
  });

  it('forgets what is safe elsewhere', async () => {
    const { saver, saved, stateNow, refuse } = setUp();
    refuse('disk-full');
    saver.changed(written('a'));
    await saver.flush();
    saver.forget();
    refuse(null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saved).toEqual([]);
    expect(stateNow()).toBe('saved');
    expect(await saver.flush()).toBe(true);
  });
});

it('gives back what the host refuses for good, and does not try it again', async () => {
  const { saver, saved, stateNow, refuse } = setUp();
  refuse('passage-not-found');
  const reply = await saver.saveNow(deleted);
  expect(reply.ok ? null : reply.error.code).toBe('passage-not-found');
  expect(stateNow()).toBe('saved');
  refuse(null);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toEqual([]);
});
