/** A source gets a newer text: what pointed into the old one is found, offered or left, and never guessed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findQuotation } from '../../core/anchoring/find-quotation.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { importSource } from '../../core/importers/import-source.ts';
import { citationsOf } from '../../core/note-tree/citations-of.ts';
import { codeOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { json } from './command-line-fixture.ts';
import { bringIn, seedA, startHost, startWithDossier, type TestHost } from './host-fixture.ts';

const at = '2025-07-12T09:00:00.000Z';
const original = readFileSync(seedA, 'utf8');

function numbered(edition: Edition, number: number) {
  const paragraph = edition.paragraphs.find((each) => each.number === number);
  if (paragraph === undefined) throw new Error(`no ¶${String(number)}`);
  return paragraph;
}

/** Seed A with an annotation in ¶12 and one in ¶2, and a note that cites ¶12 and ¶5. */
async function prepare() {
  const host = await startWithDossier();
  const { source } = valueOf(await bringIn(host, seedA));
  const edition = valueOf(await host.handlers.readEdition({ edition: source.currentEdition }));
  for (const [id, number, quote] of [
    ['twelve', 12, 'EVIPA'],
    ['two', 2, 'past 30 years'],
  ] as const) {
    const passage = valueOf(findQuotation(edition, numbered(edition, number).id, quote));
    const annotation = {
      id,
      source: source.id,
      passage,
      category: 'ask',
      comment: '',
      tags: [],
      createdAt: at,
      updatedAt: at,
    };
    valueOf(await host.handlers.saveAnnotation({ annotation: annotation as never }));
  }
  const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'n' }));
  const cite = (number: number) => ({
    type: 'citation' as const,
    targets: [{ source: source.id, edition: edition.id, paragraph: numbered(edition, number).id }],
  });
  const children = [note.tree.children[0], { type: 'paragraph', children: [cite(12), cite(5)] }];
  valueOf(await host.handlers.saveNote({ note: note.id, tree: { type: 'root', children } as never }));
  return { host, source, edition, note };
}

async function propose(host: TestHost, source: Edition['source'], text: string) {
  const bytes = Buffer.from(text);
  const { token } = valueOf(await host.handlers.holdFile({ fileName: 'newer.txt', bytes }));
  const document = valueOf(await importSource(bytes, 'newer.txt'));
  return host.handlers.proposeReplacement({ source, token, document: document as never });
}

const line = (number: number, edition: Edition) => numbered(edition, number).text;

