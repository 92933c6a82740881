import { expect, it } from 'vitest';
import { asNoteId } from '../../../core/dossier/ids.ts';
import { openDatabase } from '../../../host/dossier-file/database.ts';
import { openDossierFile } from '../../../host/dossier-file/dossier-file.ts';
import { keepBeforeExport } from '../../../host/note-versions.ts';
import { noteOf } from '../note-tree/two-accounts.ts';
import { newDossier, valueOf } from './dossier-fixture.ts';

const madeAt = '2025-07-12T09:00:00.000Z';
const treeSaying = (value: string) => noteOf({ type: 'paragraph', children: [{ type: 'text', value }] });
const note = { id: asNoteId('n'), tree: treeSaying('one\0 \ud83d'), createdAt: madeAt, updatedAt: madeAt };

function dossierWithNote() {
  const dossier = newDossier();
  dossier.notes.save(note);
  return dossier;
}

it('stores the text of equal versions once', () => {
  const dossier = dossierWithNote();
  for (const tree of [note.tree, treeSaying('two'), note.tree]) {
    dossier.versions.add({ note: note.id, tree, madeAt, reason: 'named', name: 'x' });
  }
  expect(dossier.versions.list(note.id).map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(dossier.versions.find(note.id, 3)?.tree).toEqual(note.tree);
  dossier.close();
  const database = openDatabase(dossier.path);
  const rows = database.all('SELECT count(*) AS texts FROM version_trees');
  database.close();
  expect(rows).toEqual([{ texts: 2 }]);
});

it('knows whether the newest version is what the note is', () => {
  const { versions } = dossierWithNote();
  expect(versions.latestHolds(note.id, note.tree)).toBe(false);
  versions.add({ note: note.id, tree: note.tree, madeAt, reason: 'export' });
  expect(versions.latestHolds(note.id, structuredClone(note.tree))).toBe(true);
  expect(versions.latestHolds(note.id, treeSaying('two'))).toBe(false);
});

it('keeps no version of a note that is exported while the dossier is open to read only, and does not refuse', () => {
  const dossier = dossierWithNote();
  dossier.close();
  const reader = valueOf(openDossierFile(dossier.path, { readOnly: true }));
  try {
    keepBeforeExport(reader, note, madeAt);
    expect(reader.versions.list(note.id)).toEqual([]);
  } finally {
    reader.close();
  }
});
