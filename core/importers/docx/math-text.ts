import type { Element } from '@xmldom/xmldom';
import { childElements } from '../xml/elements.ts';
import { docxName } from './docx-names.ts';

/** What stands before parts of a formula that are set apart from the line, so that ½ does not become 12. */
const signs: Readonly<Record<string, string>> = { 'm:den': '/', 'm:sup': '^', 'm:sub': '_' };

/** A formula as one line: `a^2/b_1`. A part of several signs is in parentheses. */
export function mathText(formula: Element): string {
  let text = '';
  for (const child of childElements(formula)) {
    const name = docxName(child);
    if (name === 'm:t') {
      text += child.textContent ?? '';
      continue;
    }
    const part = mathText(child);
    const sign = signs[name];
    const isApart = sign !== undefined || name === 'm:num';
    text += (part === '' ? '' : (sign ?? '')) + (isApart && part.length > 1 ? `(${part})` : part);
  }
  return text;
}
