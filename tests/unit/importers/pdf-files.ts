import { readFileSync } from 'node:fs';
import type { ImportedDocument } from '../../../core/dossier/source.ts';
import { importPdf } from '../../../core/importers/pdf/import-pdf.ts';

/** A file made by a real program: see files/pdf/README.md. */
export const pdfFile = (name: string) =>
  new Uint8Array(readFileSync(new URL(`files/pdf/${name}`, import.meta.url)));

export async function importedPdf(bytes: Uint8Array): Promise<ImportedDocument> {
  const result = await importPdf(bytes, 'a.pdf');
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Each paragraph as `2 heading: Next steps`: its page, kind and text. */
export function shownParagraphs({ paragraphs }: ImportedDocument): string[] {
  return paragraphs.map(
    ({ page, kind, leftover, text }) => `${String(page)} ${leftover ? 'leftover' : kind}: ${text}`,
  );
}

export async function codeOfPdf(bytes: Uint8Array, fileName = 'a.pdf'): Promise<string> {
  const result = await importPdf(bytes, fileName);
  return result.ok ? 'imported' : result.error.code;
}
