import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { recoverDossier } from '../../host/dossier-file/recovery/recover-dossier.ts';
import { checkSeal, sealLength } from '../../host/dossier-file/seal.ts';
import { countingTools, hashOf, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';
import { allOf } from './all-of-a-dossier.ts';
import { closedSample } from './closed-sample.ts';

const seed = 20_250_712;

/** Numbers from 0 up to 1, the same in each run. https://en.wikipedia.org/wiki/Xorshift */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const names = new Set(['damaged', 'not-a-dossier', 'newer-version', 'read-only-folder', 'disk-failure']);

let sample: Buffer;
let whole: ReturnType<typeof allOf>;

beforeEach(async () => {
  const path = await closedSample(temporaryFolder());
  sample = readFileSync(path);
  const dossier = valueOf(openDossierFile(path));
  whole = allOf(dossier);
  dossier.close();
});

/** Whole, or refused by name with the file as it was. Returns which. */
function openSpoilt(path: string, what: string): 'whole' | 'refused' {
  const before = hashOf(path);
  const opened = openDossierFile(path);
  if (!opened.ok) {
    expect(names, `${what}: ${opened.error.code}`).toContain(opened.error.code);
    expect(hashOf(path), what).toBe(before);
    return 'refused';
  }
  try {
    expect(allOf(opened.value), what).toEqual(whole);
  } finally {
    opened.value.close();
  }
  return 'whole';
}

/** Whatever can be made of it: a new dossier that opens and can be read from end to end, or a named refusal. */
function recoverSpoilt(path: string, what: string): void {
  const before = hashOf(path);
  const target = join(temporaryFolder(), 'recovered.dossier');
  const recovered = recoverDossier(path, {
    target,
    key: null,
    scratchFolder: temporaryFolder(),
    ...countingTools(),
  });
  expect(hashOf(path), what).toBe(before);
  if (!recovered.ok) {
    expect(recovered.error.code, what).toBe('nothing-recovered');
    return;
  }
  const dossier = valueOf(openDossierFile(target));
  expect(allOf(dossier).sources.length, what).toBeGreaterThanOrEqual(0);
  dossier.close();
}

describe('a dossier is whole or refused by name, never half read', () => {
  it(`cut at 80 places (seed ${String(seed)})`, () => {
    const random = createRandom(seed);
    const path = join(temporaryFolder(), 'cut.dossier');
    const outcomes = new Set<string>();
    for (let round = 0; round < 80; round += 1) {
      const length = round < 8 ? sample.length - 1 - round * 7 : Math.floor(random() * sample.length);
      writeFileSync(path, sample);
      truncateSync(path, length);
      const outcome = openSpoilt(path, `cut to ${String(length)}`);
      outcomes.add(outcome);
      // All but the seal is there only when no page is missing.
      expect(outcome, `cut to ${String(length)}`).toBe(
        length >= sample.length - sealLength ? 'whole' : 'refused',
      );
      if (round % 8 === 0) recoverSpoilt(path, `cut to ${String(length)}`);
    }
    expect(outcomes).toEqual(new Set(['whole', 'refused']));
  });

  it(`with a byte turned at 120 places (seed ${String(seed + 1)})`, () => {
    const random = createRandom(seed + 1);
    const path = join(temporaryFolder(), 'turned.dossier');
    let refused = 0;
    for (let round = 0; round < 120; round += 1) {
      const at = round < 40 ? Math.floor(random() * 100) : Math.floor(random() * sample.length);
      const bit = 1 << Math.floor(random() * 8);
      const what = `byte ${String(at)}, bit ${String(bit)}`;
      const bytes = Buffer.from(sample);
      bytes[at] = (bytes[at] ?? 0) ^ bit;
      writeFileSync(path, bytes);
      const outcome = openSpoilt(path, what);
      if (outcome === 'refused') refused += 1;
      if (at >= 100 && at < sample.length - sealLength) expect(outcome, what).toBe('refused');
      if (round % 8 === 0) recoverSpoilt(path, what);
    }
    expect(refused).toBeGreaterThan(80);
  });

  it('with a letter of a text turned, which SQLite does not notice', () => {
    const path = join(temporaryFolder(), 'letter.dossier');
    const bytes = Buffer.from(sample);
    const at = bytes.indexOf('yellow card');
    expect(at).toBeGreaterThan(0);
    bytes.write('yellow cord', at);
    writeFileSync(path, bytes);
    expect(checkSeal(path)).toBe('broken');
    expect(openSpoilt(path, 'letter')).toBe('refused');
  });

  it('with whole pages of rubbish, left open by a session that was cut off', () => {
    const random = createRandom(seed + 2);
    const path = join(temporaryFolder(), 'rubbish.dossier');
    for (let page = 1; page < Math.floor(sample.length / 4096); page += 3) {
      const bytes = Buffer.from(sample.subarray(0, sample.length - sealLength));
      for (let at = page * 4096; at < (page + 1) * 4096; at += 1) bytes[at] = Math.floor(random() * 256);
      bytes[18] = 2; // as a session leaves it that did not close
      bytes[19] = 2;
      writeFileSync(path, bytes);
      const opened = openDossierFile(path);
      expect(opened.ok ? null : opened.error.code, `page ${String(page)}`).toBe('damaged');
      recoverSpoilt(path, `page ${String(page)}`);
    }
  });
});

it('a dossier whose texts are not text is refused, and does not end the process', () => {
  const random = createRandom(seed + 3);
  const path = join(temporaryFolder(), 'no text.dossier');
  for (const word of ['EVIPA', 'VietNamNet', 'CREATE TABLE', 'paragraphs', '58th AMM', '"children"']) {
    const bytes = Buffer.from(sample.subarray(0, sample.length - sealLength));
    const places: number[] = [];
    for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + 1)) places.push(at);
    expect(places.length, word).toBeGreaterThan(0);
    for (const at of places) bytes[at + Math.floor(random() * word.length)] = 0xff;
    writeFileSync(path, bytes);
    const opened = openDossierFile(path);
    expect(opened.ok ? null : opened.error.code, word).toBe('damaged');
    expect(readFileSync(path).equals(bytes)).toBe(true);
    recoverSpoilt(path, word);
  }
});

describe('a seal', () => {
  it('is there after a change, and does not hinder the next one', async () => {
    const path = await closedSample(temporaryFolder());
    expect(checkSeal(path)).toBe('whole');
    for (const deletedAt of ['2025-07-12T09:00:00.000Z', null]) {
      const dossier = valueOf(openDossierFile(path));
      const [note] = whole.notes;
      const id = note?.summary.id as never;
      if (deletedAt === null) dossier.notes.restore(id);
      else expect(dossier.notes.remove(id, deletedAt)).toBe(true);
      dossier.close();
      expect(checkSeal(path)).toBe('whole');
    }
  });

  it('of a file that another program changed since counts for nothing', () => {
    const copy = join(temporaryFolder(), 'x.dossier');
    const bytes = Buffer.from(sample);
    bytes.writeUInt32BE(bytes.readUInt32BE(24) + 1, 24);
    bytes.writeUInt32BE(bytes.readUInt32BE(92) + 1, 92);
    writeFileSync(copy, bytes);
    expect(checkSeal(copy)).toBe('none');
    expect(openSpoilt(copy, 'changed by another program')).toBe('whole');
  });
});
