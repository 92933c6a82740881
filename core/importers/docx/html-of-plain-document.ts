import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { escapeXml } from './plain-inline.ts';
import type { PlainDocument } from './plain-document.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** From the roles of paragraphs, which are their styles by now, to elements. */
const styleMap = [
  'p.heading => h1:fresh',
  'p.item => ul > li:fresh',
  'p.quote => blockquote > p:fresh',
  'p.contents => nav > p:fresh',
  'p.text => p:fresh',
];

/**
 * The HTML of a document; its archive is made here, so that mammoth unpacks only what was checked. `null` when mammoth
 * can't make anything of it.
 */
export async function htmlOfPlainDocument(document: PlainDocument): Promise<string | null> {
  const archive = packDocument(document).buffer;
  const input = { arrayBuffer: archive, buffer: archive }; // what it asks for in a browser, and in Node
  try {
    const { value } = await mammoth.convertToHtml(input, {
      styleMap,
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
    });
    return value;
  } catch {
    return null;
  }
}

/** Nothing in it is compressed, as it is unpacked at once. */
function packDocument({ body, addresses }: PlainDocument): Uint8Array<ArrayBuffer> {
  const links = Array.from(
    addresses,
    ([id, address]) =>
      `<Relationship Id="${id}" Type="${relationships}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
  );
  return zipSync(
    {
      'word/document.xml': strToU8(
        `<w:document xmlns:w="${word}" xmlns:r="${relationships}"><w:body>${body}</w:body></w:document>`,
      ),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships xmlns="${packageRelationships}">${links.join('')}</Relationships>`,
      ),
    },
    { level: 0, mtime: '1980-01-01' },
  );
}
