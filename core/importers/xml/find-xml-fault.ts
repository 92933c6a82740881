import { importLimits } from '../limits.ts';

export type XmlFault = 'has-dtd' | 'too-deep' | 'too-much' | 'malformed';

/** Bits of XML that are skipped as a whole. */
const skipped: readonly (readonly [opening: string, closing: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * Looks through XML for what must not reach a parser: declarations of entities, which can grow without bound or name
 * other files, elements that stand too deep in one another for whoever walks them, and more of them than memory is for.
 * `null` when there is none of it.
 */
export function findXmlFault(xml: string): XmlFault | null {
  let depth = 0;
  let size = 0; // in nodes: an element with text has two tags and two nodes, an attribute takes half a node's memory
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    size += 1;
    if (size > importLimits.elements * 2) return 'too-much';
    const skip = skipped.find(([opening]) => xml.startsWith(opening, at));
    if (skip !== undefined) {
      const closing = xml.indexOf(skip[1], at + skip[0].length);
      if (closing === -1) return 'malformed';
      at = closing + skip[1].length;
      continue;
    }
    const { end, values } = readTag(xml, at);
    if (end === -1) return 'malformed';
    size += values / 2;
    if (values > mostAttributes) return 'too-much';
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

/** Each is compared with all others of its element. Word declares some forty namespaces in one. */
const mostAttributes = 1_000;

/** How many quoted values the tag has, and where it ends, one past its `>`: -1 when nothing closes it. */
function readTag(xml: string, start: number): { readonly end: number; readonly values: number } {
  let values = 0;
  for (let at = start; at < xml.length; at += 1) {
    const letter = xml.charAt(at);
    if (letter === '>') return { end: at + 1, values };
    if (letter !== '"' && letter !== "'") continue;
    values += 1;
    at = xml.indexOf(letter, at + 1);
    if (at === -1) break;
  }
  return { end: -1, values };
}

/** A document type that only names itself, as XHTML has it, declares nothing. */
function declaresEntities(declaration: string): boolean {
  return !/^<!doctype\s[^[]*$/i.test(declaration);
}
