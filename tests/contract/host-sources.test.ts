import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findQuotation } from '../../core/anchoring/find-quotation.ts';
import type { Annotation } from '../../core/dossier/annotation.ts';
import {
  asAnnotationId,
  asEditionId,
  asNoteId,
  asParagraphId,
  type ParagraphId,
} from '../../core/dossier/ids.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { parseArguments, type HostArguments } from '../../core/host-contract.ts';
import { importLimits } from '../../core/importers/limits.ts';
import { importSource } from '../../core/importers/import-source.ts';
import { codeOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { bringIn, seedA, seedB, startHost, startWithDossier, type TestHost } from './host-fixture.ts';

async function editionOfA(host: TestHost): Promise<Edition> {
  const { source } = valueOf(await bringIn(host, seedA));
  return valueOf(await host.handlers.readEdition({ edition: source.currentEdition }));
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items.at(index);
  if (item === undefined) throw new Error(`nothing at ${String(index)}`);
  return item;
}

const numbered = (edition: Edition, number: number) =>
  at(
    edition.paragraphs.filter((paragraph) => paragraph.number === number),
    0,
  );

const leftoverOf = (edition: Edition) =>
  at(
    edition.paragraphs.filter((paragraph) => paragraph.leftover),
    0,
  );

function annotationOf(edition: Edition, number: number, quote: string, id = 'annotation1'): Annotation {
  return {
    id: asAnnotationId(id),
    source: edition.source,
    passage: valueOf(findQuotation(edition, numbered(edition, number).id, quote)),
    category: 'ask',
    comment: 'Only here.',
    tags: ['trade'],
    createdAt: '2025-07-12T09:00:00.000Z',
    updatedAt: '2025-07-12T09:00:00.000Z',
  };
}

describe('bringing sources in', () => {
  it('stores the paragraphs and the hash of the host’s own bytes, under the next label', async () => {
    const host = await startWithDossier();
    const first = valueOf(await bringIn(host, seedA));
    const second = valueOf(await bringIn(host, seedB));
    expect(
      [first, second].map(({ source, numberedParagraphs }) => [source.label, numberedParagraphs]),
    ).toEqual([
      ['A', 19],
      ['B', 16],
    ]);
    const edition = valueOf(await host.handlers.readEdition({ edition: first.source.currentEdition }));
    expect(edition).toMatchObject({
      source: first.source.id,
      sha256: 'a0318a1cca1a34afc4137f643c32cf012d94bfc3ef1756dad4d16bca5e30b0bc',
      fileName: '000_71b0acd410699836.txt',
    });
    expect(edition.paragraphs.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([
      'Sharing experiences in developing financial centers',
    ]);
    expect(leftoverOf(edition)).toMatchObject({ text: 'Comment (0)', number: null });
  });

  it('refuses bytes that are already there, and names the source', async () => {
    const host = await startWithDossier();
    await bringIn(host, seedA);
    const again = await bringIn(host, seedA);
    expect(codeOf(again)).toBe('already-there');
    expect(again.ok ? '' : again.error.message).toContain('source A');
    expect(valueOf(await host.handlers.readDossier({})).sources).toHaveLength(1);
  });

  it('lists several picked files, and forgets them at the next pick', async () => {
    const host = await startWithDossier();
    host.answers.open.push([seedA, seedB], []);
    const picked = valueOf(await host.handlers.pickSources({}));
    expect(picked.map(({ name }) => name)).toEqual(['000_71b0acd410699836.txt', '001_37ad44ba842c9332.txt']);
    const { token } = at(picked, 0);
    expect(valueOf(await host.handlers.readPickedFile({ token })).length).toBe(at(picked, 0).byteLength);
    expect(valueOf(await host.handlers.pickSources({}))).toEqual([]);
    expect(codeOf(await host.handlers.readPickedFile({ token }))).toBe('not-picked');
  });

  it('stores what the sandbox was given, even when the file changed meanwhile', async () => {
    const host = await startWithDossier();
    const path = join(temporaryFolder(), 'report.txt');
    writeFileSync(path, 'The first text of the report.\n');
    host.answers.open.push([path]);
    const { token, name } = at(valueOf(await host.handlers.pickSources({})), 0);
    const bytes = valueOf(await host.handlers.readPickedFile({ token }));
    writeFileSync(path, 'Quite another text.\n');
    const { source } = valueOf(
      await host.handlers.addSource({ token, document: valueOf(await importSource(bytes, name)) }),
    );
    const edition = valueOf(await host.handlers.readEdition({ edition: source.currentEdition }));
    expect(edition.byteLength).toBe('The first text of the report.\n'.length);
  });

  const document = {
    title: 'T',
    metadata: { type: 'document' },
    paragraphs: [{ kind: 'text' as const, text: 'x', leftover: false }],
  };
  const refusals: readonly [string, string, (host: TestHost) => Promise<unknown>][] = [
    [
      'a picked file that is gone',
      'file-not-found',
      async (host) => {
        const path = join(temporaryFolder(), 'gone.txt');
        writeFileSync(path, 'x');
        host.answers.open.push([path]);
        const { token } = at(valueOf(await host.handlers.pickSources({})), 0);
        rmSync(path);
        return host.handlers.readPickedFile({ token });
      },
    ],
    [
      'a picked file that is too large',
      'file-too-large',
      async (host) => {
        const path = join(temporaryFolder(), 'large.txt');
        writeFileSync(path, 'x');
        truncateSync(path, 51 * 1024 * 1024);
        host.answers.open.push([path]);
        const { token } = at(valueOf(await host.handlers.pickSources({})), 0);
        return host.handlers.readPickedFile({ token });
      },
    ],
    [
      'a picked folder',
      'not-a-file',
      async (host) => {
        const path = join(temporaryFolder(), 'folder');
        mkdirSync(path);
        host.answers.open.push([path]);
        const { token } = at(valueOf(await host.handlers.pickSources({})), 0);
        return host.handlers.readPickedFile({ token });
      },
    ],
    [
      'the open dossier itself',
      'open-dossier',
      async (host) => {
        host.answers.open.push([join(host.folder, 'documents', 'work.dossier')]);
        const { token } = at(valueOf(await host.handlers.pickSources({})), 0);
        return host.handlers.readPickedFile({ token });
      },
    ],
    [
      'a document whose file was never read',
      'not-picked',
      async (host) => {
        host.answers.open.push([seedA]);
        const { token } = at(valueOf(await host.handlers.pickSources({})), 0);
        return host.handlers.addSource({ token, document });
      },
    ],
    [
      'a document of text that is none',
      'bad-text',
      async (host) => {
        host.answers.open.push([seedA]);
        const { token } = at(valueOf(await host.handlers.pickSources({})), 0);
        await host.handlers.readPickedFile({ token });
        const paragraphs = [{ kind: 'text' as const, text: 'cut\0here', leftover: false }];
        return host.handlers.addSource({ token, document: { ...document, paragraphs } });
      },
    ],
    [
      'an edition that is not there',
      'edition-not-found',
      async (host) => host.handlers.readEdition({ edition: asEditionId('none') }),
    ],
  ];
  it.each(refusals)('refuses %s: %s', async (_, code, act) => {
    const host = await startWithDossier();
    const reply = (await act(host)) as Parameters<typeof codeOf>[0];
    expect(codeOf(reply)).toBe(code);
    expect(valueOf(await host.handlers.readDossier({})).sources).toEqual([]);
  });
});

const setAside = (host: TestHost, edition: Edition, paragraph: ParagraphId, leftover: boolean) =>
  host.handlers.correctStructure({
    edition: edition.id,
    change: { kind: 'set-aside', paragraph, leftover },
  });

describe('leftovers', () => {
  it('are numbered again, and set aside again', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const paragraph = leftoverOf(edition).id;
    const more = valueOf(await setAside(host, edition, paragraph, false));
    expect(more.edition.paragraphs.at(-1)).toMatchObject({ number: 20, leftover: false });
    expect(valueOf(await host.handlers.readEdition({ edition: edition.id }))).toEqual(more.edition);
    const less = valueOf(await setAside(host, edition, paragraph, true));
    expect(less.edition).toEqual(edition);
  });

  it('moves the numbers of what nobody cites', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    await host.handlers.saveAnnotation({ annotation: annotationOf(edition, 2, 'past 30 years') });
    const changed = valueOf(await setAside(host, edition, numbered(edition, 5).id, true));
    expect(numbered(changed.edition, 5).id).toBe(numbered(edition, 6).id);
  });

  it.each([
    ['the paragraph itself is annotated', 12, 12],
    ['one after it is annotated', 3, 12],
  ])('refuses when %s', async (_, aside, annotated) => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const quote = 'Vietnam-EFTA Free Trade Agreement';
    valueOf(await host.handlers.saveAnnotation({ annotation: annotationOf(edition, annotated, quote) }));
    const reply = await setAside(host, edition, numbered(edition, aside).id, true);
    expect(codeOf(reply)).toBe('would-renumber-cited');
    expect(valueOf(await host.handlers.readEdition({ edition: edition.id }))).toEqual(edition);
  });

  it('refuses when one after it is cited in a note, until the note is deleted', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'n' }));
    const target = { source: edition.source, edition: edition.id, paragraph: numbered(edition, 12).id };
    valueOf(
      await host.handlers.saveNote({
        note: note.id,
        tree: {
          type: 'root',
          children: [
            note.tree.children[0],
            { type: 'paragraph', children: [{ type: 'citation', targets: [target] }] },
          ],
        },
      }),
    );
    const aside = () => setAside(host, edition, numbered(edition, 1).id, true);
    expect(codeOf(await aside())).toBe('would-renumber-cited');
    valueOf(await host.handlers.deleteNote({ note: note.id }));
    expect(codeOf(await aside())).toBeNull();
  });

  it('refuses a paragraph that is not there', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const paragraph = asParagraphId('none');
    expect(codeOf(await setAside(host, edition, paragraph, true))).toBe('paragraph-not-found');
  });
});

