/** PDFs written by hand: objects by number, with a table of where each begins. Object 1 is the catalog. */
export function makePdf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? new Uint8Array(Buffer.from(part, 'latin1')) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  write('%PDF-1.7\n');
  const places = objects.map((object, index) => {
    const place = length;
    write(`${String(index + 1)} 0 obj\n`);
    write(object);
    write('\nendobj\n');
    return place;
  });
  const start = length;
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  write(`xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${entries}`);
  write(
    `trailer\n<</Size ${String(objects.length + 1)}/Root 1 0 R${trailer}>>\nstartxref\n${String(start)}\n%%EOF\n`,
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A stream object. */
export function stream(content: string | Uint8Array, entries = ''): Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(`<<${entries}/Length ${String(bytes.length)}>>\nstream\n`, 'latin1'),
      bytes,
      Buffer.from('\nendstream', 'latin1'),
    ]),
  );
}

interface HandMade {
  /** What the page draws, with the font `/F` (Helvetica). */
  readonly content: string | Uint8Array;
  /** Entries of the page's content stream, of the page, and of the catalog; objects from number 6 on. */
  readonly streamEntries?: string;
  readonly pageEntries?: string;
  readonly catalogEntries?: string;
  readonly objects?: readonly (string | Uint8Array)[];
}

/** A file of one page, on A4. */
export function onePage({
  content,
  streamEntries,
  pageEntries,
  catalogEntries,
  objects,
}: HandMade): Uint8Array {
  return makePdf([
    `<</Type/Catalog/Pages 2 0 R${catalogEntries ?? ''}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>${pageEntries ?? ''}>>`,
    stream(content, streamEntries),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...(objects ?? []),
  ]);
}

/** A line of Chinese in a font that is not in the file, by a character map that is not in it either. */
export function chinesePage(gbk: Uint8Array): Uint8Array {
  const font = '/Type/Font/BaseFont/STSong-Light';
  return onePage({
    content: `BT /S 14 Tf 72 700 Td <${Buffer.from(gbk).toString('hex')}> Tj ET`,
    pageEntries: '/Resources<</Font<</S 6 0 R>>>>',
    objects: [
      `<<${font}/Subtype/Type0/Encoding/GBK-EUC-H/DescendantFonts[7 0 R]>>`,
      `<<${font}/Subtype/CIDFontType0/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 8 0 R>>`,
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>',
    ],
  });
}

/** “双方同意继续对话。”, the two sides agree to go on talking, in the encoding GBK. */
export const chineseInGbk = new Uint8Array(Buffer.from('cbabb7bdcdacd2e2bcccd0f8b6d4bbb0a1a3', 'hex'));

/** Lines of text, one below the other, 12 points high. */
export const lines = (...texts: readonly string[]): string =>
  `BT /F 12 Tf 72 720 Td 15 TL ${texts.map((text) => `(${text.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
