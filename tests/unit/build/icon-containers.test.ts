import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { encodeIcns, encodeIco } from '../../../build/icon-containers.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Sizes by name, read back the way a desktop does: the width out of each PNG's own header. */
function readIco(file: Buffer): { listed: number; drawn: number }[] {
  expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const png = file.subarray(file.readUInt32LE(entry + 12)).subarray(0, file.readUInt32LE(entry + 8));
    expect(png.subarray(0, 8)).toEqual(pngSignature);
    return { listed: file.readUInt8(entry) || 256, drawn: png.readUInt32BE(16) };
  });
}

function readIcns(file: Buffer): Map<string, number> {
  expect(file.toString('ascii', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const widths = new Map<string, number>();
  for (let offset = 8; offset < file.length; offset += file.readUInt32BE(offset + 4)) {
    expect(file.subarray(offset + 8, offset + 16)).toEqual(pngSignature);
    widths.set(file.toString('ascii', offset, offset + 4), file.readUInt32BE(offset + 24));
  }
  return widths;
}

const icon = (name: string) => readFile(new URL(`../../../build/icons/${name}`, import.meta.url));

describe.each(['app', 'dossier'])('the icon of the %s', (name) => {
  it('has every size that Windows asks for', async () => {
    const sizes = [16, 24, 32, 48, 64, 128, 256];
    expect(readIco(await icon(`${name}.ico`))).toEqual(sizes.map((size) => ({ listed: size, drawn: size })));
  });

  it('has every size that macOS asks for', async () => {
    expect(Object.fromEntries(readIcns(await icon(`${name}.icns`)))).toEqual({
      icp4: 16,
      icp5: 32,
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024,
    });
  });
});

it.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])(
  'the picture for Linux of %i pixels is that large',
  async (size) => {
    const png = await icon(`png/${String(size)}x${String(size)}.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  },
);

it.each([
  { what: 'an .ico of 512 pixels', encode: () => encodeIco([{ size: 512, png: pngSignature }]) },
  { what: 'an .icns of 48 pixels', encode: () => encodeIcns([{ size: 48, png: pngSignature }]) },
])('$what does not exist', ({ encode }) => {
  expect(encode).toThrow(RangeError);
});
