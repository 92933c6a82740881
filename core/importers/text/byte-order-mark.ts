/** The encodings that a file can name by its first bytes. */
export type MarkedEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32';

/** Reads the mark that a text file may begin with, and how many bytes it takes; `null` when there is none. */
export function byteOrderMarkOf(
  bytes: Uint8Array,
): { readonly encoding: MarkedEncoding; readonly length: number } | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  // Before UTF-16: the mark of UTF-32 little-endian begins with that of UTF-16.
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0)
    return { encoding: 'utf-32', length: 4 };
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff)
    return { encoding: 'utf-32', length: 4 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}
