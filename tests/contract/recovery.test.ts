import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { codeOf, hashOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { allOf } from './all-of-a-dossier.ts';
import { closedSample } from './closed-sample.ts';
import { startHost } from './host-fixture.ts';

const pageLength = 4096;

function contentsOf(path: string) {
  const dossier = valueOf(openDossierFile(path));
  const all = allOf(dossier);
  dossier.close();
  return all;
}

const leafOfTable = 0x0d; // https://www.sqlite.org/fileformat2.html#b_tree_pages

/** Fills the first page of rows that holds these words with rubbish. */
function spoilPageWith(path: string, words: string): void {
  const bytes = readFileSync(path);
  for (let at = pageLength; at < bytes.length; at += pageLength) {
    const page = bytes.subarray(at, at + pageLength);
    if (page[0] !== leafOfTable || !page.includes(words)) continue;
    page.fill(0xa5);
    writeFileSync(path, bytes);
    return;
  }
  throw new Error('those words are not on a page of rows');
}

async function recover(path: string) {
  const host = startHost();
  expect(codeOf(host.openPath(path))).toBe('damaged');
  const target = join(temporaryFolder(), 'Recovered.dossier');
  host.answers.save.push(target);
  const before = hashOf(path);
  const reply = await host.handlers.recoverDossier({});
  expect(hashOf(path)).toBe(before);
  return { host, reply, target };
}

describe('recovering a damaged dossier', () => {
  it('finds all of it when only one letter is wrong', async () => {
    const path = await closedSample(temporaryFolder());
    const whole = contentsOf(path);
    const bytes = readFileSync(path);
    bytes.write('yellow cord', bytes.indexOf('overcoming'));
    writeFileSync(path, bytes);
    const { reply, target, host } = await recover(path);
    const recovery = valueOf(reply);
    expect(recovery?.dossier).toMatchObject({ name: 'Recovered', title: whole.properties.title });
    const found = new Map(recovery?.parts.map((part) => [part.what, part.found]));
    expect([found.get('sources'), found.get('paragraphs'), found.get('notes')]).toEqual([2, 37, 1]);
    expect(valueOf(await host.handlers.session({})).dossier?.name).toBe('Recovered');
    await host.close();
    const recovered = contentsOf(target);
    expect(recovered.notes).toEqual(whole.notes);
  });

  it('says what is lost with a page of paragraphs, and keeps the rest fitting together', async () => {
    const path = await closedSample(temporaryFolder());
    const whole = contentsOf(path);
    spoilPageWith(path, 'promptly remove the yellow card');
    const { reply, target, host } = await recover(path);
    const parts = new Map(valueOf(reply)?.parts.map((part) => [part.what, part]));
    const paragraphs = parts.get('paragraphs');
    expect(paragraphs?.found).toBeGreaterThan(0);
    expect(paragraphs?.found).toBeLessThan(37);
    expect(parts.get('notes')).toEqual({ what: 'notes', found: 1, lost: 0 });
    expect(parts.get('annotations')?.lost).toBe(11 - (parts.get('annotations')?.found ?? 0));
    await host.close();
    const recovered = contentsOf(target);
    expect(recovered.notes).toEqual(whole.notes);
    const texts = new Set(
      JSON.stringify(whole.sources)
        .split('"text":')
        .map((each) => each.split('",')[0]),
    );
    for (const text of JSON.stringify(recovered.sources).split('"text":').slice(1))
      expect(texts).toContain(text.split('",')[0]);
  });

  it('makes sources up for paragraphs that nothing else speaks of any more', async () => {
    const path = await closedSample(temporaryFolder());
    spoilPageWith(path, 'https://vietnamnet.vn/pho-thu-tuong');
    const { reply, target, host } = await recover(path);
    expect(valueOf(reply)?.parts.find(({ what }) => what === 'paragraphs')?.found).toBe(37);
    await host.close();
    const recovered = contentsOf(target);
    expect(recovered.sources.length).toBeGreaterThanOrEqual(2);
    expect(recovered.sources.flatMap(({ editions }) => editions)).toHaveLength(2);
  });

  it('offers the latest backup of a dossier that was open on this computer', async () => {
    const first = startHost();
    const path = await closedSample(first.folder);
    valueOf(first.openPath(path));
    valueOf(await first.handlers.createNote({ template: 'plain', title: 'Mine' }));
    await first.close();
    spoilPageWith(path, 'promptly remove the yellow card');
    const host = startHost({ folder: first.folder });
    expect(valueOf(await host.handlers.session({})).refusal?.code).toBe('damaged');
    const refused = valueOf(await host.handlers.refusedDossier({}));
    expect(refused).toMatchObject({ name: 'Talks', latestBackup: { occasion: 'closed' } });
    host.answers.save.push(join(temporaryFolder(), 'Back.dossier'));
    valueOf(await host.handlers.restoreBackup({ key: refused?.latestBackup?.key ?? '' }));
    expect(valueOf(await host.handlers.readDossier({})).notes.map((note) => note.title)).toContain('Mine');
    expect(valueOf(await host.handlers.refusedDossier({}))).toBeNull();
  });

  it('is refused by name where nothing is left, or nothing was refused, or a file is in the way', async () => {
    const path = await closedSample(temporaryFolder());
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 100);
    writeFileSync(path, bytes);
    expect(codeOf((await recover(path)).reply)).toBe('nothing-recovered');
    expect(codeOf(await startHost().handlers.recoverDossier({}))).toBe('nothing-refused');
    const host = startHost();
    expect(codeOf(host.openPath(path))).toBe('damaged');
    host.answers.save.push(path);
    expect(codeOf(await host.handlers.recoverDossier({}))).toBe('already-exists');
    host.answers.save.push(null);
    expect(valueOf(await host.handlers.recoverDossier({}))).toBeNull();
  });
});
