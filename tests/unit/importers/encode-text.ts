/** Encodings that Node reads but does not write, for making test files. */
const windows1252High = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

export function encodeUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
}

/** Encodes in an encoding of one byte per character; in windows-1258, tone marks follow their letter. */
export function encodeSingleByte(text: string, encoding: string): Uint8Array {
  const byteOf = tableOf(encoding);
  const bytes: number[] = [];
  for (const letter of text) bytes.push(...bytesOfLetter(letter, byteOf, encoding));
  return new Uint8Array(bytes);
}

function tableOf(encoding: string): Map<string, number> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const isHigh1252 = encoding === 'windows-1252' && byte >= 0x80 && byte < 0xa0;
    const letter = isHigh1252 ? windows1252High.charAt(byte - 0x80) : decoder.decode(new Uint8Array([byte]));
    if (!table.has(letter)) table.set(letter, byte);
  }
  return table;
}

function bytesOfLetter(letter: string, byteOf: ReadonlyMap<string, number>, encoding: string): number[] {
  const whole = byteOf.get(letter);
  if (whole !== undefined) return [whole];
  const [first = '', ...marks] = letter.normalize('NFD');
  let base = first;
  const kept: string[] = [];
  for (const mark of marks) {
    const joined = (base + mark).normalize('NFC');
    if (byteOf.has(joined)) base = joined;
    else kept.push(mark);
  }
  return [base, ...kept].map((part) => {
    const byte = byteOf.get(part);
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}
