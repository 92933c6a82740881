import { analyse } from 'chardet';
import { refused, done, type Result } from '../../result.ts';
import { decodeStrictly } from '../platform.ts';
import { byteOrderMarkOf } from './byte-order-mark.ts';

/** Bytes that are enough to tell an encoding by. */
const sampleBytes = 64 * 1024;
// chardet gives 10 of 100 to multi-byte encodings that nothing speaks for; real text gets 40 and more.
const leastConfidence = 20;
// From here on chardet means: UTF-8, apart from single broken bytes.
const mostlyUtf8 = 25;

const controlsOfC1 = /[\x80-\x9f]/;

/**
 * Decodes a text file: by its byte-order mark, else as UTF-8, else in the older encoding that its letters speak for.
 * Bytes that fit no encoding are refused; no replacement character is ever put in.
 */
export function decodeText(bytes: Uint8Array, fileName: string): Result<string, 'bad-encoding'> {
  const mark = byteOrderMarkOf(bytes);
  if (mark !== null) {
    const text = decodeStrictly(bytes.subarray(mark.length), mark.encoding);
    return text === null ? badEncoding(fileName, `damaged ${mark.encoding.toUpperCase()}`) : done(text);
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return done(utf8);
  return decodeLegacy(bytes, fileName);
}

function decodeLegacy(bytes: Uint8Array, fileName: string): Result<string, 'bad-encoding'> {
  const matches = analyse(sampleOf(bytes));
  if (matches.some(({ name, confidence }) => name === 'UTF-8' && confidence >= mostlyUtf8)) {
    return badEncoding(fileName, 'damaged UTF-8');
  }
  for (const { name, confidence } of matches) {
    if (confidence < leastConfidence) break;
    // As browsers do: of the two names, windows-1252 holds every letter of the other.
    const encoding = name === 'ISO-8859-1' ? 'windows-1252' : name.toLowerCase();
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && !controlsOfC1.test(text)) return done(text);
  }
  return badEncoding(fileName, 'an encoding that can’t be told');
}

/** Starts at the first byte that is not ASCII, so that a long plain beginning hides nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1024);
  return bytes.subarray(start, start + sampleBytes);
}

function badEncoding(fileName: string, what: string) {
  return refused(
    'bad-encoding',
    `The characters of “${fileName}” can’t be read: the file is in ${what}. Save it as UTF-8 and import it again.`,
  );
}
