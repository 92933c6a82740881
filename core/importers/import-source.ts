import type { ImportedDocument } from '../dossier/source.ts';
import { refused, type Result } from '../result.ts';
import { importLimits } from './limits.ts';
import { recogniseFormat } from './recognise-format.ts';
import { importText, type TextImportCode } from './text/import-text.ts';

export type ImportCode = 'file-too-large' | 'unsupported-format' | TextImportCode;

const whatCanBeOpened = 'Chancery opens plain text files (.txt)';

/**
 * Turns the bytes of a file that came from outside into a document: the one door for every format.
 * `fileName` is the name without folders; its ending helps to tell the format and is never trusted over the bytes.
 */
export function importSource(bytes: Uint8Array, fileName: string): Result<ImportedDocument, ImportCode> {
  if (bytes.length > importLimits.bytes) {
    const mebibytes = String(importLimits.bytes / 1024 / 1024);
    return refused(
      'file-too-large',
      `“${fileName}” is larger than ${mebibytes} MiB, the most that can be imported. Split it and import the parts.`,
    );
  }
  const format = recogniseFormat(bytes, fileName);
  if (format.kind === 'unsupported') {
    return refused(
      'unsupported-format',
      `“${fileName}” is ${format.name}, which can’t be imported. ${whatCanBeOpened}: save it as plain text and import that.`,
    );
  }
  return importText(bytes, fileName);
}
