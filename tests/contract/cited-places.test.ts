import { expect, it } from 'vitest';
import { findQuotation } from '../../core/anchoring/find-quotation.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { parseArguments } from '../../core/host-contract.ts';
import type { CitationTarget, Note, NoteTree } from '../../core/note-tree/note-tree.ts';
import { codeOf, valueOf } from '../unit/host/dossier-fixture.ts';
import { bringIn, seedA, startHost, startWithDossier, type TestHost } from './host-fixture.ts';

async function hostWithSource() {
  const host = await startWithDossier();
  const { source } = valueOf(await bringIn(host, seedA));
  return { host, edition: valueOf(await host.handlers.readEdition({ edition: source.currentEdition })) };
}

function targetOf(edition: Edition, number: number, words?: string): CitationTarget {
  const paragraph = edition.paragraphs.find((each) => each.number === number);
  if (paragraph === undefined) throw new Error(`There is no ¶${String(number)}.`);
  const target = { source: edition.source, edition: edition.id, paragraph: paragraph.id };
  if (words === undefined) return target;
  return { ...target, passage: valueOf(findQuotation(edition, paragraph.id, words)) };
}

const citing = (tree: NoteTree, ...targets: CitationTarget[]): NoteTree => ({
  ...tree,
  children: [
    tree.children[0],
    ...targets.map((target) => ({
      type: 'paragraph' as const,
      children: [{ type: 'citation' as const, targets: [target] as [CitationTarget] }],
    })),
  ],
});

async function noteCiting(host: TestHost, ...targets: CitationTarget[]): Promise<Note> {
  const note = valueOf(await host.handlers.createNote({ template: 'plain', title: 'n' }));
  valueOf(await host.handlers.saveNote({ note: note.id, tree: citing(note.tree, ...targets) }));
  return note;
}

const asked = async (host: TestHost) => valueOf(await host.handlers.citedPlaces({}));

it('tells of every note which paragraphs it cites, and which words in them', async () => {
  const { host, edition } = await hostWithSource();
  const words = targetOf(edition, 12, 'yellow card');
  const first = await noteCiting(host, targetOf(edition, 2), words, words, targetOf(edition, 12));
  const second = await noteCiting(host);
  const paragraph = (number: number) => targetOf(edition, number).paragraph;
  expect(await asked(host)).toEqual([
    {
      note: first.id,
      places: [
        { paragraph: paragraph(2), citations: 1, whole: true, passages: [] },
        {
          paragraph: paragraph(12),
          citations: 3,
          whole: true,
          passages: [words.passage?.anchors[0].position],
        },
      ],
    },
    { note: second.id, places: [] },
  ]);
});

it('follows what is saved, deleted and given back', async () => {
  const { host, edition } = await hostWithSource();
  const note = await noteCiting(host, targetOf(edition, 1));
  const before = await asked(host);
  valueOf(await host.handlers.deleteNote({ note: note.id }));
  expect(await asked(host)).toEqual([]);
  valueOf(await host.handlers.restoreNote({ note: note.id }));
  expect(await asked(host)).toEqual(before);
  valueOf(await host.handlers.saveNote({ note: note.id, tree: citing(note.tree) }));
  expect(await asked(host)).toEqual([{ note: note.id, places: [] }]);
});

it('answers for a hundred long notes before it is felt', async () => {
  const { host, edition } = await hostWithSource();
  const targets = Array.from({ length: 60 }, (_, index) => targetOf(edition, 1 + (index % 19)));
  for (let note = 0; note < 100; note += 1) await noteCiting(host, ...targets);
  const before = performance.now();
  const answer = await asked(host);
  const milliseconds = performance.now() - before;
  expect(answer.every(({ places }) => places.length === 19)).toBe(true);
  expect(answer.length).toBe(100);
  expect(milliseconds).toBeLessThan(1_000); // under 100 on a quiet machine
});

it('refuses when no dossier is open, and takes no arguments', async () => {
  const host = startHost();
  expect(codeOf(await host.handlers.citedPlaces({}))).toBe('no-dossier');
  expect(parseArguments('citedPlaces', {})).toEqual({ ok: true, value: {} });
  expect(codeOf(parseArguments('citedPlaces', null))).toBe('bad-arguments');
});
