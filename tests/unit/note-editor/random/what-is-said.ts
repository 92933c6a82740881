/** What a note says, whatever its shape: its letters, citations and everything else that is more than white space. */
import type { RootContent } from 'mdast';
import type { NoteBlock } from '../../../../core/note-tree/note-tree.ts';

/** One entry for each letter and for each thing that is no text, in reading order. */
export function whatIsSaid(blocks: readonly RootContent[]): string[] {
  return blocks.flatMap((node): string[] => {
    switch (node.type) {
      case 'citation':
        return [`{${node.targets.map(({ paragraph }) => paragraph.replace('edition-', '')).join('+')}}`];
      case 'footnoteReference':
        return [`[^${node.identifier}]`];
      case 'thematicBreak':
        return ['<rule>'];
      case 'html':
        return [`<${node.value}>`];
      case 'text':
      case 'inlineCode':
      case 'code':
        return [...node.value.replace(/\s/gu, '')];
      default:
        return 'children' in node ? whatIsSaid(node.children as RootContent[]) : [];
    }
  });
}

/** Whether all that was said before is said now, in the same order, with other things between. */
export function isInOrder(before: readonly string[], after: readonly string[]): boolean {
  let at = 0;
  for (const each of after) if (each === before[at]) at += 1;
  return at === before.length;
}

/** How often each is said. */
function counts(said: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const each of said) found.set(each, (found.get(each) ?? 0) + 1);
  return found;
}

/** What was said before and is no longer, wherever it stood. */
export function whatIsLost(before: readonly string[], after: readonly string[]): string[] {
  const left = counts(after);
  return before.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

/** A note on one line, for a message about it: `p(One {A.1}) ul(li(p(two)))`. */
export function sketch(blocks: readonly RootContent[] | readonly NoteBlock[]): string {
  return blocks
    .map((node): string => {
      if (node.type === 'text') return node.value.replaceAll(' ', '·');
      if (!('children' in node))
        return node.type === 'code' ? `code(${node.value})` : (whatIsSaid([node])[0] ?? `<${node.type}>`);
      const data = 'data' in node && node.data !== undefined ? '*' : '';
      return `${short[node.type] ?? node.type}${data}(${sketch(node.children as RootContent[])})`;
    })
    .join(' ');
}

const short: Record<string, string> = {
  paragraph: 'p',
  heading: 'h',
  list: 'list',
  listItem: 'li',
  blockquote: 'quote',
  tableRow: 'tr',
  tableCell: 'td',
  strong: 'b',
  emphasis: 'i',
  delete: 's',
};
