/** Which notes use what, while they are written, left, deleted and read again from disk. */
import { standardForms } from '../../../core/dossier/forms.ts';
import { expect, it } from 'vitest';
import { asNoteId } from '../../../core/dossier/ids.ts';
import { citedPlacesOf, type NoteCitations } from '../../../core/evidence/cited-places.ts';
import type { CitationTarget, Note } from '../../../core/note-tree/note-tree.ts';
import { createEvidenceCommands } from '../../../renderer/workspace/evidence-commands.ts';
import type { Change } from '../../../renderer/workspace/change-saver.ts';
import { createStore } from '../../../renderer/workspace/store.ts';
import { emptyWorkspace } from '../../../renderer/workspace/workspace-state.ts';
import { cite, noteOf, target } from '../note-tree/two-accounts.ts';

const moment = '2025-07-12T09:00:00.000Z';
const treeCiting = (...targets: readonly CitationTarget[]) =>
  noteOf({ type: 'paragraph', children: targets.map((each) => cite(each)) });
const noteNamed = (name: string, ...targets: readonly CitationTarget[]): Note => ({
  id: asNoteId(name),
  tree: treeCiting(...targets),
  createdAt: moment,
  updatedAt: moment,
});
const stored = (name: string, ...targets: readonly CitationTarget[]): NoteCitations => ({
  note: asNoteId(name),
  places: citedPlacesOf(treeCiting(...targets)),
});
const one = target('A', 0);
const two = target('A', 1);

function commandsWith(onDisk: readonly NoteCitations[], note: Note | null, unsaved: readonly Change[] = []) {
  const store = createStore({ ...emptyWorkspace, note });
  const answers: (() => void)[] = [];
  const commands = createEvidenceCommands({
    store,
    host: {
      citedPlaces: () =>
        new Promise((resolve) => {
          answers.push(() => {
            resolve({ ok: true, value: onDisk });
          });
        }),
    },
    saver: { unsaved: () => unsaved },
    notes: { flush: () => Promise.resolve(true), citeAll: () => undefined, quoteAll: () => undefined },
    sources: { reveal: () => Promise.resolve() },
    annotations: { changeAll: () => Promise.resolve() },
    enterPane: () => undefined,
    atOnce: (change) => {
      change();
    },
    refuse: () => undefined,
  });
  const answer = async () => {
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    answers.shift()?.();
    await Promise.resolve();
  };
  const cited = (name: string) =>
    store
      .get()
      .noteCitations.get(asNoteId(name))
      ?.map(({ paragraph }) => paragraph as string);
  return { store, commands, answer, cited };
}

it('knows the open note at once, and the others when the host answers', async () => {
  const { commands, answer, cited } = commandsWith(
    [stored('open'), stored('other', two)],
    noteNamed('open', one),
  );
  commands.follow();
  expect(cited('open')).toEqual([one.paragraph]);
  await answer();
  await expect.poll(() => cited('other')).toEqual([two.paragraph]);
  expect(cited('open')).toEqual([one.paragraph]);
});

it('follows what is written, and keeps it of a note that is left, also before the host answers', async () => {
  const { store, commands, answer, cited } = commandsWith(
    [stored('first', one), stored('second')],
    noteNamed('first', one),
  );
  const stop = commands.follow();
  store.set({ note: noteNamed('first', one, two) });
  expect(cited('first')).toEqual([one.paragraph, two.paragraph]);
  store.set({ note: noteNamed('second', two) });
  await answer();
  await expect.poll(() => cited('second')).toEqual([two.paragraph]);
  expect(cited('first')).toEqual([one.paragraph, two.paragraph]);
  stop();
  store.set({ note: noteNamed('second') });
  expect(cited('second')).toEqual([two.paragraph]);
});

it('believes what the disk did not take more than the disk', async () => {
  const unsaved: Change[] = [{ kind: 'note', note: asNoteId('left'), tree: treeCiting(two) }];
  const { commands, answer, cited } = commandsWith([stored('left', one)], null, unsaved);
  commands.follow();
  await answer();
  await expect.poll(() => cited('left')).toEqual([two.paragraph]);
});

it('leaves the same map where typing cites nothing anew', () => {
  const { store, commands } = commandsWith([], noteNamed('open', one));
  commands.follow();
  const before = store.get().noteCitations;
  store.set({ note: noteNamed('open', one) });
  expect(store.get().noteCitations).toBe(before);
});

it('says nothing of the dossier before, when its answer comes late', async () => {
  const { store, commands, answer, cited } = commandsWith([stored('other', one)], null);
  commands.follow();
  store.set({
    session: {
      dossier: null,
      refusal: null,
      recent: [],
      preferences: emptyWorkspace.preferences,
      forms: standardForms,
      formFaults: [],
      application: { version: '0', testBuild: false, platform: 'linux' },
    },
  });
  await answer();
  await Promise.resolve();
  expect(cited('other')).toBeUndefined();
});
