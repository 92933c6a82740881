import { Inflate } from 'fflate';
import type { ArchiveEntry } from './central-directory.ts';
import { crc32 } from './crc32.ts';

const stored = 0;
const deflated = 8;
/** How much is inflated at once: deflate makes at most 1,032 bytes of one, so what is held too much stays small. */
const chunkBytes = 8 * 1024;

/**
 * The bytes of one entry, checked against its length and check sum. What comes out is counted while it comes out, and
 * no more comes than the archive claims: `too-large` when it claims more than `most` bytes, `damaged` when it lies.
 */
export function unpackEntry(
  archive: Uint8Array,
  entry: ArchiveEntry,
  most: number,
): Uint8Array | 'damaged' | 'too-large' {
  if (entry.unpackedBytes > most) return 'too-large';
  const packed = archive.subarray(entry.start, entry.start + entry.packedBytes);
  const unpacked =
    entry.method === stored
      ? packed
      : entry.method === deflated
        ? inflate(packed, entry.unpackedBytes)
        : null;
  if (unpacked?.length !== entry.unpackedBytes) return 'damaged';
  return crc32(unpacked) === entry.crc ? unpacked : 'damaged';
}

/** `null` for bytes that are no deflate stream, or one of more bytes than `most`. */
function inflate(packed: Uint8Array, most: number): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += chunkBytes) {
      inflater.push(packed.subarray(at, at + chunkBytes), at + chunkBytes >= packed.length);
      if (length > most) return null;
    }
  } catch {
    return null; // fflate throws on what is no deflate stream
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