describe('a newer text', () => {
  it('takes along what is found, keeps the old text readable, and leaves what has gone at it', async () => {
    const { host, source, edition, note } = await prepare();
    // ¶12 is gone, ¶2 has other quotes, and there is a new first line.
    const newer = `A new first paragraph, which moves all numbers by one.\n${original.replace(`${line(12, edition)}\n`, '')}`;
    const { token, plan } = valueOf(await propose(host, source.id, newer));
    const kinds = plan.items.map(({ subject, kind }) => [subject.what, kind]);
    expect(kinds).toEqual([
      ['annotation', 'found'],
      ['annotation', 'orphaned'],
      ['citation', 'orphaned'],
      ['citation', 'found'],
    ]);
    const replaced = valueOf(await host.handlers.replaceSource({ proposal: token, decisions: [] }));
    expect(replaced).toMatchObject({ annotationsMoved: 1, citationsMoved: 1, staying: 2, notes: [note.id] });
    const current = valueOf(await host.handlers.readEdition({ edition: replaced.source.currentEdition }));
    expect(numbered(current, 1).text).toMatch(/^A new first/);

    const { annotations } = valueOf(await host.handlers.readDossier({}));
    const editions = new Map(annotations.map(({ id, passage }) => [String(id), passage.edition]));
    expect(editions.get('two')).toBe(current.id);
    expect(editions.get('twelve')).toBe(edition.id);
    const { tree } = valueOf(await host.handlers.readNote({ note: note.id }));
    const targets = citationsOf(tree).map((citation) => citation.targets[0]);
    expect(targets[0]?.edition).toBe(edition.id);
    expect([targets[1]?.edition, targets[1]?.paragraph]).toEqual([current.id, numbered(current, 6).id]);
    expect(valueOf(await host.handlers.readEdition({ edition: edition.id }))).toEqual(edition);
    expect(valueOf(await host.handlers.listEditions({ source: source.id })).map(({ id }) => id)).toEqual([
      edition.id,
      current.id,
    ]);
    const versions = valueOf(await host.handlers.listVersions({ note: note.id }));
    expect(versions.map(({ reason }) => reason)).toEqual(['before-replace']);
    // What cites the older text can still be sent out, and says which text it is.
    const path = join(temporaryFolder(), 'n.md');
    host.answers.save.push(path);
    valueOf(await host.handlers.exportNote({ note: note.id, format: 'md', markdown: 'chancery' }));
    expect(readFileSync(path, 'utf8')).toContain(edition.sha256);
  });

  it('moves what a person decided on, and nothing that was decided to stay', async () => {
    const { host, source, edition, note } = await prepare();
    const changed = line(12, edition).replace('EVIPA', 'Investment Protection Agreement');
    const { token, plan } = valueOf(
      await propose(host, source.id, original.replace(line(12, edition), changed)),
    );
    const offered = plan.items.find(
      ({ subject, kind }) => subject.what === 'citation' && kind === 'changed-suggested',
    );
    const five = plan.items.find(({ subject, kind }) => subject.what === 'citation' && kind === 'found');
    if (offered === undefined || five === undefined) throw new Error('not planned as expected');
    expect(offered.candidates[0]?.difference.some(({ change }) => change === 'inserted')).toBe(true);
    const decisions = [
      { item: offered.id, take: 0 },
      { item: five.id, take: null },
    ];
    const replaced = valueOf(await host.handlers.replaceSource({ proposal: token, decisions }));
    const { tree } = valueOf(await host.handlers.readNote({ note: note.id }));
    const [twelve, other] = citationsOf(tree).map((citation) => citation.targets[0]?.edition);
    expect([twelve, other]).toEqual([replaced.source.currentEdition, edition.id]);
  });

  it.each([['the text that it has', original, 'same-text']])('refuses %s', async (_, text, code) => {
    const { host, source } = await prepare();
    expect(codeOf(await propose(host, source.id, text))).toBe(code);
  });

  it('refuses decisions about what is no longer as it was reviewed, and changes nothing', async () => {
    const { host, source } = await prepare();
    const { token, plan } = valueOf(await propose(host, source.id, `One more.\n${original}`));
    valueOf(await host.handlers.deleteAnnotation({ annotation: 'two' as never }));
    const item = plan.items[0]?.id ?? '';
    const reply = await host.handlers.replaceSource({ proposal: token, decisions: [{ item, take: null }] });
    expect(codeOf(reply)).toBe('unknown-item');
    expect(valueOf(await host.handlers.listEditions({ source: source.id }))).toHaveLength(1);
    expect(codeOf(await host.handlers.replaceSource({ proposal: 'none', decisions: [] }))).toBe(
      'proposal-not-found',
    );
  });

  it('can be the same bytes, cut otherwise, where a correction in place was refused', async () => {
    const { host, source, edition, note } = await prepare();
    const change = { kind: 'join' as const, paragraph: numbered(edition, 1).id, seam: 'space' as const };
    expect(codeOf(await host.handlers.correctStructure({ edition: edition.id, change }))).toBe(
      'would-change-cited',
    );
    const { token } = valueOf(
      await host.handlers.proposeCorrection({ source: source.id, changes: [change] }),
    );
    const replaced = valueOf(await host.handlers.replaceSource({ proposal: token, decisions: [] }));
    const current = valueOf(await host.handlers.readEdition({ edition: replaced.source.currentEdition }));
    expect([current.sha256, current.id]).toEqual([
      edition.sha256,
      expect.not.stringMatching(`^${edition.id}$`),
    ]);
    expect(numbered(current, 1).text).toBe(`${line(1, edition)} ${line(2, edition)}`);
    // Out as Markdown and in again, the note still cites what it cited.
    const cited = async (id: typeof note.id) =>
      citationsOf(valueOf(await host.handlers.readNote({ note: id })).tree).map(({ targets }) => targets);
    const path = join(temporaryFolder(), 'n.md');
    host.answers.save.push(path);
    valueOf(await host.handlers.exportNote({ note: note.id, format: 'md', markdown: 'chancery' }));
    expect(readFileSync(path, 'utf8')).toContain(`${edition.sha256}.2`);
    const before = await cited(note.id);
    await host.close();
    const file = join(host.folder, 'documents', 'work.dossier');
    const { note: again } = await json<{ note: { id: string } }>('note', 'import', file, path);
    const next = startHost({ folder: host.folder });
    valueOf(await next.handlers.session({}));
    const { tree } = valueOf(await next.handlers.readNote({ note: again.id as never }));
    expect(citationsOf(tree).map(({ targets }) => targets)).toEqual(before);
  });
});

