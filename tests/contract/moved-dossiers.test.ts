/** Dossiers that are not where they were, and drives that are not there at all. */
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDriveWatch } from '../../host/drive-watch.ts';
import { codeOf, countingTools, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { startHost, startWithDossier, type TestHost } from './host-fixture.ts';

const tools = countingTools();
const pathOf = (host: TestHost) => join(host.folder, 'documents', 'work.dossier');

/** A host that has been closed, with one recent dossier besides the sample. */
async function closedHost(): Promise<TestHost> {
  const host = await startWithDossier(tools);
  valueOf(await host.handlers.createNote({ template: 'plain', title: 'Kept' }));
  await host.close();
  return host;
}

const again = (host: TestHost) => startHost({ folder: host.folder, ...tools });

describe('a recent dossier', () => {
  it.each([
    ['renamed', 'documents', 'renamed é.dossier'],
    ['moved into a folder beside it', join('documents', 'July'), 'work.dossier'],
    ['moved to the folder around', '.', 'work.dossier'],
    ['moved to a neighbouring folder', 'elsewhere', 'other.dossier'],
  ])('is found again when it was %s', async (_, folder, name) => {
    const before = await closedHost();
    const target = join(before.folder, folder, name);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(pathOf(before), target);
    const host = again(before);
    const session = valueOf(await host.handlers.session({}));
    expect(session.dossier?.name).toBe(name.replace('.dossier', ''));
    expect(valueOf(await host.handlers.readDossier({})).notes).toHaveLength(1);
    expect(session.recent.map(({ missing }) => missing)).toEqual([false]);
  });

  it('is not taken for a copy of it, and is said to be missing when it was deleted', async () => {
    const before = await closedHost();
    cpSync(pathOf(before), join(before.folder, 'documents', 'copy.dossier'));
    rmSync(pathOf(before));
    const host = again(before);
    const session = valueOf(await host.handlers.session({}));
    expect([session.dossier, session.refusal?.code]).toEqual([null, 'not-found']);
    expect(session.recent.map(({ missing }) => missing)).toEqual([true]);
  });
});

describe('a drive that does not answer', () => {
  const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  it('is said to be so at the start, and holds up nothing else', async () => {
    const before = await closedHost();
    const drive = createDriveWatch({ ask: () => new Promise(() => undefined), patience: 50 });
    const host = startHost({ folder: before.folder, drive });
    const session = valueOf(await host.handlers.session({}));
    expect([session.dossier, session.refusal?.code]).toEqual([null, 'not-answering']);
    expect(session.recent.map(({ missing }) => missing)).toEqual([true]);
  });

  it('refuses a change in good time, and takes it when it is back', async () => {
    let hangs = false;
    const held: (() => void)[] = [];
    const ask = () => (hangs ? new Promise<void>((resolve) => held.push(resolve)) : Promise.resolve());
    const host = await startWithDossier({ drive: createDriveWatch({ ask, patience: 50 }) });
    const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'Kept' }));
    hangs = true;
    const began = performance.now();
    const save = () => host.handlers.saveNote({ note: note.id, tree: note.tree as never });
    expect(codeOf(await save())).toBe('not-answering');
    expect(codeOf(await save())).toBe('not-answering');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(held).toHaveLength(1);
    hangs = false;
    for (const answer of held) answer();
    await sleep(1);
    expect(codeOf(await save())).toBe(null);
  });

  it('is not waited for when another dossier is opened on it', async () => {
    const host = startHost({
      drive: createDriveWatch({
        ask: (path) => (path.includes('share') ? new Promise(() => undefined) : Promise.resolve()),
        patience: 50,
      }),
    });
    host.answers.open.push([join(temporaryFolder(), 'share', 'x.dossier')]);
    expect(codeOf(await host.handlers.openDossier({}))).toBe('not-answering');
  });
});
