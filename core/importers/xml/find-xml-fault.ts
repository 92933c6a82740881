import { importLimits } from '../limits.ts';

export type XmlFault = 'has-dtd' | 'too-deep' | 'malformed';

/** Bits of XML that are skipped as a whole. */
const skipped: readonly (readonly [opening: string, closing: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * Looks through XML for what must not reach a parser: declarations of entities, which can grow without bound or name
 * other files, and elements that stand too deep in one another for whoever walks them. `null` when there is neither.
 */
export function findXmlFault(xml: string): XmlFault | null {
  let depth = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skip = skipped.find(([opening]) => xml.startsWith(opening, at));
    if (skip !== undefined) {
      const closing = xml.indexOf(skip[1], at + skip[0].length);
      if (closing === -1) return 'malformed';
      at = closing + skip[1].length;
      continue;
    }
    const end = tagEnd(xml, at);
    if (end === -1) return 'malformed';
    const next = xml.charAt(at + 1);
    if (next === '!') {
      if (declaresEntities(xml.slice(at, end))) return 'has-dtd';
    } else if (next === '/') {
      depth -= 1;
    } else if (xml.charAt(end - 2) !== '/') {
      depth += 1;
      if (depth > importLimits.depth) return 'too-deep';
    }
    at = end;
  }
  return null;
}

/** One past the `>` that closes the tag; a `>` in quotation marks does not. -1 when nothing closes it. */
function tagEnd(xml: string, start: number): number {
  for (let at = start; at < xml.length; at += 1) {
    const letter = xml.charAt(at);
    if (letter === '>') return at + 1;
    if (letter !== '"' && letter !== "'") continue;
    at = xml.indexOf(letter, at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

/** A document type that only names itself, as XHTML has it, declares nothing. */
function declaresEntities(declaration: string): boolean {
  return !/^<!doctype\s[^[]*$/i.test(declaration);
}
