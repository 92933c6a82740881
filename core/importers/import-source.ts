import type { ImportedDocument } from '../dossier/source.ts';
import { refused, type Result } from '../result.ts';
import type { ImportOptions } from './import-options.ts';
import { importLimits } from './limits.ts';
import { recogniseFormat, type ReadableFormat } from './recognise-format.ts';

/**
 * Reads one format. `fileName` is the name without folders, for sentences and titles. Throws only on a bug; a hostile
 * file gives a document or a refusal.
 */
export type Importer = (
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions,
) => Result<ImportedDocument> | Promise<Result<ImportedDocument>>;

/** Loaded when a file of the format comes, so that a text file does not wait for the reader of PDFs. */
const importers: Readonly<Record<ReadableFormat, () => Promise<Importer>>> = {
  text: async () => (await import('./text/import-text.ts')).importText,
  odt: async () => (await import('./odt/import-odt.ts')).importOdt,
  docx: async () => (await import('./docx/import-docx.ts')).importDocx,
  epub: async () => (await import('./epub/import-epub.ts')).importEpub,
  markdown: async () => (await import('./markdown/import-markdown.ts')).importMarkdown,
  eml: async () => (await import('./email/import-email.ts')).importEmail,
  html: async () => (await import('./html/import-html.ts')).importHtml,
  pdf: async () => (await import('./pdf/import-pdf.ts')).importPdf,
};

const whatCanBeOpened =
  'Chancery reads text, Markdown, web pages, Word and OpenDocument texts, PDF documents, e-books (EPUB) and e-mails';

function refuseTooLarge(fileName: string) {
  const mebibytes = String(importLimits.bytes / 1024 / 1024);
  return refused(
    'file-too-large',
    `“${fileName}” is larger than ${mebibytes} MiB, the most that can be imported. Split it and import the parts.`,
  );
}

/** The refusal of a document that is larger than any may be; `null` for all others. */
export function beyondLimits({ paragraphs }: ImportedDocument, fileName: string) {
  const { paragraphs: most, charactersPerParagraph: longest } = importLimits;
  if (paragraphs.length > most) {
    return refused(
      'too-many-paragraphs',
      `“${fileName}” has more than ${most.toLocaleString('en')} paragraphs, the most that can be imported. Split it and import the parts.`,
    );
  }
  if (paragraphs.some(({ text }) => text.length > longest)) {
    return refused(
      'paragraph-too-long',
      `A paragraph of “${fileName}” is longer than ${longest.toLocaleString('en')} characters, the most that can be imported. Break its lines where paragraphs end and import it again.`,
    );
  }
  return null;
}

/**
 * Turns the bytes of a file that came from outside into a document: the one door for every format.
 * `fileName` is the name without folders; its ending helps to tell the format and is never trusted over the bytes.
 */
export async function importSource(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
): Promise<Result<ImportedDocument>> {
  if (bytes.length > importLimits.bytes) return refuseTooLarge(fileName);
  const format = recogniseFormat(bytes, fileName);
  if (format.kind === 'unsupported') {
    return refused(
      'unsupported-format',
      `“${fileName}” is ${format.name}, which can’t be imported. ${whatCanBeOpened}: save it as one of these and import that.`,
    );
  }
  const read = await importers[format.kind]();
  const imported = await read(bytes, fileName, options);
  if (!imported.ok) return imported;
  return beyondLimits(imported.value, fileName) ?? imported;
}
