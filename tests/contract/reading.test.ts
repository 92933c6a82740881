/** Where a person reads is remembered beside the dossier, never in it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FoundAddress } from '../../core/dossier/paragraph-link.ts';
import type { Reading } from '../../core/reading.ts';
import { createDriveWatch } from '../../host/drive-watch.ts';
import { createRecentDossiers } from '../../host/recent-dossiers.ts';
import { createWantedParagraph } from '../../host/wanted-paragraph.ts';
import { codeOf, countingTools, valueOf } from '../unit/host/dossier-fixture.ts';
import {
  bringIn,
  seedA,
  startHost,
  startWithDossier,
  textOf,
  type TestHost,
  type TestHostOptions,
} from './host-fixture.ts';

const memoryFile = ({ folder }: TestHost) => join(folder, 'data', 'reading.json');
const dossierFile = ({ folder }: TestHost) => join(folder, 'documents', 'work.dossier');
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function hostWithSource(options: TestHostOptions = {}) {
  const host = await startWithDossier(options);
  const { source } = valueOf(await bringIn(host, seedA));
  const edition = valueOf(await host.handlers.readEdition({ edition: source.currentEdition }));
  const { id } = valueOf(await host.handlers.readDossier({}));
  const place = edition.paragraphs[8];
  if (place === undefined) throw new Error('The seed has become shorter.');
  const reading: Reading = {
    sides: [{ tabs: [source.id], shown: source.id }],
    active: 0,
    places: [{ source: source.id, paragraph: place.id, offset: 40 }],
  };
  return { host, id, source, edition, reading };
}

it('remembers tabs and places for the next start, and leaves the dossier as it is', async () => {
  const { host, id, reading } = await hostWithSource();
  expect(valueOf(await host.handlers.readReading({}))).toBeNull();
  await host.close();
  const before = sha256(dossierFile(host));
  const second = startHost({ folder: host.folder });
  valueOf(await second.handlers.session({}));
  valueOf(await second.handlers.keepReading({ dossier: id, reading }));
  await second.close();
  expect(sha256(dossierFile(host))).toBe(before);
  const third = startHost({ folder: host.folder });
  valueOf(await third.handlers.session({}));
  expect(valueOf(await third.handlers.readReading({}))).toEqual(reading);
});

it('keeps ids and offsets only, and no word of the text', async () => {
  const { host, id, reading, source, edition } = await hostWithSource();
  valueOf(await host.handlers.keepReading({ dossier: id, reading }));
  // All that the file holds; the title and the text are nowhere in it.
  expect(JSON.parse(textOf(memoryFile(host)))).toEqual([{ dossier: id, reading }]);
  expect(textOf(memoryFile(host))).not.toContain(source.title);
  expect(textOf(memoryFile(host))).not.toContain(edition.paragraphs[8]?.text.slice(0, 12));
});

it('takes nothing from a window about the dossier that it showed before', async () => {
  const { host, reading } = await hostWithSource();
  valueOf(await host.handlers.keepReading({ dossier: 'another', reading }));
  expect(existsSync(memoryFile(host))).toBe(false);
});

it('begins anew when what was remembered is damaged', async () => {
  const { host, id, reading } = await hostWithSource();
  writeFileSync(memoryFile(host), '[{"dossier":');
  expect(valueOf(await host.handlers.readReading({}))).toBeNull();
  valueOf(await host.handlers.keepReading({ dossier: id, reading }));
  expect(valueOf(await host.handlers.readReading({}))).toEqual(reading);
});

it('remembers sixty dossiers, and lets go of the one read longest ago', async () => {
  const { host, id, reading } = await hostWithSource();
  valueOf(await host.handlers.keepReading({ dossier: id, reading }));
  const others = Array.from({ length: 60 }, (_, index) => ({ dossier: `d${String(index)}`, reading }));
  writeFileSync(memoryFile(host), JSON.stringify(others));
  valueOf(await host.handlers.keepReading({ dossier: id, reading }));
  const kept = JSON.parse(textOf(memoryFile(host))) as { dossier: string }[];
  expect([kept.length, kept[0]?.dossier, kept.at(-1)?.dossier]).toEqual([60, id, 'd58']);
});

it('copies a paragraph as words and as a link', async () => {
  const { host, id, edition } = await hostWithSource();
  const twelfth = edition.paragraphs.find(({ number }) => number === 12);
  if (twelfth === undefined) throw new Error('The seed has become shorter.');
  const link = `chancery://dossier/${id}/${twelfth.id}`;
  valueOf(await host.handlers.copyParagraphLink({ edition: edition.id, paragraph: twelfth.id }));
  const heading = edition.paragraphs.find(({ kind }) => kind === 'heading');
  if (heading !== undefined) {
    valueOf(await host.handlers.copyParagraphLink({ edition: edition.id, paragraph: heading.id }));
  }
  expect(host.copied[0]).toEqual({ text: `A ¶12 <${link}>`, html: `<a href="${link}">A ¶12</a>` });
  expect(host.copied[1]?.text).toMatch(/^A “Sharing experiences/);
});

it('copies no link to a paragraph that is not there', async () => {
  const { host, edition } = await hostWithSource();
  const reply = await host.handlers.copyParagraphLink({
    edition: edition.id,
    paragraph: `${edition.id}.9999` as never,
  });
  expect(codeOf(reply)).toBe('paragraph-not-found');
  expect(host.copied).toEqual([]);
});

it('shows the paragraph of a link once, and says when it is not there', async () => {
  const wantedParagraph = createWantedParagraph();
  const { host, id, source, edition } = await hostWithSource({ wantedParagraph });
  const take = () => host.handlers.takeWantedParagraph({});
  const want = (paragraph: string) => {
    const address = { dossier: id, edition: edition.id, paragraph };
    wantedParagraph.want(address as FoundAddress);
  };
  expect(valueOf(await take())).toBeNull();
  want(`${edition.id}.3`);
  expect(valueOf(await take())).toEqual({
    source: source.id,
    edition: edition.id,
    paragraph: `${edition.id}.3`,
  });
  expect(valueOf(await take())).toBeNull();
  want(`${edition.id}.9999`);
  expect(codeOf(await take())).toBe('paragraph-not-found');
});

it('knows where the dossier of a link is, which was opened here', async () => {
  const { host, id } = await hostWithSource();
  await host.close();
  const recent = createRecentDossiers({
    dataFolder: join(host.folder, 'data'),
    documentsFolder: join(host.folder, 'documents'),
    drive: createDriveWatch(),
    ...countingTools(),
  });
  expect(await recent.pathOfDossier(id)).toBe(dossierFile(host));
  expect(await recent.pathOfDossier('another')).toBeUndefined();
});
