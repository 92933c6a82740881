import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../core/importers/archive/open-archive.ts';
import { importLimits } from '../../../core/importers/limits.ts';
import { rawArchive, sample, sampleNames, type RawEntry } from './office-files.ts';

const content = strToU8('They met in Hanoi. '.repeat(50));

/** What opening the archive and reading `name` from it gives: its text, or the code of the refusal. */
function readFrom(bytes: Uint8Array, name = 'a.xml'): string {
  const archive = openArchive(bytes, 'x.docx');
  const read = archive.ok ? archive.value.read(name) : archive;
  if (!read.ok) expect(read.error.message).toContain('“x.docx”');
  return read.ok ? strFromU8(read.value) : read.error.code;
}

const one = (entry: Partial<RawEntry> = {}): RawEntry => ({ name: 'a.xml', content, ...entry });

/** Changes two or four bytes of the record that ends the archive. */
function withEnd(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const changed = bytes.slice();
  changed.set(values, bytes.length - 22 + at);
  return changed;
}

describe('an archive', () => {
  const bomb = new Uint8Array(importLimits.unpackedBytes + 1);

  it.each<[string, Uint8Array]>([
    ['deflated', rawArchive([one()])],
    ['stored', zipSync({ 'a.xml': [content, { level: 0 }] })],
    ['with a comment at its end', rawArchive([one()], { comment: 'made by hand' })],
    ['with other files before and after', rawArchive([one({ name: 'b' }), one(), one({ name: 'c' })])],
    ['with misleading names in it', rawArchive([one(), one({ name: '../a.xml' }), one({ name: '/a.xml' })])],
    [
      'with the same name twice, but not the wanted one',
      rawArchive([one(), one({ name: 'b' }), one({ name: 'b' })]),
    ],
    ['with an archive in it', rawArchive([one(), one({ name: 'inner.zip', content: rawArchive([one()]) })])],
  ])('is read when it is %s', (_, bytes) => {
    expect(readFrom(bytes)).toBe(strFromU8(content));
  });

  it.each(sampleNames)('of a real program opens: %s', (name) => {
    const archive = openArchive(sample(name), name);
    expect(archive.ok).toBe(true);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'damaged-archive'],
    ['only a beginning', strToU8('PK\x03\x04'), 'damaged-archive'],
    ['no such file in it', rawArchive([one({ name: 'b.xml' })]), 'damaged-archive'],
    ['the wanted name twice', rawArchive([one(), one()]), 'damaged-archive'],
    [
      'more in it than its list says',
      rawArchive([one(), one({ name: 'b' })], { entries: 1 }),
      'damaged-archive',
    ],
    ['less in it than its list says', rawArchive([one()], { entries: 2 }), 'damaged-archive'],
    ['a wrong check sum', rawArchive([one({ crc: 1 })]), 'damaged-archive'],
    ['more bytes than it claims', rawArchive([one({ claimedBytes: 10 })]), 'damaged-archive'],
    ['fewer bytes than it claims', rawArchive([one({ claimedBytes: 5_000 })]), 'damaged-archive'],
    ['an entry past its end', rawArchive([one({ claimedStart: 1_000_000 })]), 'damaged-archive'],
    ['an entry where none begins', rawArchive([one({ claimedStart: 3 })]), 'damaged-archive'],
    ['two entries in one place', rawArchive([one(), one({ claimedStart: 0 })]), 'damaged-archive'],
    ['a password', rawArchive([one({ flags: 1 })]), 'password-protected'],
    ['several disks', withEnd(rawArchive([one()]), 4, 1, 0), 'damaged-archive'],
    [
      'a list that begins after its end',
      withEnd(rawArchive([one()]), 16, 0xff, 0xff, 0xff, 0x7f),
      'damaged-archive',
    ],
    ['a ZIP64 list', withEnd(rawArchive([one()]), 16, 0xff, 0xff, 0xff, 0xff), 'archive-too-large'],
    ['a million entries', withEnd(rawArchive([one()]), 8, 0xff, 0xff, 0xff, 0xff), 'archive-too-large'],
    ['65,000 entries that it claims', rawArchive([one()], { entries: 65_000 }), 'archive-too-large'],
    ['a ZIP64 entry', rawArchive([one({ claimedBytes: 0xffffffff })]), 'archive-too-large'],
  ])('is refused by name with %s', (_, bytes, code) => {
    expect(readFrom(bytes)).toBe(code);
  });

  it('is refused with more entries than the limit, each of them there', () => {
    const entries = Array.from({ length: importLimits.archiveEntries + 1 }, (_, index) =>
      one({ name: `f${String(index)}`, content: new Uint8Array() }),
    );
    expect(readFrom(rawArchive(entries))).toBe('archive-too-large');
  });

  it.each([
    [
      'is not unpacked at all when it says that it is too large',
      importLimits.unpackedBytes + 1,
      'archive-too-large',
    ],
    ['is unpacked no further than it says when it says less', 100, 'damaged-archive'],
  ])('that is a bomb of a thousand times its size %s', (_, claimedBytes, code) => {
    const bytes = rawArchive([one({ content: bomb, claimedBytes, crc: 0 })]);
    expect(bytes.length).toBeLessThan(bomb.length / 900);
    const started = performance.now();
    expect(readFrom(bytes)).toBe(code);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('counts all that is read from it', () => {
    const half = importLimits.unpackedBytes / 2 + 1;
    const entries = [one({ content: bomb.subarray(0, half) }), one({ name: 'b', claimedBytes: half })];
    const archive = openArchive(rawArchive(entries), 'x.odt');
    if (!archive.ok) throw new Error(archive.error.code);
    expect(archive.value.read('a.xml').ok).toBe(true);
    const second = archive.value.read('b');
    expect(!second.ok && second.error.code).toBe('archive-too-large');
  });

  it('is refused when entries quote the headers of one another, and none of it is unpacked', () => {
    // The bytes of the first entry go on over the header of the second: a quoted overlap.
    const honest = rawArchive([one(), one({ name: 'b.xml' })]);
    const view = new DataView(honest.buffer);
    const directory = view.getUint32(honest.length - 6, true);
    const over = view.getUint32(directory + 20, true) + 40;
    view.setUint32(directory + 20, over, true);
    expect(readFrom(honest)).toBe('damaged-archive');
  });

  it.each(['../a.xml', '/a.xml', 'word/../../a.xml', 'C:/a.xml', 'a\\b.xml', 'a\0.xml'])(
    'gives nobody a file by the name %j',
    (name) => {
      const archive = openArchive(rawArchive([one({ name })]), 'x.docx');
      if (!archive.ok) throw new Error(archive.error.code);
      expect(archive.value.has(name)).toBe(false);
    },
  );
});
