/** Where a note cites a paragraph, with the words around it: what a list of such places shows. */
import type { Node } from 'unist';
import type { ParagraphId } from '../dossier/ids.ts';
import type { Citation, NoteTree } from './note-tree.ts';

export interface CitingSentence {
  /** Which of the citations of this paragraph it is, in reading order, from 0. */
  readonly nth: number;
  /** Text of the same line before and after the citation, cut at words; other citations are left out. */
  readonly before: string;
  readonly after: string;
}

const mostBefore = 90; // UTF-16 units
const mostAfter = 40;
const inline = new Set(['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'inlineCode']);

export function citingSentences(tree: NoteTree, paragraph: ParagraphId): CitingSentence[] {
  let text = '';
  const places: number[] = [];
  const walk = (node: Node): void => {
    if (node.type === 'citation') {
      const { targets } = node as Citation;
      if (targets.some((target) => target.paragraph === paragraph)) places.push(text.length);
      return;
    }
    if (!inline.has(node.type)) text += '\n';
    if ('value' in node && typeof node.value === 'string') text += node.value;
    if ('children' in node) for (const child of node.children as readonly Node[]) walk(child);
  };
  for (const block of tree.children.slice(1)) walk(block);
  return places.map((at, nth) => {
    const from = text.lastIndexOf('\n', at - 1) + 1;
    const end = text.indexOf('\n', at);
    return {
      nth,
      before: endOf(text.slice(from, at)),
      after: beginningOf(text.slice(at, end === -1 ? text.length : end)),
    };
  });
}

function endOf(words: string): string {
  const line = words.trim();
  return line.length <= mostBefore ? line : `…${line.slice(-mostBefore).replace(/^\S*\s/u, '')}`;
}

function beginningOf(words: string): string {
  const line = words.trimEnd();
  return line.length <= mostAfter ? line : `${line.slice(0, mostAfter).replace(/\s\S*$/u, '')}…`;
}
