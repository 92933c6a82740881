/**
 * How much the packed streams of a PDF hold. pdf.js unpacks each into memory as a whole, so a small file could take all
 * memory there is before anybody ends it. Pictures are left out: they are many, large, and never unpacked here.
 */
import { Unzlib } from 'fflate';

/** Bytes before a stream in which its dictionary is looked for. */
const dictionaryReach = 2_048;
/** Bytes that are unpacked at a time; what a hostile stream makes of them, a thousand times as much, fits in memory. */
const step = 16 * 1024;

/** Whether the streams hold more than `limit` bytes together. What can't be unpacked counts as nothing. */
export function unpacksToMoreThan(bytes: Uint8Array, limit: number): boolean {
  let total = 0;
  for (const start of streamStarts(bytes)) {
    const dictionary = latin(bytes.subarray(Math.max(0, start - dictionaryReach), start));
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (!/\/(?:FlateDecode|Fl)\b/.test(own) || /\/Subtype\s*\/Image\b/.test(own)) continue;
    total += unpackedSize(bytes.subarray(start), limit - total);
    if (total > limit) return true;
  }
  return false;
}

/** Where the content of each stream begins, after the word and the end of its line. */
function streamStarts(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  const word = Array.from('stream', (letter) => letter.charCodeAt(0));
  const [first = 0] = word;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (!word.every((code, index) => bytes[at + index] === code) || bytes[at - 1] === 0x64) continue; // endstream
    let start = at + word.length;
    if (bytes[start] === 0x0d) start += 1;
    if (bytes[start] === 0x0a) start += 1;
    starts.push(start);
  }
  return starts;
}

/** Of one stream; no further than it takes to pass the limit. */
function unpackedSize(packed: Uint8Array, limit: number): number {
  const unpacked = { size: 0, ended: false };
  const unpacker = new Unzlib((chunk, final) => {
    unpacked.size += chunk.length;
    unpacked.ended = final;
  });
  try {
    for (let at = 0; at < packed.length; at += step) {
      unpacker.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (unpacked.ended || unpacked.size > limit) break;
    }
  } catch {
    return unpacked.size; // not packed that way, or encrypted
  }
  return unpacked.size;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
