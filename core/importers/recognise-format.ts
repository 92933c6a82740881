import { byteOrderMarkOf } from './text/byte-order-mark.ts';

export const readableFormats = ['text', 'markdown', 'html', 'docx', 'odt', 'epub', 'pdf', 'eml'] as const;
export type ReadableFormat = (typeof readableFormats)[number];

export interface Format {
  readonly kind: ReadableFormat | 'unsupported';
  /** Goes into a sentence: “a PDF document”. */
  readonly name: string;
}

const formats: Readonly<Record<ReadableFormat, Format>> = {
  text: { kind: 'text', name: 'a text file' },
  markdown: { kind: 'markdown', name: 'a Markdown text' },
  html: { kind: 'html', name: 'a web page' },
  docx: { kind: 'docx', name: 'a Word document' },
  odt: { kind: 'odt', name: 'an OpenDocument text' },
  epub: { kind: 'epub', name: 'an EPUB book' },
  pdf: { kind: 'pdf', name: 'a PDF document' },
  eml: { kind: 'eml', name: 'an e-mail' },
};
const unsupported = (name: string): Format => ({ kind: 'unsupported', name });

interface Signature {
  /** The bytes that a file of this kind begins with. */
  readonly bytes: readonly number[];
  readonly format: Format | 'archive' | 'compound file';
}

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

const signatures: readonly Signature[] = [
  { bytes: ascii('%PDF-'), format: formats.pdf },
  { bytes: ascii('{\\rtf'), format: unsupported('an RTF document') },
  { bytes: [0x89, ...ascii('PNG')], format: unsupported('a PNG picture') },
  { bytes: [0xff, 0xd8, 0xff], format: unsupported('a JPEG picture') },
  { bytes: ascii('GIF8'), format: unsupported('a GIF picture') },
  { bytes: [...ascii('PK'), 3, 4], format: 'archive' },
  { bytes: [...ascii('PK'), 5, 6], format: 'archive' },
  { bytes: [0x1f, 0x8b], format: unsupported('a gzip archive') },
  { bytes: [...ascii('7z'), 0xbc, 0xaf], format: unsupported('a 7-Zip archive') },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], format: 'compound file' },
];

/** What an archive has to hold, somewhere, to be one of these; in order, as a Word document may hold a workbook. */
const archives: readonly (readonly [format: Format, mark: string])[] = [
  [formats.epub, 'application/epub+zip'],
  [formats.odt, 'application/vnd.oasis.opendocument.text'],
  [formats.docx, 'word/document.xml'],
  [formats.docx, 'word/document2.xml'], // as some Microsoft services name it
  [unsupported('an Excel workbook'), 'xl/workbook.xml'],
  [unsupported('a PowerPoint presentation'), 'ppt/presentation.xml'],
];

/** Where the bytes look like text, the ending says what kind of text. */
const endings: Readonly<Record<string, Format>> = {
  md: formats.markdown,
  markdown: formats.markdown,
  html: formats.html,
  htm: formats.html,
  xhtml: formats.html,
  eml: formats.eml,
  docx: formats.docx,
  odt: formats.odt,
  epub: formats.epub,
  pdf: formats.pdf,
  rtf: unsupported('an RTF document'),
  doc: unsupported('an older Word document'),
  xlsx: unsupported('an Excel workbook'),
  pptx: unsupported('a PowerPoint presentation'),
  mht: unsupported('a web page saved as one archive'),
  mhtml: unsupported('a web page saved as one archive'),
  msg: unsupported('an Outlook e-mail'),
};

const webPageStart = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)[\s>]/i;

/** How much of a file is looked at for bytes that no text holds, and for the names inside of an archive. */
const inspectedBytes = 64 * 1024;

/** Tells the format of a file by its first bytes, and by the ending of its name where they leave it open. */
export function recogniseFormat(bytes: Uint8Array, fileName: string): Format {
  const named = endings[endingOf(fileName)];
  const signature = signatures.find((one) => startsWith(bytes, one.bytes));
  if (signature !== undefined) {
    if (signature.format === 'archive') return archiveFormat(bytes, named);
    return signature.format === 'compound file' ? compoundFileFormat(bytes, named) : signature.format;
  }
  if (byteOrderMarkOf(bytes) === null) {
    const beginning = bytes.subarray(0, inspectedBytes);
    if (looksBinary(beginning)) return pretended(named) ?? unsupported('not a text file');
    if (webPageStart.test(latin(beginning.subarray(0, 1024)))) return formats.html;
  }
  return named ?? formats.text;
}

/** A name such as `minutes.docx` over bytes that are nothing known: its reader can say best what is wrong. */
const pretended = (named: Format | undefined) =>
  named?.kind === 'docx' || named?.kind === 'odt' || named?.kind === 'epub' || named?.kind === 'pdf'
    ? named
    : undefined;

/** Archives name what they hold at their end, and the format often in their first entry. */
function archiveFormat(bytes: Uint8Array, named: Format | undefined): Format {
  const names =
    latin(bytes.subarray(0, 1024)) + latin(bytes.subarray(Math.max(0, bytes.length - inspectedBytes)));
  const found = archives.find(([, mark]) => names.includes(mark));
  return found?.[0] ?? pretended(named) ?? unsupported('a ZIP archive');
}

/** The name, in UTF-16, of the part in which Microsoft Office keeps a newer document that has a password. */
const encryptedPackage = ascii('EncryptedPackage').flatMap((byte) => [byte, 0]);

/** What the older programs of Microsoft Office wrote, and the wrapping that the newer ones put around a protected file. */
function compoundFileFormat(bytes: Uint8Array, named: Format | undefined): Format {
  if (!includes(bytes, encryptedPackage)) return unsupported('an older Microsoft Office document');
  return named?.kind === 'unsupported' ? named : formats.docx;
}

function includes(bytes: Uint8Array, sought: readonly number[]): boolean {
  const [first = 0] = sought;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function endingOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 ? fileName.slice(dot + 1).toLowerCase() : '';
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

/** A NUL byte is in no text but UTF-16 and UTF-32; a few other control bytes do occur in old text files. */
function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) controls += 1;
  }
  return controls > bytes.length / 20;
}

/** Byte for letter: enough to look for ASCII in. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
