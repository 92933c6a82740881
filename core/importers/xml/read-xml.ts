/** Bytes of a file in an archive → an XML document. Nothing that the document names is ever looked for. */
import { DOMParser, onErrorStopParsing, type Document } from '@xmldom/xmldom';
import { done, refused, type Result } from '../../result.ts';
import { damagedArchive } from '../archive/open-archive.ts';
import { importLimits } from '../limits.ts';
import { decodeStrictly } from '../platform.ts';
import { byteOrderMarkOf } from '../text/byte-order-mark.ts';
import { findXmlFault } from './find-xml-fault.ts';

export type XmlCode = 'damaged-archive' | 'unsafe-xml' | 'too-deep' | 'too-much-markup';

export const unsafeXml = (part: string, fileName: string) =>
  refused(
    'unsafe-xml',
    `“${fileName}” declares a document type of its own in “${part}”, which no such file needs and which can do harm. Save it anew in the program that made it.`,
  );

/**
 * `part` is the name of the file inside of the archive `fileName`; both are for the sentences of refusals. `simplify` may
 * leave out of the text what nobody will look at.
 */
export function readXml(
  bytes: Uint8Array,
  part: string,
  fileName: string,
  simplify = (text: string) => text,
): Result<Document, XmlCode> {
  const decoded = decodeXml(bytes);
  const xml = decoded === null ? null : simplify(decoded);
  if (xml === null) return damagedArchive(fileName, `the text of “${part}” in it can’t be decoded`);
  switch (findXmlFault(xml)) {
    case 'has-dtd':
      return unsafeXml(part, fileName);
    case 'too-deep':
      return refused(
        'too-deep',
        `Elements of “${fileName}” stand more than ${String(importLimits.depth)} deep in one another, the most that can be imported.`,
      );
    case 'too-much':
      return refused(
        'too-much-markup',
        `“${fileName}” has more than ${importLimits.elements.toLocaleString('en')} pieces of markup, the most that can be imported. Split it and import the parts.`,
      );
    case 'malformed':
      return damagedArchive(fileName, `“${part}” in it breaks off`);
    case null:
      break;
  }
  const parser = new DOMParser({ locator: false, onError: onErrorStopParsing });
  try {
    return done(parser.parseFromString(xml, 'text/xml'));
  } catch {
    return damagedArchive(fileName, `“${part}” in it is not well-formed`); // xmldom throws on anything that is not
  }
}

/** The text of an XML file, in the encoding that it names; `null` when its bytes are not in that. */
export function decodeXml(bytes: Uint8Array): string | null {
  const mark = byteOrderMarkOf(bytes);
  if (mark !== null) return decodeStrictly(bytes.subarray(mark.length), mark.encoding);
  const beginning = decodeStrictly(bytes.subarray(0, 200), 'windows-1252') ?? '';
  const [, encoding] = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(beginning) ?? [];
  return decodeStrictly(bytes, encoding ?? 'utf-8');
}
