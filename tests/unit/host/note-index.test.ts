import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asNoteId } from '../../../core/dossier/ids.ts';
import type { Note } from '../../../core/note-tree/note-tree.ts';
import { openDossierFile, type DossierFile } from '../../../host/dossier-file/dossier-file.ts';
import { searchDossier } from '../../../host/search.ts';
import { noteOf } from '../note-tree/two-accounts.ts';
import { newDossier, temporaryFolder, valueOf } from './dossier-fixture.ts';

const at = '2025-07-12T09:00:00.000Z';
const noteSaying = (id: string, value: string): Note => ({
  id: asNoteId(id),
  tree: noteOf({ type: 'paragraph', children: [{ type: 'text', value }] }),
  createdAt: at,
  updatedAt: at,
});

const found = (dossier: DossierFile, query: string) =>
  searchDossier(dossier, query, 10).map((hit) => (hit.kind === 'note' ? hit.note : hit.kind));

it('finds what is being written without an index, and from the index when the dossier was closed', () => {
  const path = join(temporaryFolder(), 'x.dossier');
  const dossier = newDossier(path);
  dossier.notes.save(noteSaying('n1', 'Tariffs fell; the Đối tác met.'));
  dossier.notes.save(noteSaying('n2', 'Nothing of that.'));
  expect(dossier.search.notesToRead()).toEqual(['n1', 'n2']);
  const queries = ['tariffs', 'tar', '"doi tac"', 'tariffs met', 'fell tac', 'tariffs nothing', 'notthere'];
  const before = queries.map((query) => found(dossier, query));
  expect(before).toEqual([['n1'], ['n1'], ['n1'], ['n1'], ['n1'], [], []]);
  dossier.close();

  const again = valueOf(openDossierFile(path));
  expect(again.search.notesToRead()).toEqual([]);
  expect(queries.map((query) => found(again, query))).toEqual(before);
  again.notes.save(noteSaying('n1', 'Quotas rose.'));
  expect(again.search.notesToRead()).toEqual(['n1']);
  expect([found(again, 'tariffs'), found(again, 'quotas')]).toEqual([[], ['n1']]);
  again.close();
});

it('leaves a dossier that was only searched as it was', () => {
  const path = join(temporaryFolder(), 'x.dossier');
  const dossier = newDossier(path);
  dossier.notes.save(noteSaying('n1', 'Tariffs fell.'));
  dossier.close();
  const again = valueOf(openDossierFile(path));
  expect(found(again, 'tariffs')).toEqual(['n1']);
  expect(again.hasChanged).toBe(false);
  again.close();
});

it('keeps a deleted note out of both, and finds it again when it is given back', () => {
  const dossier = newDossier();
  dossier.notes.save(noteSaying('n1', 'Tariffs fell.'));
  dossier.notes.remove(asNoteId('n1'), at);
  expect([found(dossier, 'tariffs'), dossier.search.notesToRead()]).toEqual([[], []]);
  dossier.notes.restore(asNoteId('n1'));
  expect(found(dossier, 'tariffs')).toEqual(['n1']);
});
