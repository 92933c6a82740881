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

/** Lines of text, one below the other, 12 points high. */
export const lines = (...texts: readonly string[]): string =>
  `BT /F 12 Tf 72 720 Td 15 TL ${texts.map((text) => `(${text.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
