import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../core/result.ts';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { codeOf, countingTools, hashOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { allOf } from './all-of-a-dossier.ts';
import {
  bringIn,
  seedA,
  startHost,
  startWithDossier as startWithNewDossier,
  type TestHost,
} from './host-fixture.ts';

const tools = countingTools();
const startWithDossier = () => startWithNewDossier(tools);

const newNote = async (host: TestHost, title: string) =>
  valueOf(await host.handlers.createNote({ template: 'plain', title }));
const titles = async (host: TestHost) =>
  valueOf(await host.handlers.readDossier({})).notes.map((note) => note.title);
const backups = async (host: TestHost) => valueOf(await host.handlers.listBackups({}));
const pathOf = (host: TestHost) => join(host.folder, 'documents', 'work.dossier');

/** Starts again on the same data folder; what was open last is open. */
async function nextSession(host: TestHost): Promise<TestHost> {
  await host.close();
  const next = startHost({ folder: host.folder, ...tools });
  expect(valueOf(await next.handlers.session({})).dossier?.name).toBe('work');
  return next;
}

describe('backups', () => {
  it('are made after a session that changed something, and only then', async () => {
    const first = await startWithDossier();
    expect(await backups(first)).toEqual([]);
    await newNote(first, 'One');
    const second = await nextSession(first);
    expect((await backups(second)).map(({ occasion }) => occasion)).toEqual(['closed']);
    const third = await nextSession(second);
    expect(await backups(third)).toHaveLength(1);
    await newNote(third, 'Two');
    const fourth = await nextSession(third);
    expect(await backups(fourth)).toHaveLength(2);
    const moments = (await backups(fourth)).map(({ madeAt }) => madeAt);
    expect(moments).toEqual(moments.toSorted().toReversed());
  });

  it('are made before a session of what another program left', async () => {
    const first = await startWithDossier();
    await first.close();
    const elsewhere = valueOf(openDossierFile(pathOf(first)));
    elsewhere.compact();
    elsewhere.close();
    const second = startHost({ folder: first.folder });
    valueOf(await second.handlers.session({}));
    expect((await backups(second)).map(({ occasion }) => occasion)).toEqual(['opened']);
  });

  it('are the last ten', async () => {
    let host = await startWithDossier();
    for (let session = 0; session < 13; session += 1) {
      await newNote(host, `Note ${String(session)}`);
      host = await nextSession(host);
    }
    expect(await backups(host)).toHaveLength(10);
    const room = valueOf(await host.handlers.backupRoom({}));
    expect(room).toMatchObject({ count: 10, mostPerDossier: 10, mostBytes: 500_000_000 });
    const sizes = (await backups(host)).map(({ byteLength }) => byteLength);
    expect(room.byteLength).toBe(sizes.reduce((sum, size) => sum + size, 0));
    valueOf(await host.handlers.showBackups({}));
    expect(host.shown).toEqual([room.folder]);
  }, 60_000);

  it('are restored into a new file, which is open then; the present one stays as it is', async () => {
    const first = await startWithDossier();
    valueOf(await bringIn(first, seedA));
    await newNote(first, 'Kept');
    const second = await nextSession(first);
    const [note] = valueOf(await second.handlers.readDossier({})).notes;
    if (note === undefined) throw new Error('no note');
    valueOf(await second.handlers.deleteNote({ note: note.id }));
    const third = await nextSession(second);
    const [, earlier] = await backups(third);
    if (earlier === undefined) throw new Error('no backup');
    const before = hashOf(pathOf(third));

    third.answers.save.push(null);
    expect(valueOf(await third.handlers.restoreBackup({ key: earlier.key }))).toBeNull();
    third.answers.save.push(pathOf(third));
    expect(codeOf(await third.handlers.restoreBackup({ key: earlier.key }))).toBe('already-exists');
    const restored = join(temporaryFolder(), 'Back again');
    third.answers.save.push(restored);
    expect(valueOf(await third.handlers.restoreBackup({ key: earlier.key }))?.name).toBe('Back again');
    expect(await titles(third)).toEqual(['Kept']);
    expect(hashOf(pathOf(third))).toBe(before);
    expect(third.suggested[0]).toMatch(/work \(backup of 2025-07-12\)\.dossier$/);
  });

  it('that are damaged or gone are refused, and nothing is made of them', async () => {
    const first = await startWithDossier();
    await newNote(first, 'One');
    const host = await nextSession(first);
    const [backup] = await backups(host);
    if (backup === undefined) throw new Error('no backup');
    const file = join(host.folder, 'data', 'backups', ...backup.key.split('/'));
    writeFileSync(file, Buffer.alloc(statSync(file).size, 'SQLite format 3\0'));
    const target = join(temporaryFolder(), 'x.dossier');
    host.answers.save.push(target);
    expect(codeOf(await host.handlers.restoreBackup({ key: backup.key }))).toBe('not-a-dossier');
    expect(codeOf(await host.handlers.restoreBackup({ key: '../../recent.json' }))).toBe('backup-not-found');
    expect(existsSync(target)).toBe(false);
    expect(await titles(host)).toEqual(['One']);
  });

  it('that can’t be made keep nobody from working', async () => {
    const host = await startWithDossier();
    writeFileSync(join(host.folder, 'data', 'backups'), 'in the way');
    await newNote(host, 'One');
    const next = await nextSession(host);
    expect(await titles(next)).toEqual(['One']);
  });
});