describe('the paragraphs of a source', () => {
  it('are split, joined and marked, found by search as they are now, and given back with their ids', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const whole = numbered(edition, 2);
    const cut = whole.text.indexOf('. ') + 2;
    const correct = async (change: HostArguments<'correctStructure'>['change']) =>
      valueOf(await host.handlers.correctStructure({ edition: edition.id, change }));
    const split = await correct({ kind: 'split', paragraph: whole.id, at: cut });
    expect(numbered(split.edition, 3).text).toBe(whole.text.slice(cut));
    expect(edition.paragraphs.map(({ id }) => id)).not.toContain(numbered(split.edition, 3).id);
    const marked = await correct({ kind: 'mark', paragraph: numbered(split.edition, 3).id, as: 'heading' });
    expect(numbered(marked.edition, 3).text).toBe(numbered(edition, 3).text);
    const words = whole.text.slice(cut).split(' ', 4).join(' ');
    const hits = valueOf(await host.handlers.search({ query: `"${words}"`, limit: 5 }));
    expect(hits.map((hit) => hit.kind === 'paragraph' && hit.number)).toContain(null);

    for (const { step } of [marked, split]) valueOf(await host.handlers.takeBackCorrection({ step }));
    expect(valueOf(await host.handlers.readEdition({ edition: edition.id }))).toEqual(edition);
    expect(codeOf(await host.handlers.takeBackCorrection({ step: split.step }))).toBe('step-not-found');
  });

  it('are taken back again by what taking back gave', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const joined = valueOf(
      await host.handlers.correctStructure({
        edition: edition.id,
        change: { kind: 'join', paragraph: numbered(edition, 1).id, seam: 'space' },
      }),
    );
    const back = valueOf(await host.handlers.takeBackCorrection({ step: joined.step }));
    const again = valueOf(await host.handlers.takeBackCorrection({ step: back.step }));
    expect(again.edition).toEqual(joined.edition);
  });

  it('are not joined where one of them is annotated', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    valueOf(await host.handlers.saveAnnotation({ annotation: annotationOf(edition, 2, 'past 30 years') }));
    const reply = await host.handlers.correctStructure({
      edition: edition.id,
      change: { kind: 'join', paragraph: numbered(edition, 1).id, seam: 'space' },
    });
    expect(codeOf(reply)).toBe('would-change-cited');
    expect(valueOf(await host.handlers.readEdition({ edition: edition.id }))).toEqual(edition);
  });
});

