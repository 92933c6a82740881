import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asNoteId, asParagraphId, type NoteId } from '../../core/dossier/ids.ts';
import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import { codeOf, hashOf, valueOf } from '../unit/host/dossier-fixture.ts';
import { bringIn, seedA, startHost, startWithDossier, textOf, typesetterGiving } from './host-fixture.ts';

type Host = ReturnType<typeof startHost>;

const withText = (tree: NoteTree, value: string): NoteTree => ({
  type: 'root',
  children: [tree.children[0], { type: 'paragraph', children: [{ type: 'text', value }] }],
});

describe('notes', () => {
  it('start from a template, and are read back', async () => {
    const host = await startWithDossier();
    const note = valueOf(await host.handlers.createNote({ template: 'readout', title: 'Talks' }));
    expect(note.tree.children[0]).toMatchObject({ title: 'Talks', template: 'readout', scheme: 'uk' });
    expect(valueOf(await host.handlers.readNote({ note: note.id }))).toEqual(note);
  });

  it('are on disk once saving was acknowledged', async () => {
    const host = await startWithDossier();
    const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'Talks' }));
    const tree = withText(note.tree, 'Four words are here. \ud83d\ude00');
    const saved = valueOf(await host.handlers.saveNote({ note: note.id, tree }));
    expect(saved).toMatchObject({ id: note.id, title: 'Talks', template: 'plain', words: 4 });
    expect(saved.updatedAt > note.updatedAt).toBe(true);
    await host.close();
    const again = startHost({ folder: host.folder });
    await again.handlers.session({});
    expect(valueOf(await again.handlers.readNote({ note: note.id })).tree).toEqual(tree);
    expect(valueOf(await again.handlers.readDossier({})).notes).toEqual([saved]);
  });

  it('keep text that SQLite itself could not', async () => {
    const host = await startWithDossier();
    const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'a\0b\ud83d' }));
    const tree = withText(note.tree, 'cut\0here, half \udc00');
    valueOf(await host.handlers.saveNote({ note: note.id, tree }));
    expect(valueOf(await host.handlers.readNote({ note: note.id })).tree).toEqual(tree);
  });

  it('come back with the same id when deleting is undone', async () => {
    const host = await startWithDossier();
    const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'Talks' }));
    valueOf(await host.handlers.deleteNote({ note: note.id }));
    expect(valueOf(await host.handlers.readDossier({})).notes).toEqual([]);
    expect(codeOf(await host.handlers.readNote({ note: note.id }))).toBe('note-not-found');
    expect(codeOf(await host.handlers.saveNote({ note: note.id, tree: note.tree }))).toBe('note-not-found');
    expect(codeOf(await host.handlers.deleteNote({ note: note.id }))).toBe('note-not-found');
    expect(valueOf(await host.handlers.restoreNote({ note: note.id })).id).toBe(note.id);
    expect(valueOf(await host.handlers.readNote({ note: note.id }))).toEqual(note);
  });

  it('that never were are not found', async () => {
    const host = await startWithDossier();
    expect(codeOf(await host.handlers.restoreNote({ note: asNoteId('none') }))).toBe('note-not-found');
  });
});

