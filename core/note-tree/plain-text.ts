import type { Node } from 'unist';
import type { NoteTree } from './note-tree.ts';

// What stands inside a sentence: the words around it are not parted by it.
const inline = new Set(['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'inlineCode']);

/** The text of a note without its header and its citations; everything that is not inside a sentence begins a line. */
export function plainText(tree: NoteTree): string {
  const pieces: string[] = [];
  for (const block of tree.children.slice(1)) collectText(block, pieces);
  return pieces.join('');
}

function collectText(node: Node, pieces: string[]): void {
  if (!inline.has(node.type)) pieces.push('\n');
  if ('value' in node && typeof node.value === 'string' && node.type !== 'html') pieces.push(node.value);
  if ('children' in node) for (const child of node.children as readonly Node[]) collectText(child, pieces);
}
