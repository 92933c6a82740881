/** The two containers of PNGs that desktops want: Windows' .ico and Apple's .icns. */

export interface Picture {
  /** Pixels, of either side. */
  readonly size: number;
  readonly png: Uint8Array;
}

/**
 * An .ico of PNGs, which Windows reads since Vista. Sizes up to 256 pixels; throws on a larger one.
 * Format: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function encodeIco(pictures: readonly Picture[]): Uint8Array {
  const headerLength = 6;
  const entryLength = 16;
  const directory = Buffer.alloc(headerLength + entryLength * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  for (const [index, { size, png }] of pictures.entries()) {
    if (size > 256) throw new RangeError(`an .ico holds pictures of up to 256 pixels, not ${String(size)}`);
    const entry = headerLength + entryLength * index;
    // A byte has no 256: it is written as 0.
    directory.writeUInt8(size % 256, entry);
    directory.writeUInt8(size % 256, entry + 1);
    directory.writeUInt16LE(1, entry + 4);
    directory.writeUInt16LE(32, entry + 6);
    directory.writeUInt32LE(png.length, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}

/** Which kinds of entry a picture serves as, by its size; the second of two is the one for dense screens. */
const icnsKinds: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** An .icns of PNGs. Throws on a size that the format has no kind for. */
export function encodeIcns(pictures: readonly Picture[]): Uint8Array {
  const entries = pictures.flatMap(({ size, png }) => {
    const kinds = icnsKinds[size];
    if (kinds === undefined) throw new RangeError(`an .icns has no entry of ${String(size)} pixels`);
    return kinds.map((kind) => icnsBlock(kind, png));
  });
  return icnsBlock('icns', Buffer.concat(entries));
}

function icnsBlock(kind: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(8);
  header.write(kind, 0, 'ascii');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}
