import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asNoteId, type NoteId } from '../../core/dossier/ids.ts';
import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import { codeOf, valueOf } from '../unit/host/dossier-fixture.ts';
import { startHost, startWithDossier, type TestHost, type TestHostOptions } from './host-fixture.ts';

const withText = (tree: NoteTree, value: string): NoteTree => ({
  type: 'root',
  children: [tree.children[0], { type: 'paragraph', children: [{ type: 'text', value }] }],
});

/** A clock that the test sets: minutes since the note was made. */
function ownClock() {
  let minutes = 0;
  const now = () => new Date(Date.UTC(2025, 6, 12, 9) + minutes * 60_000).toISOString();
  return { now, set: (to: number) => void (minutes = to) };
}

async function hostWithNote(options: TestHostOptions = {}) {
  const clock = ownClock();
  const host = await startWithDossier({ now: clock.now, ...options });
  const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'Talks' }));
  const save = async (value: string) =>
    valueOf(await host.handlers.saveNote({ note: note.id, tree: withText(note.tree, value) }));
  return { host, clock, note: note.id, save };
}

const versionsOf = async (host: TestHost, note: NoteId) =>
  valueOf(await host.handlers.listVersions({ note }));
const textOf = async (host: TestHost, note: NoteId, version: number) => {
  const { tree } = valueOf(await host.handlers.readVersion({ note, version }));
  return JSON.stringify(tree.children.slice(1)).match(/"value":"([^"]*)"/)?.[1];
};
const noteTextOf = async (host: TestHost, note: NoteId) =>
  JSON.stringify(valueOf(await host.handlers.readNote({ note })).tree).match(/"value":"(one[^"]*)"/)?.[1];

describe('the history of a note', () => {
  it('is empty at first, and is kept for the note that is asked for', async () => {
    const { host, note } = await hostWithNote();
    expect(await versionsOf(host, note)).toEqual([]);
    const none = asNoteId('none');
    expect(codeOf(await host.handlers.listVersions({ note: none }))).toBe('note-not-found');
    expect(codeOf(await host.handlers.readVersion({ note: none, version: 1 }))).toBe('note-not-found');
    expect(codeOf(await host.handlers.nameVersion({ note: none, name: 'x' }))).toBe('note-not-found');
    expect(codeOf(await host.handlers.restoreVersion({ note: none, version: 1 }))).toBe('note-not-found');
    expect(codeOf(await host.handlers.readVersion({ note, version: 1 }))).toBe('version-not-found');
    expect(codeOf(await host.handlers.restoreVersion({ note, version: 1 }))).toBe('version-not-found');
  });

  it('keeps what stood there after ten minutes of work, and not before', async () => {
    const { host, clock, note, save } = await hostWithNote();
    await save('one');
    clock.set(9.9);
    await save('one two');
    expect(await versionsOf(host, note)).toEqual([]);
    clock.set(10);
    await save('one two three');
    clock.set(15);
    await save('one two three four');
    expect(await versionsOf(host, note)).toEqual([
      {
        number: 1,
        madeAt: '2025-07-12T09:10:00.000Z',
        reason: 'work',
        name: '',
        words: 2,
        restoredFrom: null,
      },
    ]);
    expect(await textOf(host, note, 1)).toBe('one two');
    clock.set(20);
    await save('one');
    expect((await versionsOf(host, note)).map(({ number, words }) => [number, words])).toEqual([
      [2, 4],
      [1, 2],
    ]);
  });

  it('keeps nothing where nothing changed', async () => {
    const { host, clock, note, save } = await hostWithNote();
    await save('one');
    clock.set(60);
    await save('one');
    expect(await versionsOf(host, note)).toEqual([]);
  });

  it('names the note as it is', async () => {
    const { host, note, save } = await hostWithNote();
    await save('one two three');
    const named = valueOf(await host.handlers.nameVersion({ note, name: 'As sent to the Ambassador\0' }));
    expect(named).toMatchObject({ number: 1, reason: 'named', name: 'As sent to the Ambassador', words: 3 });
    expect(await versionsOf(host, note)).toEqual([named]);
  });

  it('keeps the note before it is exported, once for the same text', async () => {
    const { host, note, save } = await hostWithNote();
    const send = async () => {
      host.answers.save.push(join(host.folder, 'documents', 'out.md'));
      valueOf(await host.handlers.exportNote({ note, format: 'md', markdown: 'chancery' }));
    };
    await save('one');
    await send();
    await send();
    expect((await versionsOf(host, note)).map(({ reason }) => reason)).toEqual(['export']);
    await save('one two');
    await send();
    expect((await versionsOf(host, note)).map(({ words }) => words)).toEqual([2, 1]);
    host.answers.save.push(null);
    await save('one two three');
    valueOf(await host.handlers.exportNote({ note, format: 'md', markdown: 'chancery' }));
    expect(await versionsOf(host, note)).toHaveLength(2);
  });

  it('restores a version as a new one, and keeps what was there before', async () => {
    const { host, note, save } = await hostWithNote();
    await save('one');
    valueOf(await host.handlers.nameVersion({ note, name: 'First' }));
    await save('one two three');
    const restored = valueOf(await host.handlers.restoreVersion({ note, version: 1 }));
    expect(restored.summary.words).toBe(1);
    expect(await noteTextOf(host, note)).toBe('one');
    expect(restored.note).toEqual(valueOf(await host.handlers.readNote({ note })));
    expect(
      (await versionsOf(host, note)).map(({ number, reason, restoredFrom }) => [
        number,
        reason,
        restoredFrom,
      ]),
    ).toEqual([
      [3, 'restore', 1],
      [2, 'before-restore', null],
      [1, 'named', null],
    ]);
    // What undo does.
    expect(restored.before).toBe(2);
    const back = valueOf(await host.handlers.restoreVersion({ note, version: restored.before }));
    expect(await noteTextOf(host, note)).toBe('one two three');
    // What redo does: the version that was there is named, not made again.
    expect(back.before).toBe(3);
    expect((await versionsOf(host, note)).map(({ reason }) => reason)).toEqual([
      'restore',
      'restore',
      'before-restore',
      'named',
    ]);
  });

  it('is on disk once it was acknowledged, also for a note that was deleted and given back', async () => {
    const { host, note, save } = await hostWithNote();
    await save('one');
    const named = valueOf(await host.handlers.nameVersion({ note, name: 'First' }));
    valueOf(await host.handlers.deleteNote({ note }));
    expect(codeOf(await host.handlers.listVersions({ note }))).toBe('note-not-found');
    valueOf(await host.handlers.restoreNote({ note }));
    await host.close();
    const again = startHost({ folder: host.folder });
    await again.handlers.session({});
    expect(await versionsOf(again, note)).toEqual([named]);
    expect(await textOf(again, note, 1)).toBe('one');
  });

  it.each([[''], ['   '], ['x'.repeat(201)]])('refuses a name that is none: “%s”', async (name) => {
    const { parseArguments } = await import('../../core/host-contract.ts');
    expect(parseArguments('nameVersion', { note: 'n', name }).ok).toBe(false);
  });
});
