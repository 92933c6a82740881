import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findQuotation } from '../../core/anchoring/find-quotation.ts';
import type { Annotation } from '../../core/dossier/annotation.ts';
import { asAnnotationId } from '../../core/dossier/ids.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { parseArguments } from '../../core/host-contract.ts';
import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import type { SearchHit } from '../../core/search/search-hit.ts';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { searchDossier } from '../../host/search.ts';
import { codeOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { chanceryHere, json } from './command-line-fixture.ts';
import { bringIn, seedA, seedB, startHost, startWithDossier, type TestHost } from './host-fixture.ts';

const keptVersion1 = fileURLToPath(new URL('kept-dossiers/v1.dossier', import.meta.url));

const search = async (host: TestHost, query: string, limit = 20) =>
  valueOf(await host.handlers.search({ query, limit }));

/** Where hits are: `A 12`, `A 12 ask`, `note <title>`. */
function places(hits: readonly SearchHit[]): string[] {
  return hits.map((hit) => {
    if (hit.kind === 'note') return `note ${hit.title}`;
    const place = `${hit.label} ${String(hit.number)}`;
    return hit.kind === 'paragraph' ? place : `${place} ${hit.category}`;
  });
}

const marked = (hit: SearchHit | undefined) =>
  hit?.snippet.filter((part) => part.hit).map((part) => part.text);

async function editionOf(host: TestHost, seed: string): Promise<Edition> {
  const { source } = valueOf(await bringIn(host, seed));
  return valueOf(await host.handlers.readEdition({ edition: source.currentEdition }));
}

function annotationOf(edition: Edition, number: number, quote: string): Annotation {
  const paragraph = edition.paragraphs.find((each) => each.number === number);
  if (paragraph === undefined) throw new Error(`There is no ¶${String(number)}.`);
  return {
    id: asAnnotationId('annotation1'),
    source: edition.source,
    passage: valueOf(findQuotation(edition, paragraph.id, quote)),
    category: 'ask',
    comment: 'Điều phối with Brussels.',
    tags: ['fisheries'],
    createdAt: '2025-07-12T09:00:00.000Z',
    updatedAt: '2025-07-12T09:00:00.000Z',
  };
}

describe('a search through the bridge', () => {
  it('finds paragraphs of all sources, and says where the words stand', async () => {
    const host = await startWithDossier();
    const edition = await editionOf(host, seedA);
    expect(places(await search(host, 'yellow card'))).toEqual(['A 12']);
    await bringIn(host, seedB);
    const hits = await search(host, 'YELLÔW cárd');
    expect(places(hits).toSorted()).toEqual(['A 12', 'B 10']);
    const hit = hits.find((each) => each.kind === 'paragraph' && each.label === 'A');
    if (hit?.kind !== 'paragraph') throw new Error('A ¶12 was not found.');
    const text = edition.paragraphs.find(({ id }) => id === hit.paragraph)?.text ?? '';
    expect(hit).toMatchObject({ edition: edition.id, source: edition.source });
    expect(hit.ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['yellow', 'card']);
    expect(text.slice(hit.passage.start, hit.passage.end)).toBe('yellow card');
    expect(marked(hit)).toEqual(['yellow', 'card']);
    expect(await search(host, 'the', 3)).toHaveLength(3);
    expect(await search(host, 'card "yellow"')).toHaveLength(2);
    expect(await search(host, '"card yellow"')).toEqual([]);
  });

  it('shows a paragraph by its new number after a leftover was numbered', async () => {
    const host = await startWithDossier();
    const edition = await editionOf(host, seedA);
    expect(places(await search(host, '"Comment (0)"'))).toEqual(['A null']);
    const leftover = edition.paragraphs.find((paragraph) => paragraph.leftover);
    if (leftover === undefined) throw new Error('There is no leftover.');
    const change = { kind: 'set-aside', paragraph: leftover.id, leftover: false } as const;
    valueOf(await host.handlers.correctStructure({ edition: edition.id, change }));
    expect(places(await search(host, '"Comment (0)"'))).toEqual(['A 20']);
  });

  it('finds annotations by quotation, comment and tag, until they are changed or deleted', async () => {
    const host = await startWithDossier();
    const edition = await editionOf(host, seedA);
    const annotation = annotationOf(edition, 12, 'EVIPA');
    valueOf(await host.handlers.saveAnnotation({ annotation }));
    for (const query of ['evipa', 'dieu phoi', 'fisher']) {
      expect(places(await search(host, query)), query).toContain('A 12 ask');
    }
    const [hit] = await search(host, 'dieu phoi');
    expect([hit?.kind, marked(hit)]).toEqual(['annotation', ['Điều', 'phối']]);
    valueOf(await host.handlers.saveAnnotation({ annotation: { ...annotation, comment: 'Later.' } }));
    expect(await search(host, 'dieu phoi')).toEqual([]);
    expect(places(await search(host, 'later'))).toEqual(['A 12 ask']);
    valueOf(await host.handlers.deleteAnnotation({ annotation: annotation.id }));
    expect(await search(host, 'later')).toEqual([]);
    expect(places(await search(host, 'evipa'))).toEqual(['A 12']);
  });

  it('finds notes by title, header and text, until they are changed or deleted, and again when restored', async () => {
    const host = await startWithDossier();
    const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'Đối tác châu Âu' }));
    expect(places(await search(host, 'doi tac'))).toEqual(['note Đối tác châu Âu']);
    const [header] = note.tree.children;
    const tree: NoteTree = {
      type: 'root',
      children: [
        { ...header, title: 'Europe', fields: [{ key: 'to', value: 'Herr Müßig' }] },
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: 'Nothing on ' },
            { type: 'strong', children: [{ type: 'text', value: 'tariffs' }] },
          ],
        },
      ],
    };
    valueOf(await host.handlers.saveNote({ note: note.id, tree }));
    expect(await search(host, 'doi tac')).toEqual([]);
    expect(places(await search(host, '"nothing on tariffs"'))).toEqual(['note Europe']);
    expect(places(await search(host, 'mussig'))).toEqual(['note Europe']);
    valueOf(await host.handlers.deleteNote({ note: note.id }));
    expect(await search(host, 'tariffs')).toEqual([]);
    valueOf(await host.handlers.restoreNote({ note: note.id }));
    expect(places(await search(host, 'tariffs'))).toEqual(['note Europe']);
  });

  it('searches the dossier that is open, and says when there is none', async () => {
    const host = startHost();
    expect(codeOf(await host.handlers.search({ query: 'x', limit: 5 }))).toBe('no-dossier');
  });

  const wrong: readonly [what: string, given: unknown][] = [
    ['no limit', { query: 'x' }],
    ['a limit of none', { query: 'x', limit: 0 }],
    ['half a hit', { query: 'x', limit: 2.5 }],
    ['too many hits', { query: 'x', limit: 100_000 }],
    ['a query as long as a book', { query: 'x'.repeat(5_000), limit: 5 }],
    ['a query that is no text', { query: 5, limit: 5 }],
  ];
  it.each(wrong)('refuses %s', (_, given) => {
    expect(codeOf(parseArguments('search', given))).toBe('bad-arguments');
  });
});

