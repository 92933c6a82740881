import { expect, it } from 'vitest';
import type { Annotation } from '../../../core/dossier/annotation.ts';
import { asAnnotationId } from '../../../core/dossier/ids.ts';
import { withTag } from '../../../core/dossier/tags.ts';
import { refused } from '../../../core/result.ts';
import { createAnnotationCommands } from '../../../renderer/workspace/annotation-commands.ts';
import { createChangeSaver, type Change } from '../../../renderer/workspace/change-saver.ts';
import { createStore } from '../../../renderer/workspace/store.ts';
import { createWorkspaceHistory } from '../../../renderer/workspace/workspace-history.ts';
import { emptyWorkspace } from '../../../renderer/workspace/workspace-state.ts';
import { idA, passageTarget } from '../note-tree/two-accounts.ts';

const moment = '2025-07-12T09:00:00.000Z';
const passage = passageTarget(1, 'the yellow card').passage;

function annotationNamed(name: string, tags: readonly string[] = []): Annotation {
  if (passage === undefined) throw new Error('The sample has lost its passage.');
  return {
    id: asAnnotationId(name),
    source: idA,
    passage,
    category: 'ask',
    comment: '',
    tags,
    createdAt: moment,
    updatedAt: moment,
  };
}

const ids = (...names: readonly string[]) => names.map(asAnnotationId);

/** @param refuses the change of this annotation, as the host would */
function commandsOn(annotations: readonly Annotation[], refuses?: string) {
  const store = createStore({ ...emptyWorkspace, annotations });
  const history = createWorkspaceHistory();
  const saved: Change[] = [];
  const refusals: string[] = [];
  const saver = createChangeSaver({
    save: (change) => {
      if (change.kind === 'annotation' && change.id === refuses) {
        return Promise.resolve(refused('passage-not-found', 'Not there.'));
      }
      saved.push(change);
      return Promise.resolve({ ok: true, value: null });
    },
    onState: () => undefined,
    now: () => moment,
    delay: 0,
    retryDelay: 0,
  });
  const commands = createAnnotationCommands({
    saver,
    store,
    history,
    newId: () => 'new',
    now: () => '2025-07-13T09:00:00.000Z',
    refuse: (message) => refusals.push(message),
  });
  const tags = () =>
    Object.fromEntries(store.get().annotations.map((each) => [each.id, each.tags.join(' ')] as const));
  return { store, history, saved, refusals, commands, tags };
}

it('changes several annotations in one step, and leaves out those that would stay the same', async () => {
  const { commands, history, saved, tags } = commandsOn([
    annotationNamed('a'),
    annotationNamed('b', ['EU']),
    annotationNamed('c'),
  ]);
  await commands.changeAll(ids('a', 'b'), (before) => ({ tags: withTag(before.tags, 'eu') }));
  expect(tags()).toEqual({ a: 'eu', b: 'EU', c: '' });
  expect(saved.length).toBe(1);
  await commands.changeAll(ids('a', 'b', 'c'), (before) => ({ tags: withTag(before.tags, 'UK') }));
  expect(tags()).toEqual({ a: 'eu UK', b: 'EU UK', c: 'UK' });
  history.undo();
  expect(tags()).toEqual({ a: 'eu', b: 'EU', c: '' });
  history.redo();
  expect(tags()).toEqual({ a: 'eu UK', b: 'EU UK', c: 'UK' });
  history.undo();
  history.undo();
  expect(tags()).toEqual({ a: '', b: 'EU', c: '' });
  expect(history.undo()).toBe(false);
});

it('deletes several in one step, and gives all of them back as they were', async () => {
  const all = [annotationNamed('a', ['EU']), annotationNamed('b'), annotationNamed('c')];
  const { commands, history, store } = commandsOn(all);
  store.set({ activeAnnotation: asAnnotationId('b') });
  await commands.removeAll(ids('a', 'b'));
  expect(store.get().annotations).toEqual([all[2]]);
  expect(store.get().activeAnnotation).toBeNull();
  history.undo();
  expect(store.get().annotations.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(all);
});

it('takes back what was done last, also before the host has answered', async () => {
  const { commands, history, tags, store } = commandsOn([annotationNamed('a')]);
  await commands.changeAll(ids('a'), () => ({ tags: ['EU'] }));
  const removing = commands.removeAll(ids('a'));
  history.undo();
  await removing;
  expect(tags()).toEqual({ a: 'EU' });
  history.undo();
  expect(store.get().annotations).toEqual([annotationNamed('a')]);
});

it('leaves no step where all was refused', async () => {
  const { commands, history } = commandsOn([annotationNamed('b')], 'b');
  await commands.changeAll(ids('b'), () => ({ tags: ['EU'] }));
  expect(history.undo()).toBe(false);
});

it('takes back only what was done, when one of several is refused', async () => {
  const { commands, history, refusals, tags } = commandsOn([annotationNamed('a'), annotationNamed('b')], 'b');
  await commands.changeAll(ids('a', 'b'), () => ({ tags: ['EU'] }));
  expect(tags()).toEqual({ a: 'EU', b: '' });
  expect(refusals).toEqual(['Not there.']);
  history.undo();
  expect(tags()).toEqual({ a: '', b: '' });
});

it('asks for the tags of a passage that is marked already', async () => {
  const { commands, store } = commandsOn([annotationNamed('a')]);
  if (passage === undefined) throw new Error('The sample has lost its passage.');
  await commands.tag(passage);
  expect(store.get()).toMatchObject({ tagging: 'a', activeAnnotation: 'a' });
  expect(store.get().annotations.length).toBe(1);
});