describe('exporting', () => {
  async function hostWithSample(options: Parameters<typeof startHost>[0] = {}) {
    const host = startHost(options);
    await host.handlers.session({});
    const [note] = valueOf(await host.handlers.readDossier({})).notes;
    host.sent.length = 0;
    return { host, note: note?.id ?? asNoteId('none') };
  }
  const target = (host: Host, name: string) => join(host.folder, 'documents', name);
  const toMarkdown = (host: Host, note: NoteId, markdown: 'chancery' | 'pandoc' = 'chancery') =>
    host.handlers.exportNote({ note, format: 'md', markdown });

  it('suggests a name made of the title, adds the ending, tells its stages, and hands out the file', async () => {
    const { host, note } = await hostWithSample();
    host.answers.save.push(target(host, 'out'));
    const exported = valueOf(await toMarkdown(host, note));
    expect(host.suggested).toEqual([target(host, 'Viet Nam bilaterals at the 58th AMM.md')]);
    expect(host.sent).toEqual([
      { event: 'exportProgress', payload: { stage: 'resolving' } },
      { event: 'exportProgress', payload: { stage: 'writing' } },
    ]);
    const text = textOf(target(host, 'out.md'));
    expect(exported).toMatchObject({ fileName: 'out.md', byteLength: Buffer.byteLength(text) });
    expect(text).toContain('[^B1]: VNA, “Deputy PM meets US, EU, UK counterparts”, 11 July 2025, ¶ 1.');
    valueOf(await host.handlers.openExported({ token: exported?.token ?? '' }));
    valueOf(await host.handlers.showExported({ token: exported?.token ?? '' }));
    expect([host.opened, host.shown]).toEqual([[target(host, 'out.md')], [target(host, 'out.md')]]);
    expect(readdirSync(target(host, ''))).toEqual(['out.md']);
  });

  it('writes the bibliography beside pandoc’s Markdown', async () => {
    const { host, note } = await hostWithSample();
    host.answers.save.push(target(host, 'out.md'));
    valueOf(await toMarkdown(host, note, 'pandoc'));
    expect(textOf(target(host, 'out.md'))).toContain('[@B, ¶ 1]');
    const bibliography = JSON.parse(textOf(target(host, 'out.json'))) as { id: string }[];
    expect(bibliography.map(({ id }) => id)).toEqual(['A', 'B']);
  });

  it('sets a PDF through the typesetter', async () => {
    const pdf = Buffer.from('%PDF-1.7 …');
    const { host, note } = await hostWithSample({ typesetter: () => typesetterGiving(pdf) });
    host.answers.save.push(target(host, 'out.pdf'));
    valueOf(await host.handlers.exportNote({ note, format: 'pdf', markdown: 'chancery' }));
    expect(host.sent.map(({ payload }) => payload)).toEqual([
      { stage: 'resolving' },
      { stage: 'typesetting' },
      { stage: 'writing' },
    ]);
    expect(textOf(target(host, 'out.pdf'))).toBe(pdf.toString());
  });

  it('is cancelled without leaving a file, and only one runs at a time', async () => {
    const { host, note } = await hostWithSample({ typesetter: () => typesetterGiving('waits') });
    host.answers.save.push(target(host, 'out.pdf'));
    const running = host.handlers.exportNote({ note, format: 'pdf', markdown: 'chancery' });
    expect(codeOf(await toMarkdown(host, note))).toBe('export-running');
    await expect.poll(() => host.sent.at(-1)?.payload).toEqual({ stage: 'typesetting' });
    valueOf(await host.handlers.cancelExport({}));
    expect(codeOf(await running)).toBe('cancelled');
    expect(readdirSync(target(host, ''))).toEqual([]);
    host.answers.save.push(target(host, 'out.md'));
    expect(codeOf(await toMarkdown(host, note))).toBeNull();
  });

  it('does nothing when the person thinks better of it', async () => {
    const { host, note } = await hostWithSample();
    host.answers.save.push(null);
    expect(valueOf(await toMarkdown(host, note))).toBeNull();
    expect(host.sent).toEqual([]);
  });

  it('refuses a note that is not there, before asking where to', async () => {
    const { host } = await hostWithSample();
    expect(codeOf(await toMarkdown(host, asNoteId('none')))).toBe('note-not-found');
  });

  it('refuses a note that cites what is not there, and keeps the file that was', async () => {
    const host = await startWithDossier();
    const { source } = valueOf(await bringIn(host, seedA));
    const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'n' }));
    const cited = {
      source: source.id,
      edition: source.currentEdition,
      paragraph: asParagraphId(`${source.currentEdition}.999`),
    };
    const tree: NoteTree = {
      type: 'root',
      children: [
        note.tree.children[0],
        { type: 'paragraph', children: [{ type: 'citation', targets: [cited] }] },
      ],
    };
    valueOf(await host.handlers.saveNote({ note: note.id, tree }));
    writeFileSync(target(host, 'out.md'), 'the version of yesterday');
    const before = hashOf(target(host, 'out.md'));
    host.answers.save.push(target(host, 'out.md'));
    expect(codeOf(await toMarkdown(host, note.id))).toBe('citation-not-found');
    expect(hashOf(target(host, 'out.md'))).toBe(before);
  });

  const places: readonly [string, string, (host: Host) => string][] = [
    ['in a folder that is not there', 'no-such-folder', (host) => target(host, join('none', 'out.md'))],
    [
      'under a file',
      'no-such-folder',
      (host) => {
        writeFileSync(target(host, 'file'), '');
        return target(host, join('file', 'out.md'));
      },
    ],
    [
      'over a folder',
      'not-a-file',
      (host) => {
        mkdirSync(target(host, 'taken.md'));
        return target(host, 'taken.md');
      },
    ],
  ];
  it.each(places)('refuses to write %s: %s', async (_, code, prepare) => {
    const { host, note } = await hostWithSample();
    host.answers.save.push(prepare(host));
    const before = readdirSync(target(host, ''));
    expect(codeOf(await toMarkdown(host, note))).toBe(code);
    expect(readdirSync(target(host, ''))).toEqual(before);
  });

  it.runIf(existsSync('/sys/kernel'))('refuses to write on a read-only file system', async () => {
    const { host, note } = await hostWithSample();
    host.answers.save.push('/sys/kernel/out.md');
    expect(codeOf(await toMarkdown(host, note))).toBe('read-only-folder');
  });

  it('no longer opens a file that is gone, nor one it did not write', async () => {
    const { host, note } = await hostWithSample();
    host.answers.save.push(target(host, 'out.md'));
    const token = valueOf(await toMarkdown(host, note))?.token ?? '';
    rmSync(target(host, 'out.md'));
    expect(codeOf(await host.handlers.openExported({ token }))).toBe('export-not-found');
    expect(codeOf(await host.handlers.showExported({ token: '/etc/passwd' }))).toBe('export-not-found');
    expect([host.opened, host.shown]).toEqual([[], []]);
  });
});