describe('what is said of a source', () => {
  it('is kept, and read again in the next session', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const described = {
      source: edition.source,
      title: 'Readout of 11 July',
      metadata: { type: 'article', title: 'Readout', publisher: 'MOFA', other: { 'my-variable': 'kept' } },
      assessment: {
        side: 'Viet Nam',
        reliability: 'official-statement',
        marking: { scheme: 'uk', level: 'official' },
        asOf: '2025-07-11',
      },
    } as const;
    valueOf(await host.handlers.describeSource(described as never));
    await host.close();
    const again = startHost({ folder: host.folder });
    valueOf(await again.handlers.session({}));
    const [summary] = valueOf(await again.handlers.readDossier({})).sources;
    const { title, metadata, assessment } = described;
    expect(summary?.source).toMatchObject({ label: 'A', title, metadata, assessment });
    const editions = valueOf(await again.handlers.listEditions({ source: edition.source }));
    expect(editions.map(({ id, numberedParagraphs }) => [id, numberedParagraphs])).toEqual([
      [edition.id, 19],
    ]);
  });

  it('is refused for a source that is not there', async () => {
    const host = await startWithDossier();
    const source = 'none' as never;
    expect(codeOf(await host.handlers.listEditions({ source }))).toBe('source-not-found');
  });
});

