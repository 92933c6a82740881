import { importLimits } from '../limits.ts';

/** UTF-16 units. The parser reads some 200,000 in a second, and a book has two million. */
const longestMarkdown = 4_000_000;

/**
 * Marks of emphasis, code and links in a block, times its length: for each mark the parser may look through the whole
 * block. A thousand millions take it some ten seconds; a long paragraph of a report comes to one.
 */
const mostWork = 1e9;
const marks = /[*_~`[\]]+/g;

const containers = /^(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;
const container = />|[-*+]|\d{1,9}[.)]/g;
const thematicBreak = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;

/** What of a Markdown text would take the parser more than good time; `null` for what people write. */
export function findExcess(markdown: string): 'too-deep' | 'too-much-markup' | null {
  if (markdown.length > longestMarkdown) return 'too-much-markup';
  let length = 0;
  let marksOfBlock = 0;
  for (const line of markdown.split(/\r\n|[\n\r]/)) {
    if (isTooDeep(line)) return 'too-deep';
    if (line.trim() === '') {
      length = 0;
      marksOfBlock = 0;
    } else if (!line.startsWith('|')) {
      // The cells of a table are read each for itself.
      length += line.length;
      marksOfBlock += line.match(marks)?.length ?? 0;
      if (length * marksOfBlock > mostWork) return 'too-much-markup';
    }
  }
  return null;
}

/** Each list in a list is indented by two columns at least. */
function isTooDeep(line: string): boolean {
  const indent = line.length - line.trimStart().length;
  if (indent > importLimits.depth * 2 && /^(?:>|[-*+]\s|\d)/.test(line.trimStart())) return true;
  const opened = containers.exec(line)?.[0] ?? '';
  if (opened.length <= importLimits.depth || thematicBreak.test(line)) return false;
  return (opened.match(container)?.length ?? 0) > importLimits.depth;
}
