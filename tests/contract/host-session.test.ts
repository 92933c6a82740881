import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, hashOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { copyOfSeeds, startHost, startWithDossier, textOf } from './host-fixture.ts';

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

const session = async (host: ReturnType<typeof startHost>) => valueOf(await host.handlers.session({}));

describe('the first start', () => {
  it('opens a sample made from the seeds, with both sources, their annotations and a note that cites them', async () => {
    const host = startHost();
    expect(await session(host)).toMatchObject({
      dossier: { name: 'Sample', title: '58th AMM bilaterals', isSample: true },
      refusal: null,
      preferences: { theme: 'system', layout: {}, lockAfterMinutes: 15 },
    });
    const contents = valueOf(await host.handlers.readDossier({}));
    expect(
      contents.sources.map(({ source, numberedParagraphs }) => [
        source.label,
        source.title,
        numberedParagraphs,
      ]),
    ).toEqual([
      ['A', 'Bui Thanh Son meets Rubio, Kallas, Lamy', 19],
      ['B', 'Deputy PM meets US, EU, UK counterparts', 16],
    ]);
    expect(contents.sources[0]?.source.metadata).toMatchObject({
      publisher: 'VietNamNet',
      issued: { 'date-parts': [[2025, 7, 12]] },
      URL: 'https://vietnamnet.vn/pho-thu-tuong-bui-thanh-son-gap-ngoai-truong-my-marco-rubio-2420810.html',
    });
    const bySource = contents.sources.map(
      ({ source }) => contents.annotations.filter((annotation) => annotation.source === source.id).length,
    );
    expect(bySource).toEqual([7, 4]);
    expect(new Set(contents.annotations.map((annotation) => annotation.category)).size).toBe(5);
    expect(contents.notes.map((note) => note.title)).toEqual(['Viet Nam: bilaterals at the 58th AMM']);
  });

  it.each(['000_71b0acd410699836.txt', '001_37ad44ba842c9332.txt', 'sample/sample.json', 'sample/note.md'])(
    'without the seed %s says seed-missing and leaves nothing half-made',
    async (name) => {
      const missing = copyOfSeeds();
      rmSync(join(missing, ...name.split('/')));
      const host = startHost({ seeds: missing });
      const { dossier, refusal } = await session(host);
      expect(dossier).toBeNull();
      expect(refusal?.code).toBe('seed-missing');
      expect(refusal?.message).toContain(name);
      expect(codeOf(await host.handlers.openSample({}))).toBe('seed-missing');
      expect(namesIn(join(host.folder, 'data'))).toEqual([]);
    },
  );

  it('with a damaged sample file says seed-damaged', async () => {
    const seedsFolder = copyOfSeeds();
    writeFileSync(join(seedsFolder, 'sample', 'sample.json'), '{"title":');
    const { refusal } = await session(startHost({ seeds: seedsFolder }));
    expect(refusal?.code).toBe('seed-damaged');
  });
});

describe('a later start', () => {
  it('opens what was open last', async () => {
    const first = await startWithDossier();
    await first.close();
    const second = startHost({ folder: first.folder });
    expect((await session(second)).dossier).toEqual({ name: 'work', title: 'work', isSample: false });
  });

  it('opens nothing when that is gone, and says so in the list', async () => {
    const first = await startWithDossier();
    await first.close();
    rmSync(join(first.folder, 'documents', 'work.dossier'));
    const second = startHost({ folder: first.folder });
    const { dossier, refusal, recent } = await session(second);
    expect(dossier).toBeNull();
    expect(refusal?.code).toBe('not-found');
    expect(recent).toMatchObject([{ name: 'work', folder: 'documents', missing: true }]);
  });

  it('opens what the desktop asked for instead', async () => {
    const first = await startWithDossier();
    await first.close();
    const elsewhere = join(temporaryFolder(), 'asked.dossier');
    renameSync(join(first.folder, 'documents', 'work.dossier'), elsewhere);
    const second = startHost({ folder: first.folder });
    valueOf(second.openPath(elsewhere));
    expect((await session(second)).dossier?.name).toBe('asked');
  });

  it('shows why what the desktop asked for is not open, and tells the window to look', async () => {
    const host = startHost();
    const text = join(temporaryFolder(), 'letter.dossier');
    writeFileSync(text, 'Dear colleague');
    const before = hashOf(text);
    expect(codeOf(host.openPath(text))).toBe('not-a-dossier');
    expect(await session(host)).toMatchObject({ dossier: null, refusal: { code: 'not-a-dossier' } });
    expect(host.sent).toEqual([{ event: 'dossierChanged', payload: null }]);
    expect(hashOf(text)).toBe(before);
    valueOf(await host.handlers.openSample({}));
    expect((await session(host)).refusal).toBeNull();
  });
});