describe('a file that the window was given itself', () => {
  it('becomes a source like one that was chosen, with its pages and links', async () => {
    const host = await startWithDossier();
    const bytes = Buffer.from('They met.');
    const { token } = valueOf(await host.handlers.holdFile({ fileName: 'pasted.txt', bytes }));
    const paragraphs = [
      {
        kind: 'text' as const,
        text: 'They met.',
        leftover: false,
        page: 3,
        links: [{ start: 0, end: 4, url: 'https://example.org/' }],
      },
    ];
    const document = { title: 'T', metadata: { type: 'document' }, paragraphs };
    const { source } = valueOf(await host.handlers.addSource({ token, document }));
    const edition = valueOf(await host.handlers.readEdition({ edition: source.currentEdition }));
    expect(edition.paragraphs).toEqual([{ ...paragraphs[0], id: expect.any(String) as string, number: 1 }]);
    expect(edition.byteLength).toBe(bytes.length);
    expect(codeOf(await host.handlers.addSource({ token, document }))).toBe('not-picked');
  });

  it('is refused by the contract when it is larger than any that can be imported', () => {
    const bytes = new Uint8Array(importLimits.bytes + 1);
    expect(codeOf(parseArguments('holdFile', { fileName: 'x', bytes }))).toBe('bad-arguments');
  });
});

