/** An EPUB book → the paragraphs of its chapters, in reading order. */
import type { ImportedDocument, ImportedParagraph } from '../../dossier/source.ts';
import { done, type Result } from '../../result.ts';
import { damagedArchive, openArchive, type Archive, type ArchiveCode } from '../archive/open-archive.ts';
import { finishDocument } from '../finish-document.ts';
import type { ImportOptions } from '../import-options.ts';
import { importLimits } from '../limits.ts';
import { attributeOf } from '../markup/markup-tree.ts';
import { paragraphsOfMarkup } from '../markup/paragraphs-of-markup.ts';
import { parseMarkup } from '../markup/parse-markup.ts';
import { findXmlFault } from '../xml/find-xml-fault.ts';
import { decodeXml, unsafeXml, type XmlCode } from '../xml/read-xml.ts';
import { readBookPackage } from './read-package.ts';

export type EpubImportCode = ArchiveCode | XmlCode | 'too-much-markup' | 'no-text';

/** Reads an EPUB file. `fileName` is only for the sentences of refusals. */
export function importEpub(
  bytes: Uint8Array,
  fileName: string,
  { progress }: ImportOptions,
): Result<ImportedDocument, EpubImportCode> {
  const archive = openArchive(bytes, fileName);
  if (!archive.ok) return archive;
  const book = readBookPackage(archive.value, fileName);
  if (!book.ok) return book;
  const { chapters, facts } = book.value;
  const paragraphs: ImportedParagraph[] = [];
  for (const [index, name] of chapters.entries()) {
    const chapter = readChapter(archive.value, name, fileName);
    if (!chapter.ok) return chapter;
    for (const paragraph of chapter.value) paragraphs.push(paragraph);
    if (paragraphs.length > importLimits.paragraphs) break; // refused with that reason by whoever called
    progress?.((index + 1) / chapters.length);
  }
  return finishDocument(facts, paragraphs, fileName);
}

function readChapter(
  archive: Archive,
  name: string,
  fileName: string,
): Result<readonly ImportedParagraph[], EpubImportCode> {
  const bytes = archive.read(name);
  if (!bytes.ok) return bytes;
  const text = decodeXml(bytes.value);
  if (text === null) return damagedArchive(fileName, `the text of “${name}” in it can’t be decoded`);
  // Chapters are read as HTML, however broken; but an entity that they declare would stay a hole in the text.
  if (findXmlFault(text) === 'has-dtd') return unsafeXml(name, fileName);
  const markup = parseMarkup(text, fileName);
  if (!markup.ok) return markup;
  const body = markup.value.querySelector('body') ?? markup.value.querySelector('html');
  if (body === null) return done([]);
  const isCover = /(?:^|\s)cover(?:\s|$)/.test(attributeOf(body, 'epub:type'));
  return done(isCover ? [] : paragraphsOfMarkup(body));
}
