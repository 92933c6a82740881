/** A disk that fills up or fails under an open dossier: named, nothing lost, and over when the disk is well again. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Note, NoteTree } from '../../core/note-tree/note-tree.ts';
import { openDatabase } from '../../host/dossier-file/database.ts';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { codeOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { mountFailingDisk, mountSmallDisk, whyNoDisk } from './faulty-disks.ts';
import { startHost, type TestHost } from './host-fixture.ts';

const noSmallDisk = whyNoDisk(mountSmallDisk);
const noFailingDisk = whyNoDisk(mountFailingDisk);
const reason = (why: string | null) => (why === null ? '' : ` — skipped: ${why}`);

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const each of cleanUp.toReversed()) each();
  cleanUp = [];
});

/** The note's tree with this text, as long as it takes to need more room. */
function treeWith(note: Note, text: string, kilobytes = 0): NoteTree {
  const [header] = note.tree.children;
  const paragraph = (value: string) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value }],
  });
  return {
    ...note.tree,
    children: [
      header,
      paragraph(text),
      ...Array.from({ length: kilobytes }, () => paragraph('word '.repeat(200))),
    ],
  };
}

const firstWords = (note: Note | undefined) => JSON.stringify(note?.tree.children[1] ?? null);

async function startOn(folder: string) {
  const host = startHost({ folder: temporaryFolder() });
  const file = path.join(folder, 'work.dossier');
  host.answers.save.push(file);
  valueOf(await host.handlers.createDossier({}));
  const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'Kept' }));
  valueOf(await host.handlers.saveNote({ note: note.id, tree: treeWith(note, 'before the fault') }));
  return { host, file, note };
}

const save = (host: TestHost, note: Note, text: string, kilobytes = 0) =>
  host.handlers.saveNote({ note: note.id, tree: treeWith(note, text, kilobytes) });

/** What stands in a file that nobody has open any more. */
function storedWords(file: string, note: Note): string {
  const dossier = valueOf(openDossierFile(file));
  try {
    return firstWords(dossier.notes.find(note.id));
  } finally {
    dossier.close();
  }
}

function isSound(file: string): boolean {
  const database = openDatabase(file);
  try {
    return database.get('PRAGMA integrity_check')?.['integrity_check'] === 'ok';
  } finally {
    database.close();
  }
}

describe(`a full disk${reason(noSmallDisk)}`, () => {
  it.skipIf(noSmallDisk !== null)('is named, keeps what was saved, and takes the rest later', async () => {
    const disk = mountSmallDisk();
    cleanUp.push(disk.remove);
    const { host, file, note } = await startOn(disk.folder);
    disk.fill();
    // Small changes may still fit into the journal's room; one of a megabyte can't.
    const refused = await save(host, note, 'too much', 1_000);
    expect(codeOf(refused)).toBe('disk-full');
    expect(refused.ok ? '' : refused.error.message).toMatch(/^The disk is full\. /);
    expect(firstWords(valueOf(await host.handlers.readNote({ note: note.id })))).toContain(
      'before the fault',
    );
    expect(codeOf(await save(host, note, 'again too much', 1_000))).toBe('disk-full');

    disk.makeRoom();
    valueOf(await save(host, note, 'after the fault', 1_000));
    await host.close();
    expect(storedWords(file, note)).toContain('after the fault');
    expect(isSound(file)).toBe(true);
  });

  it.skipIf(noSmallDisk !== null)('closes a dossier without losing what was saved', async () => {
    const disk = mountSmallDisk();
    cleanUp.push(disk.remove);
    const { host, file, note } = await startOn(disk.folder);
    disk.fill();
    expect(codeOf(await save(host, note, 'too much', 1_000))).toBe('disk-full');
    await host.close();
    disk.makeRoom();
    expect(storedWords(file, note)).toContain('before the fault');
    expect(isSound(file)).toBe(true);
  });

  it.skipIf(noSmallDisk !== null)('lets a copy elsewhere take what could not be saved', async () => {
    const disk = mountSmallDisk();
    cleanUp.push(disk.remove);
    const { host, file, note } = await startOn(disk.folder);
    disk.fill();
    const tree = treeWith(note, 'written when the disk was full', 1_000);
    expect(codeOf(await host.handlers.saveNote({ note: note.id, tree }))).toBe('disk-full');

    // Not beside it: that disk is as full, and nothing half-made is left there.
    host.answers.save.push(path.join(disk.folder, 'beside.dossier'));
    const unsaved = { notes: [{ note: note.id, tree }], annotations: [] };
    expect(codeOf(await host.handlers.continueInCopy(unsaved))).toBe('disk-full');

    const copy = path.join(host.folder, 'documents', 'copy.dossier');
    host.answers.save.push(copy);
    expect(valueOf(await host.handlers.continueInCopy(unsaved))?.name).toBe('copy');
    expect(firstWords(valueOf(await host.handlers.readNote({ note: note.id })))).toContain(
      'written when the disk was full',
    );
    valueOf(await save(host, note, 'and on we go'));
    await host.close();
    expect(storedWords(copy, note)).toContain('and on we go');
    disk.makeRoom();
    expect(storedWords(file, note)).toContain('before the fault');
  });

  it.skipIf(noSmallDisk !== null)('makes no dossier, and leaves nothing half-made', async () => {
    const disk = mountSmallDisk();
    cleanUp.push(disk.remove);
    disk.fill();
    const host = startHost();
    host.answers.save.push(path.join(disk.folder, 'new.dossier'));
    expect(codeOf(await host.handlers.createDossier({}))).toBe('disk-full');
    disk.makeRoom();
    host.answers.save.push(path.join(disk.folder, 'new.dossier'));
    expect(valueOf(await host.handlers.createDossier({}))?.name).toBe('new');
  });
});

describe(`a file system that turns read-only${reason(noFailingDisk)}`, () => {
  it.skipIf(noFailingDisk !== null)(
    'is named, keeps what was saved, and can be left for a copy',
    async () => {
      const disk = mountFailingDisk();
      cleanUp.push(disk.remove);
      const { host, note } = await startOn(disk.folder);
      disk.turnReadOnly();
      const tree = treeWith(note, 'written too late');
      const refused = await host.handlers.saveNote({ note: note.id, tree });
      expect(['read-only-folder', 'disk-failure']).toContain(codeOf(refused));
      expect(refused.ok ? '' : refused.error.message).not.toMatch(/SQLITE|errno/);
      expect(firstWords(valueOf(await host.handlers.readNote({ note: note.id })))).toContain(
        'before the fault',
      );

      const copy = path.join(host.folder, 'documents', 'copy.dossier');
      host.answers.save.push(copy);
      valueOf(await host.handlers.continueInCopy({ notes: [{ note: note.id, tree }], annotations: [] }));
      await host.close();
      expect(storedWords(copy, note)).toContain('written too late');
    },
  );
});

describe(`a read-only file system${reason(noSmallDisk)}`, () => {
  it.skipIf(noSmallDisk !== null)('opens no dossier to write in, and does not touch it', async () => {
    const disk = mountSmallDisk();
    cleanUp.push(disk.remove);
    const { host, file } = await startOn(disk.folder);
    await host.close();
    const before = readFileSync(file);
    const locked = path.join(disk.mountReadOnly(), path.basename(file));
    expect(codeOf(openDossierFile(locked))).toBe('read-only-folder');
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
