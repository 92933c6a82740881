/** A Word document → paragraphs: what a reader of it sees when all changes are accepted, without comments. */
import type { ImportedDocument } from '../../dossier/source.ts';
import { refused, type Result } from '../../result.ts';
import { damagedArchive, openArchive, type ArchiveCode } from '../archive/open-archive.ts';
import { finishDocument, type DocumentFacts } from '../finish-document.ts';
import type { ImportOptions } from '../import-options.ts';
import { paragraphsOfMarkup } from '../markup/paragraphs-of-markup.ts';
import { parseMarkup } from '../markup/parse-markup.ts';
import { childNamed } from '../xml/elements.ts';
import type { XmlCode } from '../xml/read-xml.ts';
import { readDocxParts, type DocxPart } from './docx-parts.ts';
import { htmlOfPlainDocument } from './html-of-plain-document.ts';
import { writePlainDocument } from './plain-document.ts';

export type DocxImportCode = ArchiveCode | XmlCode | 'too-much-markup' | 'needs-word' | 'no-text';

const dublinCore = 'http://purl.org/dc/elements/1.1/';
/** Begins the older files of Microsoft Office, in which Word wraps a document that has a password. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads a DOCX file. `fileName` is only for the sentences of refusals. */
export async function importDocx(
  bytes: Uint8Array,
  fileName: string,
  { progress }: ImportOptions,
): Promise<Result<ImportedDocument, DocxImportCode>> {
  if (compoundFile.every((byte, index) => bytes[index] === byte)) {
    return refused(
      'password-protected',
      `“${fileName}” is protected with a password. Save it without one and import that.`,
    );
  }
  const archive = openArchive(bytes, fileName);
  if (!archive.ok) return archive;
  const parts = readDocxParts(archive.value, fileName);
  if (!parts.ok) return parts;
  progress?.(0.3);
  const plain = writePlainDocument(parts.value);
  if (plain.hasOutsideText) {
    return refused(
      'needs-word',
      `“${fileName}” holds another document, which only Word puts in its place. Open it in Word, save it anew and import that.`,
    );
  }
  const html = await htmlOfPlainDocument(plain);
  if (html === null) return damagedArchive(fileName, 'the text of the document can’t be read');
  progress?.(0.7);
  const markup = parseMarkup(html, fileName);
  if (!markup.ok) return markup;
  const paragraphs = paragraphsOfMarkup(markup.value, {
    isLeftoverElement: ({ localName }) => localName === 'nav', // repeats the headings
  });
  return finishDocument(factsOf(parts.value.core), paragraphs, fileName);
}

/** The dates in it tell when the file was made and saved, not when its text was published: they are left out. */
function factsOf(core: DocxPart | null): DocumentFacts {
  if (core === null) return { type: 'document' };
  const textOf = (name: string) => childNamed(core.root, dublinCore, name)?.textContent ?? '';
  return {
    type: 'document',
    title: textOf('title'),
    authors: textOf('creator').split(';'),
    language: textOf('language'),
  };
}
