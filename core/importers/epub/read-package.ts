/** The package document of an EPUB book: what it is, and its chapters in reading order. */
import type { Document, Element } from '@xmldom/xmldom';
import { done, refused, type Result } from '../../result.ts';
import { damagedArchive, type Archive, type ArchiveCode } from '../archive/open-archive.ts';
import type { DocumentFacts } from '../finish-document.ts';
import { linkAddressOf } from '../platform.ts';
import { attributeOf, childElements, childNamed, elementsNamed } from '../xml/elements.ts';
import { readXml, type XmlCode } from '../xml/read-xml.ts';
import { resolveName } from '../archive/resolve-name.ts';

export interface BookPackage {
  readonly facts: DocumentFacts;
  /** Names of files in the archive. */
  readonly chapters: readonly string[];
}

type PackageCode = ArchiveCode | XmlCode;

const container = 'urn:oasis:names:tc:opendocument:xmlns:container';
const encryption = 'http://www.w3.org/2001/04/xmlenc#';
const opf = 'http://www.idpf.org/2007/opf';
const dublinCore = 'http://purl.org/dc/elements/1.1/';

/** Fonts may be scrambled in a book that anybody can read. */
const fontScrambling: ReadonlySet<string> = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
]);
const chapterTypes: ReadonlySet<string> = new Set([
  'application/xhtml+xml',
  'text/html',
  'text/x-oeb1-document',
]);

export function readBookPackage(archive: Archive, fileName: string): Result<BookPackage, PackageCode> {
  const isProtected = isEncrypted(archive, fileName);
  if (!isProtected.ok) return isProtected;
  if (isProtected.value) {
    return refused(
      'password-protected',
      `“${fileName}” is protected by its seller against being read by other programs (DRM). Ask for a copy without that protection.`,
    );
  }
  const root = readPart(archive, 'META-INF/container.xml', fileName);
  if (!root.ok) return root;
  const [rootFile] = elementsNamed(root.value, container, 'rootfile');
  const name = rootFile && attributeOf(rootFile, null, 'full-path');
  if (name === undefined) return damagedArchive(fileName, 'it does not say where its text is');
  const document = readPart(archive, name, fileName);
  if (!document.ok) return document;
  const book = document.value.documentElement;
  if (book === null) return damagedArchive(fileName, 'the list of its chapters is empty');
  return done({ facts: factsOf(book), chapters: chaptersOf(book, name) });
}

function readPart(archive: Archive, name: string, fileName: string): Result<Document, PackageCode> {
  const bytes = archive.read(name);
  return bytes.ok ? readXml(bytes.value, name, fileName) : bytes;
}

function isEncrypted(archive: Archive, fileName: string): Result<boolean, PackageCode> {
  const name = 'META-INF/encryption.xml';
  if (!archive.has(name)) return done(false);
  const document = readPart(archive, name, fileName);
  if (!document.ok) return document;
  return done(
    elementsNamed(document.value, encryption, 'EncryptedData').some((data) => {
      const method = childNamed(data, encryption, 'EncryptionMethod');
      return !fontScrambling.has((method && attributeOf(method, null, 'Algorithm')) ?? '');
    }),
  );
}

/** In the order of the spine, without its table of contents, its cover, and pictures. */
function chaptersOf(book: Element, packageName: string): string[] {
  const left = new Set(
    elementsNamed(book, opf, 'reference')
      .filter((one) => ['cover', 'toc'].includes(attributeOf(one, null, 'type')?.toLowerCase() ?? ''))
      .map((one) => resolveName(packageName, attributeOf(one, null, 'href') ?? '')),
  );
  const names = new Map<string, string>();
  for (const item of elementsNamed(book, opf, 'item')) {
    const properties = attributeOf(item, null, 'properties')?.split(/\s+/) ?? [];
    const name = resolveName(packageName, attributeOf(item, null, 'href') ?? '');
    const isChapter = chapterTypes.has(attributeOf(item, null, 'media-type') ?? '');
    if (!isChapter || properties.includes('nav') || left.has(name)) continue;
    names.set(attributeOf(item, null, 'id') ?? '', name);
  }
  const spine = elementsNamed(book, opf, 'itemref').map((one) => attributeOf(one, null, 'idref') ?? '');
  // Once each: a spine that names a chapter a million times is no book.
  return [...new Set(spine.map((id) => names.get(id)).filter((name) => name !== undefined))];
}

function factsOf(book: Element): DocumentFacts {
  const metadata = childNamed(book, opf, 'metadata');
  const elements = metadata === undefined ? [] : Array.from(childElements(metadata));
  // EPUB 2 knows dc-metadata, an element more around them.
  const all = elements.flatMap((one) =>
    one.localName === 'dc-metadata' ? Array.from(childElements(one)) : [one],
  );
  const named = (name: string) =>
    all.filter((one) => one.namespaceURI === dublinCore && one.localName === name);
  const textsOf = (name: string) => named(name).map((one) => one.textContent ?? '');
  const isPublication = (date: Element) =>
    ['publication', undefined].includes(attributeOf(date, opf, 'event')?.toLowerCase());
  return {
    type: 'book',
    title: textsOf('title')[0],
    authors: textsOf('creator'),
    publisher: textsOf('publisher')[0],
    issued: named('date').find(isPublication)?.textContent ?? undefined,
    language: textsOf('language')[0],
    url:
      textsOf('identifier')
        .map((identifier) => linkAddressOf(identifier.trim()))
        .find((address) => address !== null && !address.startsWith('mailto:')) ?? undefined,
  };
}
