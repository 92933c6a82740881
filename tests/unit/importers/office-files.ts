/** Archives as programs write them and as nobody should, for the tests of what reads them. */
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { crc32 } from '../../../core/importers/archive/crc32.ts';
import { importSource } from '../../../core/importers/import-source.ts';
import type { ImportedDocument } from '../../../core/dossier/source.ts';

export const sampleNames = [
  'talks-libreoffice.odt',
  'talks-libreoffice.docx',
  'statement-libreoffice.odt',
  'statement-libreoffice.docx',
  'brief-pandoc.odt',
  'brief-pandoc.docx',
  'brief-pandoc.epub',
  'brief-pandoc-2.epub',
] as const;
export type SampleName = (typeof sampleNames)[number];

/** A file that LibreOffice 7.4 or pandoc 2.17 wrote. */
export const sample = (name: SampleName) =>
  new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));

export async function importedSource(bytes: Uint8Array, fileName: string): Promise<ImportedDocument> {
  const result = await importSource(bytes, fileName);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** The code of the refusal; `imported` when there is none. */
export async function refusalOf(bytes: Uint8Array, fileName: string): Promise<string> {
  const result = await importSource(bytes, fileName);
  return result.ok ? 'imported' : result.error.code;
}

/** `quote: “We agree.”`, and a `~` before leftovers. */
export const linesOf = ({ paragraphs }: ImportedDocument) =>
  paragraphs.map(({ kind, text, leftover }) => `${leftover ? '~' : ''}${kind}: ${text}`);

/** `words → address`, with the words taken out of the text by the offsets. */
export const linksOf = ({ paragraphs }: ImportedDocument) =>
  paragraphs.flatMap(({ text, links = [] }) =>
    links.map(({ start, end, url }) => `${text.slice(start, end)} → ${url}`),
  );

const archiveOf = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const namespaces = [
  `xmlns:w="${word}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export const wordXml = (root: string, content: string) => `<w:${root} ${namespaces}>${content}</w:${root}>`;

/** A Word document with that inside of its `w:body`. */
export const docxOf = (body: string, files: Readonly<Record<string, string>> = {}) =>
  archiveOf({
    'word/document.xml': wordXml('document', `<w:body>${body}</w:body>`),
    ...files,
  });

/** The file of relationships of a Word document, with `type target` for each. */
export const relationshipsOf = (targets: Readonly<Record<string, string>>) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(
    targets,
  )
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${String(index + 1)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const odfNamespaces = ['office', 'text', 'table', 'draw', 'style', 'meta']
  .map((name) => {
    const path = name === 'draw' ? 'drawing' : name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${path}:1.0"`;
  })
  .join(' ');

/** An ODT document with that inside of its `office:text`. */
export const odtOf = (text: string, files: Readonly<Record<string, string>> = {}) =>
  archiveOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${odfNamespaces} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ...files,
  });

/** An EPUB book with these chapters. */
export function epubOf(
  chapters: readonly string[],
  files: Readonly<Record<string, string>> = {},
  metadata = '',
): Uint8Array {
  const names = chapters.map((_, index) => `c${String(index)}.xhtml`);
  return archiveOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${names
      .map((name) => `<item id="${name}" href="${name}" media-type="application/xhtml+xml"/>`)
      .join(
        '',
      )}</manifest><spine>${names.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(chapters.map((chapter, index) => [`OPS/${names[index] ?? ''}`, chapter])),
    ...files,
  });
}

/** One entry of an archive whose headers may lie. */
export interface RawEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly flags?: number;
  readonly claimedBytes?: number;
  readonly crc?: number;
  /** Where the directory says that it begins, when not there where it does. */
  readonly claimedStart?: number;
}

export interface RawEnd {
  readonly entries?: number;
  readonly comment?: string;
}

/** A ZIP archive, byte for byte as APPNOTE.TXT has it, with deflated entries. */
export function rawArchive(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let start = 0;
  for (const entry of entries) {
    const name = strToU8(entry.name);
    const packed = deflateRawSync(entry.content);
    const common = [
      ...bytesOf(2, 20, entry.flags ?? 0, 8, 0, 0),
      ...bytesOf(4, entry.crc ?? crc32(entry.content), packed.length),
      ...bytesOf(4, entry.claimedBytes ?? entry.content.length),
      ...bytesOf(2, name.length, 0),
    ];
    const local = Uint8Array.from([0x50, 0x4b, 3, 4, ...common, ...name]);
    bodies.push(local, packed);
    directory.push(
      Uint8Array.from([
        0x50,
        0x4b,
        1,
        2,
        ...bytesOf(2, 20),
        ...common,
        ...bytesOf(2, 0, 0, 0),
        ...bytesOf(4, 0, entry.claimedStart ?? start),
        ...name,
      ]),
    );
    start += local.length + packed.length;
  }
  const length = directory.reduce((sum, one) => sum + one.length, 0);
  const count = end.entries ?? entries.length;
  const comment = strToU8(end.comment ?? '');
  const tail = [
    0x50,
    0x4b,
    5,
    6,
    ...bytesOf(2, 0, 0, count, count),
    ...bytesOf(4, length, start),
    ...bytesOf(2, comment.length),
    ...comment,
  ];
  return concat([...bodies, ...directory, Uint8Array.from(tail)]);
}

/** Numbers of `size` bytes each, the lowest byte first. */
const bytesOf = (size: number, ...values: readonly number[]) =>
  values.flatMap((value) => Array.from({ length: size }, (_, index) => (value >>> (index * 8)) & 0xff));

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
