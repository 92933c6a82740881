import type { ImportedDocument } from '../dossier/source.ts';
import { refused, type Result } from '../result.ts';
import { importLimits } from './limits.ts';
import { recogniseFormat, type ReadableFormat } from './recognise-format.ts';

export interface ImportOptions {
  /** Called with the share that is done, 0 to 1, while a long file is read. */
  readonly progress?: (share: number) => void;
  /**
   * Gives one of the character maps that PDFs with Chinese, Japanese or Korean text may only name (`UniGB-UCS2-H.bcmap`).
   * Without it, such text is not read.
   */
  readonly readCharacterMap?: (fileName: string) => Promise<Uint8Array | null>;
}

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
const importers: Partial<Readonly<Record<ReadableFormat, () => Promise<Importer>>>> = {
  text: async () => (await import('./text/import-text.ts')).importText,
  markdown: async () => (await import('./text/import-text.ts')).importText,
  pdf: async () => (await import('./pdf/import-pdf.ts')).importPdf,
};

const whatCanBeOpened = 'Chancery opens plain text files (.txt) and PDF documents';

function refuseTooLarge(fileName: string) {
  const mebibytes = String(importLimits.bytes / 1024 / 1024);
  return refused(
    'file-too-large',
    `“${fileName}” is larger than ${mebibytes} MiB, the most that can be imported. Split it and import the parts.`,
  );
}

function beyondLimits({ paragraphs }: ImportedDocument, fileName: string) {
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
  const load = format.kind === 'unsupported' ? undefined : importers[format.kind];
  if (load === undefined) {
    return refused(
      'unsupported-format',
      `“${fileName}” is ${format.name}, which can’t be imported. ${whatCanBeOpened}: save it as plain text and import that.`,
    );
  }
  const read = await load();
  const imported = await read(bytes, fileName, options);
  if (!imported.ok) return imported;
  return beyondLimits(imported.value, fileName) ?? imported;
}