describe('copies', () => {
  it('are saved elsewhere with an id of their own, while the dossier stays open', async () => {
    const host = await startWithDossier();
    valueOf(await bringIn(host, seedA));
    await newNote(host, 'Note');
    const target = join(temporaryFolder(), 'Copy.dossier');
    host.answers.save.push(target);
    expect(valueOf(await host.handlers.saveCopy({}))).toEqual({ fileName: 'Copy.dossier' });
    expect(valueOf(await host.handlers.session({})).dossier?.name).toBe('work');
    await host.close();
    const [copy, original] = [target, pathOf(host)].map((path) => {
      const dossier = valueOf(openDossierFile(path));
      const all = allOf(dossier);
      dossier.close();
      return all;
    });
    expect(copy).toEqual({ ...original, properties: { ...original?.properties, id: copy?.properties.id } });
    expect(copy?.properties.id).not.toBe(original?.properties.id);
    expect(readdirSync(join(target, '..'))).toEqual(['Copy.dossier']);
  });

  it.each(['saveCopy', 'duplicateDossier'] as const)('%s never replaces a file', async (name) => {
    const host = await startWithDossier();
    const ask = async (): Promise<Result<unknown>> => host.handlers[name]({});
    const there = join(temporaryFolder(), 'there.dossier');
    writeFileSync(there, 'something else');
    for (const path of [there, pathOf(host)]) {
      const before = path === there ? hashOf(path) : '';
      host.answers.save.push(path);
      expect(codeOf(await ask())).toBe('already-exists');
      if (path === there) expect(hashOf(path)).toBe(before);
    }
    host.answers.save.push(join(temporaryFolder(), 'none', 'x.dossier'));
    expect(codeOf(await ask())).toBe('no-such-folder');
    host.answers.save.push(null);
    expect(valueOf(await ask())).toBeNull();
    expect(valueOf(await host.handlers.session({})).dossier?.name).toBe('work');
  });

  it('as a duplicate bear the name of their file, and are open then', async () => {
    const host = await startWithDossier();
    await newNote(host, 'Note');
    host.answers.save.push(join(temporaryFolder(), 'Second round'));
    expect(valueOf(await host.handlers.duplicateDossier({}))).toEqual({
      name: 'Second round',
      title: 'Second round',
      isSample: false,
    });
    await newNote(host, 'Only here');
    valueOf(host.openPath(pathOf(host)));
    expect(await titles(host)).toEqual(['Note']);
  });

  it('compacting makes the file smaller and loses nothing', async () => {
    const host = await startWithDossier();
    valueOf(await bringIn(host, seedA));
    const note = await newNote(host, 'Long');
    const tree = structuredClone(note.tree) as unknown as { children: unknown[] };
    const long = { ...tree, children: [...tree.children] };
    for (let count = 0; count < 4_000; count += 1)
      long.children.push({ type: 'paragraph', children: [{ type: 'text', value: 'x'.repeat(200) }] });
    valueOf(await host.handlers.saveNote({ note: note.id, tree: long as never }));
    valueOf(await host.handlers.saveNote({ note: note.id, tree: note.tree }));
    const next = await nextSession(host);
    const contents = valueOf(await next.handlers.readDossier({}));
    const { before, after } = valueOf(await next.handlers.compactDossier({}));
    expect(after).toBeLessThan(before - 500_000);
    expect(valueOf(await next.handlers.readDossier({}))).toEqual(contents);
    await newNote(next, 'After');
    const last = await nextSession(next);
    expect(await titles(last)).toEqual(['Long', 'After']);
  });

  it.each(['listBackups', 'saveCopy', 'duplicateDossier', 'compactDossier'] as const)(
    '%s without a dossier says no-dossier',
    async (name) => {
      expect(codeOf(await startHost().handlers[name]({}))).toBe('no-dossier');
    },
  );
});
