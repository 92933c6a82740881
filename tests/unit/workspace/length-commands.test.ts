import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { asNoteId } from '../../../core/dossier/ids.ts';
import type { Note } from '../../../core/note-tree/note-tree.ts';
import { done } from '../../../core/result.ts';
import type { Host } from '../../../renderer/host-client.ts';
import { createLengthCommands } from '../../../renderer/workspace/length-commands.ts';
import type { NoteEditors } from '../../../renderer/workspace/note-editors.ts';
import { createStore } from '../../../renderer/workspace/store.ts';
import { emptyWorkspace, type WorkspaceState } from '../../../renderer/workspace/workspace-state.ts';
import { noteOf } from '../note-tree/two-accounts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const saved: WorkspaceState['saving'] = { state: 'saved', at: null };
const note = (id: string): Note => ({ id: asNoteId(id), tree: noteOf(), createdAt: '', updatedAt: '' });

/** A window that watches the length of its notes, and whose host counts how often it is asked. */
function watchedWindow() {
  const store = createStore<WorkspaceState>({ ...emptyWorkspace, saving: saved });
  const measured: string[] = [];
  const host: Pick<Host, 'measureNote'> = {
    measureNote: ({ note: id }) => {
      measured.push(id);
      return Promise.resolve(done({ pages: 1.5, budget: 2 }));
    },
  };
  const commands = createLengthCommands({
    host: host as Host,
    store,
    editors: { current: null } as NoteEditors,
    refuse: () => undefined,
  });
  commands.watch();
  return { store, measured, commands };
}

it('asks for no length while somebody only reads', async () => {
  const { store, measured } = watchedWindow();
  store.set({ note: note('n1') });
  await vi.advanceTimersByTimeAsync(60_000);
  store.set({ note: note('n2') });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(measured).toEqual([]);
});

it('asks when what was written is saved, within a second, and from then on for each note that is shown', async () => {
  const { store, measured } = watchedWindow();
  store.set({ note: note('n1') });
  store.set({ saving: { state: 'pending' } });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(measured).toEqual([]);
  store.set({ saving: { ...saved } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(measured).toEqual(['n1']);
  expect(store.get().length.length).toEqual({ pages: 1.5, budget: 2 });
  store.set({ note: note('n2') });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(measured).toEqual(['n1', 'n2']);
});

it('asks when somebody looks at the figures, once', async () => {
  const { store, measured, commands } = watchedWindow();
  store.set({ note: note('n1') });
  commands.show();
  await vi.advanceTimersByTimeAsync(1_000);
  commands.hide();
  commands.show();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(measured).toEqual(['n1']);
});
