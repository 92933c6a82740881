import { copyFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { inspectHeader } from '../../host/dossier-file/dossier-header.ts';
import { currentVersion } from '../../host/dossier-file/migrations/migrate.ts';
import { codeOf, hashOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { allOf } from './all-of-a-dossier.ts';
import { chanceryHere } from './command-line-fixture.ts';
import { startHost } from './host-fixture.ts';

const kept = fileURLToPath(new URL('kept-dossiers', import.meta.url));
const names = readdirSync(kept);

function copyOf(name: string): string {
  const path = join(temporaryFolder(), 'kept.dossier');
  copyFileSync(join(kept, name), path);
  return path;
}

describe.each(names)('a dossier kept from an earlier version, %s', (name) => {
  it('opens with everything in it', () => {
    const path = copyOf(name);
    expect(valueOf(inspectHeader(path, false)).version).toBe(Number(/^v(\d+)/.exec(name)?.[1]));
    const dossier = valueOf(openDossierFile(path));
    const all = allOf(dossier);
    dossier.close();
    expect(all.properties).toMatchObject({ title: 'Kept from version 1', isSample: false });
    expect(all.sources.map(({ source, editions }) => [source.label, editions.length])).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
    const paragraphs = all.sources.flatMap(({ source }) => {
      const edition = dossierEdition(all, source.id);
      return edition.paragraphs.filter(({ number }) => number !== null);
    });
    expect(paragraphs).toHaveLength(35);
    expect(all.annotations.map(({ category, comment }) => [category, comment])).toEqual([
      ['ask', 'Công khai?'],
      ['differs', ''],
    ]);
    expect(all.annotations.map(({ passage }) => passage.anchors[0].quote.exact)).toEqual(['EVIPA', 'EVIPA']);
    expect(all.notes.map(({ summary }) => [summary.title, summary.words])).toEqual([
      ['Viet Nam: bilaterals at the 58th AMM', 246],
      ['Second note', 5],
    ]);
    expect(JSON.stringify(all.notes[0]?.note?.tree)).toContain('“yellow card”');
    expect(valueOf(inspectHeader(path, false)).version).toBe(currentVersion);
  });

  it('is copied to the backups before it is migrated, byte for byte', async () => {
    const path = copyOf(name);
    const before = hashOf(path);
    const host = startHost();
    valueOf(host.openPath(path));
    const backups = valueOf(await host.handlers.listBackups({}));
    const isOlder = Number(/^v(\d+)/.exec(name)?.[1]) < currentVersion;
    expect(backups.map(({ occasion }) => occasion)).toEqual([isOlder ? 'migrated' : 'opened']);
    const folder = join(host.folder, 'data', 'backups', ...(backups[0]?.key.split('/') ?? []));
    expect(hashOf(folder)).toBe(before);
    expect(hashOf(path) === before).toBe(!isOlder);
  });

  it('is not migrated when no copy could be kept', () => {
    const path = copyOf(name);
    const before = hashOf(path);
    const keep = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    expect(codeOf(openDossierFile(path, { keep }))).toBe('disk-full');
    expect(hashOf(path)).toBe(before);
  });
});

function dossierEdition(all: ReturnType<typeof allOf>, source: string) {
  const [edition] = all.sources.find((each) => each.source.id === source)?.editions[0] ?? [];
  if (edition === undefined || typeof edition === 'string') throw new Error('no edition');
  return edition;
}

it('a dossier that the command line migrates is kept beside it as it was', async () => {
  const path = copyOf('v1.dossier');
  const before = hashOf(path);
  for (let time = 0; time < 2; time += 1) {
    const { exit, stdout } = await chanceryHere('note', 'list', path);
    expect([exit, stdout.includes('Second note')]).toEqual([0, true]);
  }
  const beside = readdirSync(dirname(path)).filter((name) => name !== 'kept.dossier');
  expect(beside).toEqual([`kept (before version ${String(currentVersion)}).dossier`]);
  expect(hashOf(join(dirname(path), beside[0] ?? ''))).toBe(before);
  expect(hashOf(path)).not.toBe(before);
});