describe('making and opening a dossier', () => {
  it('adds the ending, opens it, and tells the window', async () => {
    const host = startHost();
    host.answers.save.push(join(host.folder, 'documents', 'Talks'));
    expect(valueOf(await host.handlers.createDossier({}))).toEqual({
      name: 'Talks',
      title: 'Talks',
      isSample: false,
    });
    expect(host.suggested).toEqual([join(host.folder, 'documents', 'New dossier.dossier')]);
    expect(readdirSync(join(host.folder, 'documents'))).toContain('Talks.dossier');
    expect(host.sent).toEqual([{ event: 'dossierChanged', payload: null }]);
    expect(valueOf(await host.handlers.readDossier({}))).toEqual({
      id: expect.stringMatching(/./) as string,
      title: 'Talks',
      sources: [],
      notes: [],
      annotations: [],
    });
  });

  it('does nothing when the person thinks better of it', async () => {
    const host = startHost();
    host.answers.save.push(null);
    host.answers.open.push([]);
    expect(valueOf(await host.handlers.createDossier({}))).toBeNull();
    expect(valueOf(await host.handlers.openDossier({}))).toBeNull();
    expect(host.sent).toEqual([]);
  });

  it('never replaces a file', async () => {
    const host = await startWithDossier();
    await host.close();
    const path = join(host.folder, 'documents', 'work.dossier');
    const before = hashOf(path);
    const again = startHost({ folder: host.folder });
    again.answers.save.push(path);
    expect(codeOf(await again.handlers.createDossier({}))).toBe('already-exists');
    expect(hashOf(path)).toBe(before);
  });

  it('goes from one to the other by the list, and keeps the open one when the other is refused', async () => {
    const host = await startWithDossier();
    valueOf(await host.handlers.openSample({}));
    const { recent } = await session(host);
    expect(recent.map(({ name, missing }) => [name, missing])).toEqual([
      ['Sample', false],
      ['work', false],
    ]);
    const key = recent[1]?.key ?? '';
    expect(valueOf(await host.handlers.openDossier({ recent: key }))?.name).toBe('work');
    const text = join(host.folder, 'documents', 'text.dossier');
    writeFileSync(text, 'no dossier');
    host.answers.open.push([text]);
    expect(codeOf(await host.handlers.openDossier({}))).toBe('not-a-dossier');
    expect(codeOf(await host.handlers.openDossier({ recent: 'nonsense' }))).toBe('recent-not-found');
    expect((await session(host)).dossier?.name).toBe('work');
  });

  it('opening the one that is open changes nothing', async () => {
    const host = await startWithDossier();
    host.answers.open.push([join(host.folder, 'documents', 'work.dossier')]);
    expect(valueOf(await host.handlers.openDossier({}))?.name).toBe('work');
    expect(host.sent).toHaveLength(1);
  });

  it('leaves one file without companions', async () => {
    const host = await startWithDossier();
    await host.handlers.createNote({ template: 'plain', title: 'n' });
    await host.close();
    expect(readdirSync(join(host.folder, 'documents'))).toEqual(['work.dossier']);
  });
});

describe('the program’s own files', () => {
  it('keeps preferences from one start to the next', async () => {
    const host = await startWithDossier();
    const wanted = {
      theme: 'dark',
      layout: { source: 0.4 },
      lockAfterMinutes: 5,
      sourceTextPercent: 130,
      name: 'N. N.',
      noteLanguage: 'zh-Hant',
    } as const;
    expect(valueOf(await host.handlers.savePreferences(wanted))).toEqual(wanted);
    await host.close();
    expect((await session(startHost({ folder: host.folder }))).preferences).toEqual(wanted);
  });

  it.each([
    ['preferences.json', 'not JSON at all'],
    ['preferences.json', '{"theme":"purple","layout":{}}'],
    ['recent.json', '[{"key":1}]'],
  ])('reads a damaged %s (%s) as new, and keeps it aside', async (file, content) => {
    const host = startHost();
    await session(host);
    await host.close();
    writeFileSync(join(host.folder, 'data', file), content);
    const again = startHost({ folder: host.folder });
    expect((await session(again)).preferences).toEqual({
      theme: 'system',
      layout: {},
      lockAfterMinutes: 15,
      sourceTextPercent: 100,
      name: '',
      noteLanguage: 'en',
    });
    expect(readdirSync(join(host.folder, 'data'))).toContain(`${file}.damaged`);
  });

  it('writes the window’s bugs to the local log', async () => {
    const host = await startWithDossier();
    valueOf(await host.handlers.logError({ message: 'the pane fell over' }));
    host.logError(new Error('and so did this'));
    const log = textOf(join(host.folder, 'data', 'chancery.log'));
    expect(log).toContain('window: the pane fell over');
    expect(log).toContain('and so did this');
  });

  it('acknowledges a flush', async () => {
    expect(valueOf(await startHost().handlers.flushed({}))).toBeNull();
  });
});
