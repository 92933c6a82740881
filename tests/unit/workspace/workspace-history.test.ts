import { expect, it } from 'vitest';
import { createWorkspaceHistory } from '../../../renderer/workspace/workspace-history.ts';

function recorder() {
  const history = createWorkspaceHistory();
  const log: string[] = [];
  const push = (name: string) => {
    history.push({ undo: () => log.push(`undo ${name}`), redo: () => log.push(`redo ${name}`) });
  };
  return { history, log, push };
}

it('takes back what was done last, whichever pane it was done in', () => {
  const { history, log, push } = recorder();
  push('mark in the source');
  push('typing in the note');
  history.undo();
  history.undo();
  history.redo();
  expect(log).toEqual(['undo typing in the note', 'undo mark in the source', 'redo mark in the source']);
});

it('says when there is nothing to take back or to do again', () => {
  const { history, push } = recorder();
  expect(history.undo()).toBe(false);
  push('one');
  expect(history.redo()).toBe(false);
  expect(history.undo()).toBe(true);
  expect(history.redo()).toBe(true);
});

it('forgets what was undone once something new is done', () => {
  const { history, log, push } = recorder();
  push('one');
  history.undo();
  push('two');
  expect(history.redo()).toBe(false);
  history.undo();
  expect(log).toEqual(['undo one', 'undo two']);
});

it('does not take an entry made by undoing for a new thing done', () => {
  const { history, log, push } = recorder();
  history.push({
    undo: () => {
      push('echo');
    },
    redo: () => log.push('redo'),
  });
  history.undo();
  expect(history.undo()).toBe(false);
  expect(history.redo()).toBe(true);
});

it('can still redo after an undo that threw', () => {
  const { history, push } = recorder();
  history.push({
    undo: () => {
      throw new Error('bug');
    },
    redo: () => undefined,
  });
  expect(() => history.undo()).toThrow('bug');
  push('after');
  expect(history.undo()).toBe(true);
});

it('forgets what was done in something that is gone, and keeps the rest in order', () => {
  const { history, log, push } = recorder();
  const note = {};
  push('one');
  history.push({ undo: () => log.push('undo in the note'), redo: () => undefined }, note);
  push('two');
  history.forget(note);
  history.undo();
  history.undo();
  expect(log).toEqual(['undo two', 'undo one']);
});

it('takes back in one step what was done as one, the last of it first, and forgets it with its owner', () => {
  const { history, log, push } = recorder();
  const owner = {};
  push('before');
  history.asOne(() => {
    history.push({ undo: () => log.push('undo header'), redo: () => log.push('redo header') }, owner);
    push('text');
  });
  history.undo();
  history.redo();
  expect(log).toEqual(['undo text', 'undo header', 'redo header', 'redo text']);
  history.forget(owner);
  history.undo();
  expect(log.at(-1)).toBe('undo before');
});

it('is left as it was where nothing was done as one', () => {
  const { history } = recorder();
  history.asOne(() => undefined);
  expect(history.undo()).toBe(false);
});
