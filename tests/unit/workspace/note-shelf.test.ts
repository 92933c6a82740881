import { expect, it } from 'vitest';
import { asNoteId } from '../../../core/dossier/ids.ts';
import type { Note } from '../../../core/note-tree/note-tree.ts';
import { createNoteEditors } from '../../../renderer/workspace/note-editors.ts';
import { createNoteShelf } from '../../../renderer/workspace/note-shelf.ts';
import { mostOpenNotes, type OpenNote } from '../../../renderer/workspace/open-notes.ts';
import { createStore } from '../../../renderer/workspace/store.ts';
import { createWorkspaceHistory } from '../../../renderer/workspace/workspace-history.ts';
import { emptyWorkspace } from '../../../renderer/workspace/workspace-state.ts';
import { noteOf } from '../note-tree/two-accounts.ts';

const noteNamed = (name: string, value = name): Note => ({
  id: asNoteId(name),
  tree: noteOf({ type: 'paragraph', children: [{ type: 'text', value }] }),
  createdAt: '2025-07-12T09:00:00.000Z',
  updatedAt: '2025-07-12T09:00:00.000Z',
});

function shelfForTest() {
  const store = createStore(emptyWorkspace);
  const history = createWorkspaceHistory();
  const log: string[] = [];
  const shown = () => store.get().note?.id;
  const shelf = createNoteShelf({
    store,
    history,
    atOnce: (change) => {
      change();
    },
    enterNote: () => log.push('keyboard in the note'),
  });
  const standing = (name: string): OpenNote => {
    const found = store.get().openNotes.find(({ note }) => note.id === name);
    if (found === undefined) throw new Error(`no editor of ${name} stands`);
    return found;
  };
  const type = (name: string) => {
    shelf.done(standing(name), {
      undo: () => log.push(`undo in ${name} while ${String(shown())} is shown`),
      redo: () => log.push(`redo in ${name} while ${String(shown())} is shown`),
    });
  };
  return { store, history, shelf, log, shown, standing, type };
}

it('shows the note of a step before the step is taken back', () => {
  const { history, shelf, log, type } = shelfForTest();
  shelf.show(noteNamed('one'));
  type('one');
  shelf.show(noteNamed('two'));
  type('two');
  history.undo();
  history.undo();
  history.redo();
  history.redo();
  expect(log).toEqual([
    'undo in two while two is shown',
    'keyboard in the note',
    'undo in one while one is shown',
    'redo in one while one is shown',
    'keyboard in the note',
    'redo in two while two is shown',
  ]);
});

it('shows a note that stood as it was left, not as it was read', () => {
  const { store, shelf, standing } = shelfForTest();
  shelf.show(noteNamed('one'));
  const { tree } = noteNamed('one', 'typed on and on');
  expect(shelf.changed(standing('one'), tree)).toBe(true);
  expect(store.get().noteWords).toBe(4);
  shelf.show(noteNamed('two'));
  expect(store.get().noteWords).toBe(1);
  shelf.show(noteNamed('one', 'old'));
  expect(store.get().note?.tree).toBe(tree);
  expect(shelf.latest(asNoteId('one'))?.tree).toBe(tree);
});

it('takes no tree from an editor in the background for the note that is shown', () => {
  const { store, shelf, standing } = shelfForTest();
  shelf.show(noteNamed('one'));
  const one = standing('one');
  shelf.show(noteNamed('two'));
  expect(shelf.changed(one, noteNamed('one', 'late').tree)).toBe(true);
  expect(store.get().note?.id).toBe('two');
});

it('keeps eight notes, and forgets the steps of the one used longest ago', () => {
  const { store, history, shelf, log, type } = shelfForTest();
  shelf.show(noteNamed('first'));
  type('first');
  shelf.show(noteNamed('second'));
  type('second');
  shelf.show(noteNamed('first'));
  for (let count = 0; count < mostOpenNotes - 1; count += 1) shelf.show(noteNamed(`other ${String(count)}`));
  expect(store.get().openNotes).toHaveLength(mostOpenNotes);
  expect(shelf.latest(asNoteId('second'))).toBeUndefined();
  expect(history.undo()).toBe(true);
  expect(log).toEqual(['keyboard in the note', 'undo in first while first is shown']);
  expect(history.undo()).toBe(false);
});

it('flushes every editor, and calls the one of the shown note the current one', () => {
  const log: string[] = [];
  let shown = asNoteId('one');
  const editors = createNoteEditors(() => shown);
  const handle = (name: string) => ({ flush: () => log.push(name) }) as never;
  const [one, two] = [handle('one'), handle('two')];
  editors.register(asNoteId('one'), one);
  editors.register(asNoteId('two'), two);
  editors.flush();
  expect(log).toEqual(['one', 'two']);
  expect(editors.current).toBe(one);
  shown = asNoteId('two');
  expect(editors.current).toBe(two);
  editors.register(shown, null);
  expect(editors.current).toBeNull();
});
