import type { Result } from '../../result.ts';
import { decodeStrictly } from '../platform.ts';
import { decodeText } from '../text/decode-text.ts';
import { byteOrderMarkOf } from '../text/byte-order-mark.ts';

/** Bytes at the beginning in which a page names its encoding; browsers look at 1,024. */
const declaringBytes = 4096;
const declaration =
  /<meta\b[^>]{0,1000}?\bcharset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)/i;

/**
 * Decodes a web page: by its byte-order mark, else as UTF-8 when it is that, else in the encoding that it names, else
 * as a text file. UTF-8 comes before what the page says, as no other text looks like it by chance, and pages that were
 * saved anew often say what they were before.
 */
export function decodePage(bytes: Uint8Array, fileName: string): Result<string, 'bad-encoding'> {
  const declared = byteOrderMarkOf(bytes) === null ? declaredEncoding(bytes) : null;
  if (declared !== null && (isSevenBit(declared) || decodeStrictly(bytes, 'utf-8') === null)) {
    const text = decodeStrictly(bytes, declared);
    if (text !== null) return { ok: true, value: text };
  }
  return decodeText(bytes, fileName);
}

/** Japanese in ISO-2022 is made of ASCII bytes alone, and so is UTF-8 too. */
const isSevenBit = (encoding: string) => encoding.startsWith('iso-2022-');

function declaredEncoding(bytes: Uint8Array): string | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, declaringBytes));
  const [, meta, xml] = declaration.exec(beginning) ?? [];
  const name = (meta ?? xml)?.toLowerCase();
  if (name === undefined || name.startsWith('utf-16')) return null; // ASCII was read, so it is not
  const isLatin1 = /^(?:iso-?8859-?1|latin-?1|l1|cp819|(?:us-)?ascii|cp-?1252|x-cp1252)$/.test(name);
  return isLatin1 ? 'windows-1252' : name;
}
