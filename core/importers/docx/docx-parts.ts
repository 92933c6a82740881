/** Which file of a DOCX archive is what: Word names them as it likes, and says so in files of relationships. */
import type { Document, Element } from '@xmldom/xmldom';
import { done, type Result } from '../../result.ts';
import { damagedArchive, type Archive, type ArchiveCode } from '../archive/open-archive.ts';
import { attributeOf, childElements } from '../xml/elements.ts';
import { readXml, type XmlCode } from '../xml/read-xml.ts';
import { docxName } from './docx-names.ts';
import { withoutLooks } from './without-looks.ts';

/** An XML file of the archive, and the addresses that its links have by the ids of their relationships. */
export interface DocxPart {
  readonly root: Element;
  readonly addresses: ReadonlyMap<string, string>;
}

export interface DocxParts {
  readonly main: DocxPart;
  /** `null` where the document has none. */
  readonly styles: DocxPart | null;
  readonly footnotes: DocxPart | null;
  readonly endnotes: DocxPart | null;
  readonly core: DocxPart | null;
}

type PartCode = ArchiveCode | XmlCode;

interface Relationship {
  readonly id: string;
  /** The last word of its type: `styles`, `hyperlink`. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

export function readDocxParts(archive: Archive, fileName: string): Result<DocxParts, PartCode> {
  const ofPackage = readRelationships(archive, '', fileName);
  if (!ofPackage.ok) return ofPackage;
  const mainName = targetOf(ofPackage.value, 'officeDocument', '', archive) ?? 'word/document.xml';
  if (!archive.has(mainName)) return damagedArchive(fileName, 'the text of the document is missing in it');
  const ofMain = readRelationships(archive, mainName, fileName);
  if (!ofMain.ok) return ofMain;
  const read = (type: string) => readPart(archive, targetOf(ofMain.value, type, mainName, archive), fileName);
  const main = readPart(archive, mainName, fileName);
  if (!main.ok) return main;
  if (main.value === null) return damagedArchive(fileName, 'the text of the document is missing in it');
  const styles = read('styles');
  if (!styles.ok) return styles;
  const footnotes = read('footnotes');
  if (!footnotes.ok) return footnotes;
  const endnotes = read('endnotes');
  if (!endnotes.ok) return endnotes;
  const core = readPart(archive, targetOf(ofPackage.value, 'core-properties', '', archive), fileName);
  if (!core.ok) return core;
  return done({
    main: main.value,
    styles: styles.value,
    footnotes: footnotes.value,
    endnotes: endnotes.value,
    core: core.value,
  });
}

function readPart(
  archive: Archive,
  name: string | undefined,
  fileName: string,
): Result<DocxPart | null, PartCode> {
  if (name === undefined) return done(null);
  const document = readDocument(archive, name, fileName);
  if (!document.ok) return document;
  const relationships = readRelationships(archive, name, fileName);
  if (!relationships.ok) return relationships;
  const links = relationships.value.filter(({ type }) => type === 'hyperlink');
  const root = document.value.documentElement;
  if (root === null) return damagedArchive(fileName, `“${name}” in it is empty`);
  return done({ root, addresses: new Map(links.map(({ id, target }) => [id, target])) });
}

function readDocument(archive: Archive, name: string, fileName: string): Result<Document, PartCode> {
  const bytes = archive.read(name);
  return bytes.ok ? readXml(bytes.value, name, fileName, withoutLooks) : bytes;
}

/** Those of the file `name`, or of the package as a whole when it is empty. */
function readRelationships(
  archive: Archive,
  name: string,
  fileName: string,
): Result<readonly Relationship[], PartCode> {
  const slash = name.lastIndexOf('/') + 1;
  const file = `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
  if (!archive.has(file)) return done([]);
  const document = readDocument(archive, file, fileName);
  if (!document.ok) return document;
  const root = document.value.documentElement;
  const elements = root === null ? [] : Array.from(childElements(root));
  return done(
    elements
      .filter((element) => docxName(element) === 'rels:Relationship')
      .map((element) => ({
        id: attributeOf(element, null, 'Id') ?? '',
        type: /[^/]*$/.exec(attributeOf(element, null, 'Type') ?? '')?.[0] ?? '',
        target: attributeOf(element, null, 'Target') ?? '',
        isExternal: attributeOf(element, null, 'TargetMode') === 'External',
      })),
  );
}

/** The file in the archive that has this part; what lies outside of the archive is nobody's part. */
function targetOf(
  relationships: readonly Relationship[],
  type: string,
  from: string,
  archive: Archive,
): string | undefined {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return relationships
    .filter((one) => one.type === type && !one.isExternal)
    .map(({ target }) => (target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')))
    .find((name) => archive.has(name));
}
