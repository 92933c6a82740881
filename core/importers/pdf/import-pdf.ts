/** PDF → paragraphs. Scripts, actions, forms of the XFA kind and embedded files are never looked at. */
import type { ImportedDocument, SourceMetadata } from '../../dossier/source.ts';
import { done, refused, type Result } from '../../result.ts';
import type { ImportOptions } from '../import-options.ts';
import { makeTitle } from '../text/make-title.ts';
import { assembleDocument } from './assemble-document.ts';
import { damaged, openPdf, type OpenPdf, type PdfRefusalCode } from './open-pdf.ts';
import { readMetadata } from './read-metadata.ts';
import { readPage, type PageText } from './read-page.ts';

export async function importPdf(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
): Promise<Result<ImportedDocument, PdfRefusalCode>> {
  const opened = await openPdf(bytes, fileName, options.readCharacterMap);
  if (!opened.ok) return opened;
  try {
    return await readDocument(opened.value, fileName, options);
  } finally {
    await opened.value.close();
  }
}

async function readDocument(
  { document, library }: OpenPdf,
  fileName: string,
  { progress }: ImportOptions,
): Promise<Result<ImportedDocument, PdfRefusalCode>> {
  const pages: PageText[] = [];
  let unread = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(document, number, library.OPS).catch(() => null);
    if (page === null) unread += 1;
    else pages.push(page);
    progress?.(number / document.numPages);
  }
  const paragraphs = assembleDocument(pages);
  const first = paragraphs.find(({ leftover }) => !leftover) ?? paragraphs[0];
  // A source of which a page is missing would be cited as if it were whole.
  if (unread > 0) return damaged(fileName);
  if (first === undefined) return withoutText(fileName);
  const metadata: SourceMetadata = await readMetadata(document).catch(() => ({ type: 'document' }));
  const heading = paragraphs.find(({ kind, leftover }) => kind === 'heading' && !leftover);
  return done({ title: makeTitle(metadata.title ?? (heading ?? first).text), metadata, paragraphs });
}

const withoutText = (fileName: string) =>
  refused(
    'no-text',
    `“${fileName}” holds no text. Its pages are pictures only, as a scanner makes them, or empty. Run text recognition (OCR) over it in another program and import what that makes.`,
  );