describe('annotations', () => {
  it('are added, replaced, listed in reading order, and deleted', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const late = annotationOf(edition, 12, 'EVIPA', 'late');
    const early = annotationOf(edition, 2, 'past 30 years', 'early');
    valueOf(await host.handlers.saveAnnotation({ annotation: late }));
    valueOf(await host.handlers.saveAnnotation({ annotation: early }));
    const changed: Annotation = { ...late, category: 'question', comment: '', tags: [] };
    expect(valueOf(await host.handlers.saveAnnotation({ annotation: changed }))).toEqual(changed);
    expect(valueOf(await host.handlers.readDossier({})).annotations).toEqual([early, changed]);
    expect(valueOf(await host.handlers.deleteAnnotation({ annotation: early.id }))).toBeNull();
    expect(valueOf(await host.handlers.readDossier({})).annotations).toEqual([changed]);
    expect(codeOf(await host.handlers.deleteAnnotation({ annotation: early.id }))).toBe(
      'annotation-not-found',
    );
  });

  const lies: readonly [string, (honest: Annotation, edition: Edition) => Annotation][] = [
    [
      'words that stand elsewhere',
      (honest, edition) => ({
        ...honest,
        passage: {
          ...honest.passage,
          anchors: [{ ...honest.passage.anchors[0], paragraph: numbered(edition, 1).id }],
        },
      }),
    ],
    [
      'an offset that is off by one',
      (honest) => {
        const [anchor] = honest.passage.anchors;
        const { start, end } = anchor.position;
        return {
          ...honest,
          passage: {
            ...honest.passage,
            anchors: [{ ...anchor, position: { start: start + 1, end: end + 1 } }],
          },
        };
      },
    ],
    [
      'a paragraph of no edition',
      (honest) => ({
        ...honest,
        passage: {
          ...honest.passage,
          anchors: [{ ...honest.passage.anchors[0], paragraph: asParagraphId('none') }],
        },
      }),
    ],
    [
      'an edition that is not there',
      (honest) => ({
        ...honest,
        passage: { ...honest.passage, edition: asEditionId('none') },
      }),
    ],
  ];
  it.each(lies)('are refused with %s', async (_, distort) => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const annotation = distort(annotationOf(edition, 12, 'EVIPA'), edition);
    expect(codeOf(await host.handlers.saveAnnotation({ annotation }))).toBe('passage-not-found');
    expect(valueOf(await host.handlers.readDossier({})).annotations).toEqual([]);
  });

  it('keep a surrounding that was cut within a surrogate pair', async () => {
    const host = await startWithDossier();
    const edition = await editionOfA(host);
    const honest = annotationOf(edition, 12, 'EVIPA');
    const [anchor] = honest.passage.anchors;
    const annotation: Annotation = {
      ...honest,
      passage: {
        ...honest.passage,
        anchors: [{ ...anchor, quote: { ...anchor.quote, suffix: ') \ud83d' } }],
      },
    };
    valueOf(await host.handlers.saveAnnotation({ annotation }));
    expect(valueOf(await host.handlers.readDossier({})).annotations).toEqual([annotation]);
  });
});

describe('without an open dossier', () => {
  const note = asNoteId('n');
  const calls: readonly [string, (host: TestHost) => unknown][] = [
    ['readDossier', ({ handlers }) => handlers.readDossier({})],
    ['readEdition', ({ handlers }) => handlers.readEdition({ edition: asEditionId('e') })],
    ['createNote', ({ handlers }) => handlers.createNote({ template: 'plain', title: '' })],
    ['readNote', ({ handlers }) => handlers.readNote({ note })],
    ['deleteNote', ({ handlers }) => handlers.deleteNote({ note })],
    ['restoreNote', ({ handlers }) => handlers.restoreNote({ note })],
    ['deleteAnnotation', ({ handlers }) => handlers.deleteAnnotation({ annotation: asAnnotationId('a') })],
    ['exportNote', ({ handlers }) => handlers.exportNote({ note, format: 'md', markdown: 'chancery' })],
  ];
  it.each(calls)('%s says no-dossier', async (_, call) => {
    const reply = (await call(startHost())) as Parameters<typeof codeOf>[0];
    expect(codeOf(reply)).toBe('no-dossier');
  });
});