describe('a dossier of version 1', () => {
  it('is indexed when it is opened: sources, annotations and notes', () => {
    const path = join(temporaryFolder(), 'old.dossier');
    copyFileSync(keptVersion1, path);
    const dossier = valueOf(openDossierFile(path));
    onTestFinished(() => {
      dossier.close();
    });
    expect(dossier.annotations.list()).not.toEqual([]);
    for (const { id, title } of dossier.notes.list()) {
      const found = searchDossier(dossier, title, 20);
      expect(found.some((hit) => hit.kind === 'note' && hit.note === id)).toBe(true);
    }
    for (const { id, passage } of dossier.annotations.list()) {
      const quoted = `"${passage.anchors[0].quote.exact}"`;
      const found = searchDossier(dossier, quoted, 100);
      expect(found.some((hit) => hit.kind === 'annotation' && hit.annotation === id)).toBe(true);
      const { paragraph } = passage.anchors[0];
      expect(found.some((hit) => hit.kind === 'paragraph' && hit.paragraph === paragraph)).toBe(true);
    }
  });
});

describe('chancery search', () => {
  it('prints where each hit is, and what it found', async () => {
    const path = join(temporaryFolder(), 'x.dossier');
    await json('new', path);
    await json('import', path, seedA, seedB);
    await json('annotate', path, 'A12', '--quote', 'yellow card', '--category', 'ask');

    const { exit, stdout } = await chanceryHere('search', path, 'yellow', 'card');
    expect(exit).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^[AB] ¶1[02] {2}….*\[yellow\] \[card\].*…$/),
      expect.stringMatching(/^[AB] ¶1[02] {2}….*\[yellow\] \[card\].*…$/),
      'A ¶12 Ask or commitment  [yellow] [card]',
    ]);
    const { hits } = await json<{ hits: SearchHit[] }>('search', path, '"yellow card"', '--limit', '1');
    expect(hits.map(({ kind }) => kind)).toEqual(['paragraph', 'annotation']);
    expect(await json('search', path, '( ) * ^ : "')).toEqual({ hits: [] });
    expect((await chanceryHere('search', path, 'zzzz')).stdout).toBe('');
  });

  it.each([
    [['search'], 2],
    [['search', 'x.dossier'], 2],
    [['search', 'x.dossier', 'a', '--limit', 'many'], 2],
    [['search', 'x.dossier', 'a', '--limit', '0'], 2],
    [['search', 'none.dossier', 'a'], 1],
  ])('%j exits with %i', async (argv, code) => {
    expect((await chanceryHere(...argv)).exit).toBe(code);
  });
});
