import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asNoteId } from '../../../core/dossier/ids.ts';
import { done, refused } from '../../../core/result.ts';
import { openDossierFile } from '../../../host/dossier-file/dossier-file.ts';
import { makeFilledDossier } from '../../../host/dossier-file/filled-dossier.ts';
import { checkSeal } from '../../../host/dossier-file/seal.ts';
import { noteOf } from '../note-tree/two-accounts.ts';
import { codeOf, countingTools, temporaryFolder, valueOf } from './dossier-fixture.ts';

const details = () => ({ title: 'Đầy đủ', isSample: true, ...countingTools() });
const at = '2025-07-12T09:00:00.000Z';

it('leaves one whole, sealed dossier with all that it was filled with', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'x.dossier');
  const made = makeFilledDossier(path, details(), ({ notes }) => {
    notes.save({ id: asNoteId('n1'), tree: noteOf(), createdAt: at, updatedAt: at });
    return done(null);
  });
  expect(codeOf(made)).toBe(null);
  expect(readdirSync(folder)).toEqual(['x.dossier']);
  expect(checkSeal(path)).toBe('whole');
  const dossier = valueOf(openDossierFile(path));
  expect(dossier.properties).toMatchObject({ title: 'Đầy đủ', isSample: true });
  expect(dossier.notes.list().map(({ id }) => id)).toEqual(['n1']);
  expect(dossier.search.notesToRead()).toEqual([]);
  dossier.close();
});

it('leaves nothing when it can’t be filled', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'x.dossier');
  expect(codeOf(makeFilledDossier(path, details(), () => refused('no-seed', 'It is missing.')))).toBe(
    'no-seed',
  );
  expect(() =>
    makeFilledDossier(path, details(), () => {
      throw new Error('a bug');
    }),
  ).toThrow('a bug');
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves nothing where it can’t take its name', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'x.dossier');
  mkdirSync(path);
  writeFileSync(join(path, 'in the way'), '');
  expect(() => makeFilledDossier(path, details(), () => done(null))).toThrow(/ENOTEMPTY|EISDIR|EEXIST|EPERM/);
  expect(readdirSync(folder)).toEqual(['x.dossier']);
});
