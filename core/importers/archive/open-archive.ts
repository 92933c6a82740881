/** Opens what DOCX, ODT and EPUB files are: ZIP archives, of which only entries with a known name are ever unpacked. */
import { done, refused, type Result } from '../../result.ts';
import { importLimits } from '../limits.ts';
import { readCentralDirectory, type ArchiveEntry, type ArchiveFault } from './central-directory.ts';
import { unpackEntry } from './unpack-entry.ts';

export type ArchiveCode = 'damaged-archive' | 'archive-too-large' | 'password-protected';

/** The files of an archive by name. A name is only looked up here; none becomes a path on a disk. */
export interface Archive {
  readonly has: (name: string) => boolean;
  /** Unpacks one file. All that is read from one archive counts towards one limit. */
  readonly read: (name: string) => Result<Uint8Array, ArchiveCode>;
}

const tooLarge = (fileName: string, what: string) =>
  refused(
    'archive-too-large',
    `“${fileName}” ${what}, the most that can be imported. Split it and import the parts.`,
  );

/** The refusal of a file that can't be read because of what `what` says: “its list of files is cut off”. */
export const damagedArchive = (fileName: string, what: string) =>
  refused(
    'damaged-archive',
    `“${fileName}” is damaged or incomplete: ${what}. Get it again from where it came from.`,
  );

function refuseFault(fault: ArchiveFault, fileName: string): Result<never, ArchiveCode> {
  switch (fault) {
    case 'damaged':
      return damagedArchive(fileName, 'the list of what it holds can’t be read');
    case 'overlapping':
      return damagedArchive(fileName, 'files in it lie over one another');
    case 'too-many-entries':
      return tooLarge(fileName, `holds more than ${importLimits.archiveEntries.toLocaleString('en')} files`);
    case 'zip64':
      return refused(
        'archive-too-large',
        `“${fileName}” is packed in a form for very large archives (ZIP64), which can’t be imported. Open it in the program that made it, and save it again.`,
      );
    case 'encrypted':
      return refused(
        'password-protected',
        `“${fileName}” is protected with a password. Save it without one and import that.`,
      );
  }
}

/** No archive of a document has such a name; one that does wants to be unpacked somewhere else. */
const misleads = (name: string) => /[\\\0]|^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(name);

/** Opens an archive without unpacking any of it. `fileName` is for the sentences of refusals. */
export function openArchive(bytes: Uint8Array, fileName: string): Result<Archive, ArchiveCode> {
  const directory = readCentralDirectory(bytes);
  if (!directory.ok) return refuseFault(directory.error.code, fileName);
  const entries = new Map<string, ArchiveEntry | 'repeated'>();
  for (const entry of directory.value) {
    if (misleads(entry.name)) continue;
    entries.set(entry.name, entries.has(entry.name) ? 'repeated' : entry);
  }
  let left: number = importLimits.unpackedBytes;
  const read = (name: string): Result<Uint8Array, ArchiveCode> => {
    const entry = entries.get(name);
    if (entry === undefined) return damagedArchive(fileName, `“${name}” is missing in it`);
    if (entry === 'repeated') return damagedArchive(fileName, `“${name}” is in it more than once`);
    const unpacked = unpackEntry(bytes, entry, left);
    if (unpacked === 'damaged') return damagedArchive(fileName, `“${name}” in it can’t be unpacked`);
    if (unpacked === 'too-large') {
      const mebibytes = String(importLimits.unpackedBytes / 1024 / 1024);
      return tooLarge(fileName, `unpacks to more than ${mebibytes} MiB`);
    }
    left -= unpacked.length;
    return done(unpacked);
  };
  return done({ has: (name) => entries.has(name), read });
}
