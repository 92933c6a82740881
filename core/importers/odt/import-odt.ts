/** OpenDocument text → paragraphs: what a reader of the document sees, without what was deleted and without remarks. */
import type { Document, Element } from '@xmldom/xmldom';
import type { ImportedDocument } from '../../dossier/source.ts';
import { done, refused, type Result } from '../../result.ts';
import { damagedArchive, openArchive, type Archive, type ArchiveCode } from '../archive/open-archive.ts';
import { finishDocument, type DocumentFacts } from '../finish-document.ts';
import type { ImportOptions } from '../import-options.ts';
import { paragraphsOfMarkup } from '../markup/paragraphs-of-markup.ts';
import { resolveName } from '../archive/resolve-name.ts';
import { childNamed, elementsNamed } from '../xml/elements.ts';
import { readXml, type XmlCode } from '../xml/read-xml.ts';
import { odf } from './odf-names.ts';
import { paragraphsOfOdt } from './odt-paragraphs.ts';
import { readStyles } from './odt-styles.ts';

export type OdtImportCode = ArchiveCode | XmlCode | 'no-text';

const dublinCore = 'http://purl.org/dc/elements/1.1/';

/** Reads an ODT file. `fileName` is only for the sentences of refusals. */
export function importOdt(
  bytes: Uint8Array,
  fileName: string,
  { progress }: ImportOptions,
): Result<ImportedDocument, OdtImportCode> {
  const archive = openArchive(bytes, fileName);
  if (!archive.ok) return archive;
  const manifest = readPart(archive.value, 'META-INF/manifest.xml', fileName);
  if (!manifest.ok) return manifest;
  if (isEncrypted(manifest.value)) {
    return refused(
      'password-protected',
      `“${fileName}” is protected with a password. Save it without one and import that.`,
    );
  }
  const content = archive.value.read('content.xml');
  if (!content.ok) return content;
  progress?.(0.1);
  const document = readXml(content.value, 'content.xml', fileName);
  if (!document.ok) return document;
  progress?.(0.7);
  const styles = readPart(archive.value, 'styles.xml', fileName);
  if (!styles.ok) return styles;
  const meta = readPart(archive.value, 'meta.xml', fileName);
  if (!meta.ok) return meta;
  const body = partNamed(document.value, 'body', 'text');
  if (body === undefined) return damagedArchive(fileName, 'it holds no text document');
  const known = readStyles([document.value, ...(styles.value === null ? [] : [styles.value])]);
  const paragraphs = paragraphsOfOdt(body, known, (address) => formulaAt(archive.value, address, fileName));
  return finishDocument(factsOf(meta.value), paragraphs, fileName);
}

/** One of the files that an ODT may do without; `null` when it does. */
function readPart(
  archive: Archive,
  name: string,
  fileName: string,
): Result<Document | null, ArchiveCode | XmlCode> {
  if (!archive.has(name)) return done(null);
  const bytes = archive.read(name);
  return bytes.ok ? readXml(bytes.value, name, fileName) : bytes;
}

/** A formula is an object with a file of its own, `./Object 1/content.xml`; other objects are pictures to a reader. */
function formulaAt(archive: Archive, address: string, fileName: string): string {
  const name = `${resolveName('content.xml', address)}/content.xml`;
  const document = name === '/content.xml' ? null : readPart(archive, name, fileName);
  const root = document?.ok === true ? document.value?.documentElement : undefined;
  if (root === undefined || root === null || root.localName !== 'math') return '';
  return paragraphsOfMarkup(root)
    .map(({ text }) => text)
    .join(' ');
}

/** An element by the names that lead to it from the root. */
function partNamed(document: Document, ...names: readonly string[]): Element | undefined {
  let element = document.documentElement ?? undefined;
  for (const name of names) element = element && childNamed(element, odf.office, name);
  return element;
}

function isEncrypted(manifest: Document | null): boolean {
  return manifest !== null && elementsNamed(manifest, odf.manifest, 'encryption-data').length > 0;
}

/** The dates in it tell when the file was made and saved, not when its text was published: they are left out. */
function factsOf(meta: Document | null): DocumentFacts {
  const section = meta === null ? undefined : partNamed(meta, 'meta');
  if (section === undefined) return { type: 'document' };
  const textOf = (namespace: string, name: string) => childNamed(section, namespace, name)?.textContent ?? '';
  // `dc:creator` is who saved it last, which often is all that there is.
  const author = textOf(odf.meta, 'initial-creator') || textOf(dublinCore, 'creator');
  return {
    type: 'document',
    title: textOf(dublinCore, 'title'),
    authors: author.split(';'),
    language: textOf(dublinCore, 'language'),
  };
}
