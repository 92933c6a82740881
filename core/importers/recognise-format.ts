import { byteOrderMarkOf } from './text/byte-order-mark.ts';

export type Format =
  | { readonly kind: 'text' }
  /** `name` goes into a sentence: “a PDF document”. */
  | { readonly kind: 'unsupported'; readonly name: string };

interface Signature {
  readonly name: string;
  /** The bytes that a file of this kind begins with. */
  readonly bytes: readonly number[];
}

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

const signatures: readonly Signature[] = [
  { name: 'a PDF document', bytes: ascii('%PDF-') },
  { name: 'an RTF document', bytes: ascii('{\\rtf') },
  { name: 'a PNG picture', bytes: [0x89, ...ascii('PNG')] },
  { name: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { name: 'a GIF picture', bytes: ascii('GIF8') },
  { name: 'a ZIP archive', bytes: [...ascii('PK'), 3, 4] },
  { name: 'a ZIP archive', bytes: [...ascii('PK'), 5, 6] },
  { name: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { name: 'a 7-Zip archive', bytes: [...ascii('7z'), 0xbc, 0xaf] },
  { name: 'an older Microsoft Office document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
];

/** Where the bytes only say “a ZIP archive” or look like text, the ending says what a person would call it. */
const endings: Readonly<Record<string, string>> = {
  docx: 'a Word document',
  doc: 'a Word document',
  odt: 'an OpenDocument text',
  epub: 'an EPUB book',
  xlsx: 'an Excel workbook',
  pptx: 'a PowerPoint presentation',
  pdf: 'a PDF document',
  rtf: 'an RTF document',
  html: 'a web page',
  htm: 'a web page',
  xhtml: 'a web page',
  mht: 'a saved web page',
  mhtml: 'a saved web page',
  eml: 'an e-mail',
  msg: 'an Outlook e-mail',
};

const webPageStart = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i;

/** How much of a file is looked at for bytes that no text holds. */
const inspectedBytes = 64 * 1024;

/** Tells the format of a file by its first bytes, and by the ending of its name where they leave it open. */
export function recogniseFormat(bytes: Uint8Array, fileName: string): Format {
  const named = endings[endingOf(fileName)];
  const signature = signatures.find((one) => startsWith(bytes, one.bytes));
  if (signature !== undefined) {
    const isContainer = signature.name === 'a ZIP archive';
    return { kind: 'unsupported', name: (isContainer ? named : undefined) ?? signature.name };
  }
  if (named !== undefined) return { kind: 'unsupported', name: named };
  if (byteOrderMarkOf(bytes) !== null) return { kind: 'text' };
  const beginning = bytes.subarray(0, inspectedBytes);
  if (looksBinary(beginning)) return { kind: 'unsupported', name: 'not a text file' };
  if (webPageStart.test(firstCharacters(beginning))) return { kind: 'unsupported', name: 'a web page' };
  return { kind: 'text' };
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

function firstCharacters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 512));
}
