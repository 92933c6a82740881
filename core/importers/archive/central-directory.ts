/**
 * The list of entries at the end of a ZIP archive, read as APPNOTE.TXT describes it and held against the archive itself.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16
 */
import { done, type Result } from '../../result.ts';
import { importLimits } from '../limits.ts';
import { decodeStrictly } from '../platform.ts';

export interface ArchiveEntry {
  /** As the archive has it; not to be used as a path. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  /** As the archive claims. */
  readonly unpackedBytes: number;
  /** Where its packed bytes begin. */
  readonly start: number;
}

/** What can be wrong with an archive as a whole. */
export type ArchiveFault = 'damaged' | 'overlapping' | 'too-many-entries' | 'zip64' | 'encrypted';

interface DirectoryPlace {
  readonly start: number;
  readonly length: number;
  readonly entries: number;
}

interface PlacedEntry extends ArchiveEntry {
  /** Where its own header begins; its bytes end before the next entry's header. */
  readonly headerStart: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const directorySignature = 0x02014b50;
const directoryHeaderLength = 46;
const entrySignature = 0x04034b50;
const entryHeaderLength = 30;
/** Stands where the true number is in a ZIP64 record. */
const elsewhere16 = 0xffff;
const elsewhere32 = 0xffffffff;
const encryptedFlag = 1;
const utf8Flag = 1 << 11;

const fault = (code: ArchiveFault) => ({ ok: false, error: { code, message: '' } }) as const;

/** Every entry of the archive, in the order of its directory. The refusal has a code and no sentence. */
export function readCentralDirectory(bytes: Uint8Array): Result<readonly ArchiveEntry[], ArchiveFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = findDirectory(view);
  if (!place.ok) return place;
  const entries: PlacedEntry[] = [];
  const end = place.value.start + place.value.length;
  let at = place.value.start;
  for (let count = 0; count < place.value.entries; count += 1) {
    if (at + directoryHeaderLength > end || view.getUint32(at, true) !== directorySignature)
      return fault('damaged');
    const length =
      directoryHeaderLength +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (at + length > end) return fault('damaged');
    const entry = readEntry(bytes, view, at);
    if (!entry.ok) return entry;
    entries.push(entry.value);
    at += length;
  }
  return at === end ? (overlapOf(entries, place.value.start) ?? done(entries)) : fault('damaged');
}

/** The record that ends an archive; only a comment may follow it. */
function findDirectory(view: DataView): Result<DirectoryPlace, ArchiveFault> {
  const earliest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const entries = view.getUint16(at + 10, true);
    const length = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (entries === elsewhere16 || length === elsewhere32 || start === elsewhere32) return fault('zip64');
    const isWhole = view.getUint16(at + 4, true) === 0 && view.getUint16(at + 8, true) === entries;
    if (!isWhole || start + length > at) return fault('damaged');
    return entries > importLimits.archiveEntries
      ? fault('too-many-entries')
      : done({ start, length, entries });
  }
  return fault('damaged');
}

/** `at` is where the entry's header in the directory begins; the entry's own header has to say the same. */
function readEntry(bytes: Uint8Array, view: DataView, at: number): Result<PlacedEntry, ArchiveFault> {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedBytes = view.getUint32(at + 20, true);
  const unpackedBytes = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const headerStart = view.getUint32(at + 42, true);
  if ([packedBytes, unpackedBytes, headerStart].includes(elsewhere32)) return fault('zip64');
  if (flags & encryptedFlag) return fault('encrypted');
  if (headerStart + entryHeaderLength > bytes.length) return fault('damaged');
  const nameStart = headerStart + entryHeaderLength;
  const name = bytes.subarray(at + directoryHeaderLength, at + directoryHeaderLength + nameLength);
  const isSame =
    view.getUint32(headerStart, true) === entrySignature &&
    view.getUint16(headerStart + 8, true) === method &&
    view.getUint16(headerStart + 26, true) === nameLength &&
    name.every((byte, index) => bytes[nameStart + index] === byte);
  const start = nameStart + nameLength + view.getUint16(headerStart + 28, true);
  if (!isSame || start + packedBytes > bytes.length) return fault('damaged');
  return done({
    name: decodeName(name, (flags & utf8Flag) !== 0),
    method,
    crc: view.getUint32(at + 16, true),
    packedBytes,
    unpackedBytes,
    start,
    headerStart,
  });
}

/** Names that are not marked as UTF-8 are in some code page; those that importers look for are ASCII in all of them. */
function decodeName(name: Uint8Array, isUtf8: boolean): string {
  const decoded = decodeStrictly(name, 'utf-8');
  return decoded ?? (isUtf8 ? '' : (decodeStrictly(name, 'windows-1252') ?? ''));
}

/** Entries that share bytes make a small file unpack to a huge one: https://www.bamsoftware.com/hacks/zipbomb/ */
function overlapOf(entries: readonly PlacedEntry[], directoryStart: number) {
  let free = 0;
  for (const { headerStart, start, packedBytes } of entries.toSorted(
    (a, b) => a.headerStart - b.headerStart,
  )) {
    if (headerStart < free) return fault('overlapping');
    free = start + packedBytes;
  }
  return free > directoryStart ? fault('overlapping') : null;
}
