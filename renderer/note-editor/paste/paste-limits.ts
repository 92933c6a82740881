/** How much a note takes in at once. Beyond it the window would stand still while it pastes. */
import { measureMarkup } from '../../../core/importers/markup/measure-markup.ts';

/** UTF-16 units, without pictures. */
const longestHtml = 4_000_000;
const mostElements = 12_000;
const mostCells = 1_500;
/** Elements within elements. The reading is recursive, and a browser's own parser ends at 512. */
const deepest = 250;

const longestText = 300_000;
const mostLines = 1_500;

export function isTooMuchHtml(html: string): boolean {
  if (html.length > longestHtml || countOf(html, /<t[dh][\s>]/gi, mostCells) > mostCells) return true;
  const { elements, pieces, fullDepth } = measureMarkup(html, deepest);
  return elements + pieces > mostElements || fullDepth > deepest;
}

export function isTooMuchText(text: string): boolean {
  return (
    text.length > longestText ||
    countOf(text, /\n/g, mostLines) > mostLines ||
    countOf(text, /\t/g, mostCells) > mostCells
  );
}

/** Stops counting beyond `most`. */
function countOf(text: string, pattern: RegExp, most: number): number {
  let count = 0;
  while (count <= most && pattern.exec(text) !== null) count += 1;
  return count;
}

export const tooMuchHtmlNotice = 'Too much to paste as it looks; pasted as plain text.';
export const tooMuchNotice = `Too much to paste into a note: more than ${longestText.toLocaleString('en')} characters or ${mostLines.toLocaleString('en')} lines. Bring it in as a source instead (Ctrl+Alt+V).`;
