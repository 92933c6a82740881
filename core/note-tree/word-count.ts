import type { Node } from 'unist';
import type { NoteTree } from './note-tree.ts';

// What stands inside a sentence: the words around it are not parted by it.
const inline = new Set(['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'inlineCode']);

/**
 * Words of the note's text: headings, tables and own footnotes count, the header and citations do not.
 * Word boundaries are Unicode's, so that scripts without spaces are counted too.
 */
export function countWords(tree: NoteTree): number {
  const pieces: string[] = [];
  for (const block of tree.children.slice(1)) collectText(block, pieces);
  const segments = new Intl.Segmenter('en', { granularity: 'word' }).segment(pieces.join(''));
  let words = 0;
  for (const segment of segments) if (segment.isWordLike === true) words += 1;
  return words;
}

function collectText(node: Node, pieces: string[]): void {
  if (!inline.has(node.type)) pieces.push('\n');
  if ('value' in node && typeof node.value === 'string' && node.type !== 'html') pieces.push(node.value);
  if ('children' in node) for (const child of node.children as readonly Node[]) collectText(child, pieces);
}