describe('on the command line', () => {
  it('replaces, and says of each annotation and citation what became of it', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'x.dossier');
    await json('new', file);
    await json('import', file, seedA);
    for (const [place, quote] of [
      ['A12', 'EVIPA'],
      ['A2', 'past 30 years'],
    ] as const) {
      await json('annotate', file, place, '--quote', quote);
    }
    const newer = join(folder, 'newer.txt');
    const gone = original.split('\n').find((text) => text.includes('EVIPA')) ?? '';
    writeFileSync(newer, original.replace(`${gone}\n`, ''));
    const result = await json<{ items: { state: string; before: string }[] }>('replace', file, 'A', newer);
    expect(result.items.map(({ state, before }) => [state, before])).toEqual([
      ['found', 'past 30 years'],
      ['orphaned', 'EVIPA'],
    ]);
  });

  it('writes annotations as JSON-LD, and takes them back into another dossier of the same sources', async () => {
    const folder = temporaryFolder();
    const [one, other, out, again] = ['one.dossier', 'other.dossier', 'out.jsonld', 'again.jsonld'].map(
      (name) => join(folder, name),
    ) as [string, string, string, string];
    for (const file of [one, other]) {
      await json('new', file);
      await json('import', file, seedA);
    }
    await json('annotate', one, 'A12', '--quote', 'EVIPA', '--category', 'ask', '--comment', 'Only here.');
    await json('annotations', 'export', one, out);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      total: 1,
    });
    expect(await json('annotations', 'import', other, out)).toEqual({ added: 1, replaced: 0, refused: [] });
    expect(await json('annotations', 'import', other, out)).toEqual({ added: 0, replaced: 1, refused: [] });
    await json('annotations', 'export', other, again);
    // The two dossiers brought the text in at two moments; the rest is the same to the letter.
    const written = (path: string) => readFileSync(path, 'utf8').replace(/"sourceDate": "[^"]+"/, '');
    expect(written(again)).toBe(written(out));
  });

  it('refuses by name, one by one, what does not stand where it says', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'x.dossier');
    await json('new', file);
    await json('import', file, seedA);
    const rows = [
      {
        id: 'h1',
        uri: 'https://nowhere.example/',
        text: 'kept',
        tags: ['trade'],
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'EVIPA', prefix: '', suffix: '' }] }],
      },
      {
        id: 'h2',
        uri: 'https://nowhere.example/',
        text: 'lost',
        tags: [],
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'words that nobody said' }] }],
      },
    ];
    const path = join(folder, 'hypothesis.json');
    writeFileSync(path, JSON.stringify({ rows, total: 2 }));
    const taken = await json<{ added: number; refused: { name: string; code: string }[] }>(
      'annotations',
      'import',
      file,
      path,
    );
    expect([taken.added, taken.refused.map(({ name, code }) => [name, code])]).toEqual([
      1,
      [['h2', 'unknown-source']],
    ]);
  });
});
