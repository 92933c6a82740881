import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDossierFile, openDossierFile } from '../../../host/dossier-file/dossier-file.ts';
import { codeOf, countingTools, hashOf, newDossier, temporaryFolder, valueOf } from './dossier-fixture.ts';

describe('a dossier file', () => {
  it('keeps its title, its id and whether it is the sample', () => {
    const path = join(temporaryFolder(), 'x.dossier');
    const made = valueOf(createDossierFile(path, { title: 'Tiêu đề', isSample: true, ...countingTools() }));
    const properties = made.properties;
    made.close();
    const again = valueOf(openDossierFile(path));
    again.close();
    expect(again.properties).toEqual(properties);
    expect(properties).toMatchObject({ title: 'Tiêu đề', isSample: true });
  });

  it('is one file without companions when it is closed', () => {
    const dossier = newDossier();
    dossier.inOneStep(() => undefined);
    dossier.close();
    expect(readdirSync(dirname(dossier.path))).toEqual(['x.dossier']);
  });

  it('keeps its bytes when it is only read', () => {
    const dossier = newDossier();
    dossier.close();
    const before = hashOf(dossier.path);
    const again = valueOf(openDossierFile(dossier.path));
    again.sources.list();
    again.annotations.list();
    again.notes.list();
    again.close();
    expect(hashOf(dossier.path)).toBe(before);
  });

  it('is locked while it is open, and free as soon as it is closed', () => {
    const dossier = newDossier();
    expect(codeOf(openDossierFile(dossier.path))).toBe('locked');
    dossier.close();
    const again = valueOf(openDossierFile(dossier.path));
    again.close();
  });

  it('knows itself by another way to the same file', () => {
    const dossier = newDossier();
    const link = join(temporaryFolder(), 'link.dossier');
    symlinkSync(dossier.path, link);
    expect(dossier.isAt(link)).toBe(true);
    expect(dossier.isAt(join(dirname(link), 'other.dossier'))).toBe(false);
    expect(codeOf(openDossierFile(link))).toBe('locked');
  });

  it('rolls all of a step back when a part of it fails', () => {
    const dossier = newDossier();
    expect(() =>
      dossier.inOneStep(() => {
        dossier.notes.save({
          id: 'n' as never,
          tree: { type: 'root', children: [header] },
          createdAt: '2025-07-12T09:00:00.000Z',
          updatedAt: '2025-07-12T09:00:00.000Z',
        });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(dossier.notes.list()).toEqual([]);
  });
});

const header = {
  type: 'noteHeader' as const,
  title: 'T',
  template: 'plain',
  scheme: 'none',
  marking: null,
  language: 'en',
  fields: [],
};

describe('making a dossier file is refused', () => {
  const rows: readonly [string, string, (folder: string) => string][] = [
    ['over a file', 'already-exists', (folder) => put(join(folder, 'x.dossier'))],
    ['over a folder', 'already-exists', (folder) => (mkdirSync(join(folder, 'd')), join(folder, 'd'))],
    ['in a folder that is not there', 'no-such-folder', (folder) => join(folder, 'none', 'x.dossier')],
  ];
  it.each(rows)('%s: %s', (_, code, prepare) => {
    const folder = temporaryFolder();
    const path = prepare(folder);
    const before = readdirSync(folder);
    expect(codeOf(createDossierFile(path, { title: 'x', ...countingTools() }))).toBe(code);
    expect(readdirSync(folder)).toEqual(before);
  });

  it.runIf(existsSync('/sys/kernel'))('on a read-only file system: read-only-folder', () => {
    expect(codeOf(createDossierFile('/sys/kernel/x.dossier', { title: 'x', ...countingTools() }))).toBe(
      'read-only-folder',
    );
  });
});

function put(path: string): string {
  writeFileSync(path, 'something else');
  return path;
}
