import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { codeOf, hashOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { allOf } from './all-of-a-dossier.ts';
import { holdElsewhere } from './another-process.ts';
import { closedSample } from './closed-sample.ts';
import { bringIn, seedA, startHost, startWithDossier, textOf } from './host-fixture.ts';

const asNote = (host: ReturnType<typeof startHost>) =>
  host.handlers.createNote({ template: 'plain', title: 'New' });

describe('a dossier that another process has open', () => {
  it('is refused as locked, and then read as it was saved last, without a change of its file', async () => {
    const path = await closedSample(temporaryFolder());
    await holdElsewhere(
      path,
      `const [note] = dossier.notes.list(); const found = dossier.notes.find(note.id);
       dossier.notes.save({ ...found, id: 'other', createdAt: '2025-08-01T00:00:00.000Z' });`,
    );
    const files = () => readdirSync(dirname(path)).map((name) => [name, hashOf(join(dirname(path), name))]);
    const before = files();
    const host = startHost();
    expect(codeOf(host.openPath(path))).toBe('locked');
    const refused = valueOf(await host.handlers.refusedDossier({}));
    expect(refused).toMatchObject({ name: 'Talks', refusal: { code: 'locked' }, latestBackup: null });

    const opened = valueOf(await host.handlers.openDossier({ refused: true, readOnly: true }));
    expect(opened).toEqual({ name: 'Talks', title: '58th AMM bilaterals', isSample: true, readOnly: true });
    const contents = valueOf(await host.handlers.readDossier({}));
    expect(contents.notes).toHaveLength(2); // with what the other process has only in its journal
    expect(contents.annotations).toHaveLength(11);
    expect(files()).toEqual(before);
    await host.close();
    expect(files()).toEqual(before);
    expect(readdirSync(join(host.folder, 'data', 'reading'))).toEqual([]);
    expect(readdirSync(join(host.folder, 'data', 'backups'))).toEqual([]);
  });

  it('stays locked for the other process while it is read here', async () => {
    const path = await closedSample(temporaryFolder());
    const holder = await holdElsewhere(path);
    const reader = valueOf(openDossierFile(path, { readOnly: true }));
    expect(codeOf(openDossierFile(path))).toBe('locked');
    await holder.kill();
    const writer = valueOf(openDossierFile(path));
    writer.close();
    reader.close();
  });

  it('is free at once after that process was killed, with all that it had saved', async () => {
    const path = await closedSample(temporaryFolder());
    const holder = await holdElsewhere(
      path,
      `const [note] = dossier.notes.list(); const found = dossier.notes.find(note.id);
       for (let n = 0; n < 20; n += 1) dossier.notes.save({ ...found, id: 'n' + n });`,
    );
    await holder.kill();
    const dossier = valueOf(openDossierFile(path));
    expect(dossier.notes.list()).toHaveLength(21);
    dossier.close();
    expect(readdirSync(dirname(path))).toEqual(['Talks.dossier']);
  });
});

describe('a dossier that is open to read only', () => {
  it('refuses every change by name, wherever it comes from', async () => {
    const host = startHost();
    const path = await closedSample(host.folder);
    const before = hashOf(path);
    host.answers.open.push([path]);
    valueOf(await host.handlers.openDossier({ readOnly: true }));
    const { notes, annotations, sources } = valueOf(await host.handlers.readDossier({}));
    const [note, annotation, source] = [notes[0], annotations[0], sources[0]];
    if (note === undefined || annotation === undefined || source === undefined) throw new Error('empty');
    const read = valueOf(await host.handlers.readNote({ note: note.id }));
    const edition = valueOf(await host.handlers.readEdition({ edition: source.source.currentEdition }));
    const heading = edition.paragraphs.at(-1);
    if (heading === undefined) throw new Error('no paragraph');
    const { handlers } = host;
    const changes = {
      createNote: await asNote(host),
      saveNote: await handlers.saveNote({ note: note.id, tree: read.tree }),
      deleteNote: await handlers.deleteNote({ note: note.id }),
      restoreNote: await handlers.restoreNote({ note: note.id }),
      saveAnnotation: await handlers.saveAnnotation({ annotation: annotation as never }),
      deleteAnnotation: await handlers.deleteAnnotation({ annotation: annotation.id }),
      compactDossier: await handlers.compactDossier({}),
    };
    for (const [name, reply] of Object.entries(changes)) expect(codeOf(reply), name).toBe('read-only');
    const exported = join(host.folder, 'note.md');
    host.answers.save.push(exported);
    valueOf(await handlers.exportNote({ note: note.id, format: 'md', markdown: 'chancery' }));
    expect(textOf(exported)).toContain('[^A12');
    await host.close();
    expect(hashOf(path)).toBe(before);
  });

  it('refuses a source, and is opened for writing when that is asked for', async () => {
    const host = startHost();
    const made = await startWithDossier();
    await made.close();
    const path = join(made.folder, 'documents', 'work.dossier');
    host.answers.open.push([path]);
    valueOf(await host.handlers.openDossier({ readOnly: true }));
    expect(codeOf(await bringIn(host, seedA))).toBe('read-only');
    const again = valueOf(host.openPath(path));
    expect(again.readOnly).toBeUndefined();
    expect(codeOf(await asNote(host))).toBeNull();
  });

  it('is not read when this process itself has it open, which would loosen its lock', async () => {
    const path = await closedSample(temporaryFolder());
    const dossier = valueOf(openDossierFile(path));
    expect(codeOf(openDossierFile(path, { readOnly: true }))).toBe('locked');
    dossier.close();
  });

  it('is read though its version is older, on a copy of it', () => {
    const path = join(temporaryFolder(), 'old.dossier');
    copyFileSync(new URL('kept-dossiers/v1.dossier', import.meta.url), path);
    const before = hashOf(path);
    const dossier = valueOf(openDossierFile(path, { readOnly: true }));
    expect(allOf(dossier).notes).toHaveLength(2);
    dossier.close();
    expect(hashOf(path)).toBe(before);
  });
});

// Windows lets nobody move or delete a file that is open.
describe.runIf(process.platform !== 'win32')('a dossier whose file goes while it is open', () => {
  it.each([
    ['deleted', (path: string) => rmSync(path)],
    ['renamed', (path: string) => renameSync(path, `${path}.elsewhere`)],
    [
      'replaced by another',
      (path: string) => {
        copyFileSync(path, `${path}.new`);
        renameSync(`${path}.new`, path);
      },
    ],
    [
      'on a drive that is pulled out',
      (path: string) => renameSync(dirname(path), `${dirname(path)} pulled out`),
    ],
  ])('%s: the next change is refused as file-gone, and a copy can be saved', async (_, lose) => {
    const host = await startWithDossier();
    valueOf(await asNote(host));
    lose(join(host.folder, 'documents', 'work.dossier'));
    expect(codeOf(await asNote(host))).toBe('file-gone');
    const copy = join(temporaryFolder(), 'saved.dossier');
    host.answers.save.push(copy);
    expect(valueOf(await host.handlers.saveCopy({}))).toEqual({ fileName: 'saved.dossier' });
    const dossier = valueOf(openDossierFile(copy));
    expect(dossier.notes.list()).toHaveLength(1);
    dossier.close();
  });

  it('takes changes again when it is put back', async () => {
    const host = await startWithDossier();
    const path = join(host.folder, 'documents', 'work.dossier');
    renameSync(path, `${path}.away`);
    expect(codeOf(await asNote(host))).toBe('file-gone');
    renameSync(`${path}.away`, path);
    expect(codeOf(await asNote(host))).toBeNull();
  });
});
