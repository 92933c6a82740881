/** How long a note is while it is written, as the PDF will have it. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asParagraphId, type NoteId } from '../../core/dossier/ids.ts';
import type { NoteBlock, NoteTree } from '../../core/note-tree/note-tree.ts';
import { exportTypst } from '../../core/exporters/typst/export-typst.ts';
import { resolveNote } from '../../core/note-tree/resolve-note.ts';
import { resourcesBeside } from '../../host/resources.ts';
import { createTypesetter, type Typesetter } from '../../host/typesetting/typesetter.ts';
import { codeOf, valueOf } from '../unit/host/dossier-fixture.ts';
import { cite, lookup, noteOf, target } from '../unit/note-tree/two-accounts.ts';
import { startHost } from './host-fixture.ts';

const { typesetterWorker: workerFile, fontFolder } = resourcesBeside(
  fileURLToPath(new URL('../../host/command-line/chancery.ts', import.meta.url)),
);

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = createTypesetter({ workerFile, fontFolder });
});
afterAll(() => typesetter.close());

const paragraph = (value: string): NoteBlock => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => paragraph(`Line ${String(index)}.`));

function documentOf(tree: NoteTree) {
  const resolved = resolveNote(tree, lookup);
  if (!resolved.ok) throw new Error(resolved.error.message);
  return exportTypst(resolved.value);
}

async function lengthOf(...blocks: readonly NoteBlock[]): Promise<number> {
  const measured = valueOf(await typesetter.measure(documentOf(noteOf(...blocks)), {}));
  return measured.pages - 1 + measured.filled;
}

it('grows line by line, and over the end of a page', async () => {
  const lengths = await Promise.all([1, 5, 20, 50].map((count) => lengthOf(...lines(count))));
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  expect(lengths[0]).toBeGreaterThan(0);
  expect(lengths[0]).toBeLessThan(0.3);
  expect(lengths[3]).toBeGreaterThan(1);
});

it('counts the footnotes at the foot of the page', async () => {
  const cited: NoteBlock = { type: 'paragraph', children: [cite(target('A', 0)), cite(target('B', 0))] };
  const without = await lengthOf(...lines(4), paragraph('x'));
  expect(await lengthOf(...lines(4), cited)).toBeGreaterThan(without + 0.03);
});

it('has as many pages as the PDF', async () => {
  for (const count of [1, 30, 80]) {
    const document = documentOf(noteOf(...lines(count)));
    const { pages } = valueOf(await typesetter.typeset(document));
    expect(Math.ceil(await lengthOf(...lines(count)))).toBe(pages);
  }
});

it('refuses what the PDF would be refused for', async () => {
  const measured = await typesetter.measure(documentOf(noteOf(paragraph('Rune \u{16A0}'))), {});
  expect(measured.ok ? '' : measured.error.message).toContain('\u{16A0}');
});

it('lets an export go first, and a newer request take the place of the one that waits', async () => {
  const finished: string[] = [];
  const note = (name: string, result: Promise<unknown>) =>
    result.then((value) => {
      finished.push(name);
      return value as Awaited<typeof result>;
    });
  const long = documentOf(noteOf(...lines(300)));
  const asker = {};
  const running = note('running', typesetter.measure(long, asker));
  const replaced = typesetter.measure(long, asker);
  const latest = note('latest', typesetter.measure(documentOf(noteOf(...lines(3))), asker));
  const another = typesetter.measure(documentOf(noteOf(...lines(3))), {});
  const pdf = note('pdf', typesetter.typeset(long));
  expect(await replaced).toMatchObject({ ok: false, error: { code: 'superseded' } });
  expect(await running).toMatchObject({ ok: true });
  expect(await latest).toMatchObject({ ok: true, value: { pages: 1 } });
  expect(await another).toMatchObject({ ok: true, value: { pages: 1 } });
  await pdf;
  expect(finished).toEqual(['running', 'pdf', 'latest']);
});

async function hostWithSample() {
  const host = startHost({ typesetter: () => createTypesetter({ workerFile, fontFolder }) });
  valueOf(await host.handlers.session({}));
  const note = valueOf(await host.handlers.readDossier({})).notes[0]?.id as NoteId;
  return { host, note };
}

it('is told of the note as it is on disk, with the pages that its template allows', async () => {
  const { host, note } = await hostWithSample();
  const before = valueOf(await host.handlers.measureNote({ note }));
  expect(before).toMatchObject({ pages: expect.closeTo(1.6, 0) as number, budget: 2 });
  const { tree } = valueOf(await host.handlers.readNote({ note }));
  const [header, ...blocks] = tree.children;
  const readout = { ...header, template: 'readout' };
  const longer: NoteTree = { ...tree, children: [readout, ...blocks, ...lines(50)] };
  valueOf(await host.handlers.saveNote({ note, tree: longer }));
  const after = valueOf(await host.handlers.measureNote({ note }));
  expect(after.pages).toBeGreaterThan(before.pages + 0.5);
  expect(after.budget).toBeNull(); // a readout takes as many as it needs
});

it('is refused by name where a citation leads nowhere', async () => {
  const { host, note } = await hostWithSample();
  const { tree } = valueOf(await host.handlers.readNote({ note }));
  const text = JSON.stringify(tree).replaceAll(
    /"paragraph":"[^"]+"/gu,
    `"paragraph":"${asParagraphId('gone')}"`,
  );
  valueOf(await host.handlers.saveNote({ note, tree: JSON.parse(text) as NoteTree }));
  expect(codeOf(await host.handlers.measureNote({ note }))).toBe('citation-not-found');
});
