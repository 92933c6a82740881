import type { Node } from 'unist';
import type { ParagraphId } from '../dossier/ids.ts';
import type { Citation, NoteTree } from './note-tree.ts';

function isCitation(node: Node): node is Citation {
  return node.type === 'citation';
}

/** Every citation below these nodes, in reading order. */
export function citationsIn(nodes: readonly Node[]): Citation[] {
  const found: Citation[] = [];
  const pending = nodes.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isCitation(node)) found.push(node);
    else if ('children' in node) pending.push(...(node.children as readonly Node[]).toReversed());
  }
  return found;
}

/** Every citation of a note, in reading order. */
export function citationsOf(tree: NoteTree): Citation[] {
  return citationsIn(tree.children);
}

/** How often each paragraph is cited, through one note or several. A citation counts once per paragraph it names. */
export function citationCounts(trees: NoteTree | readonly NoteTree[]): Map<ParagraphId, number> {
  const counts = new Map<ParagraphId, number>();
  for (const tree of 'type' in trees ? [trees] : trees) {
    for (const citation of citationsOf(tree)) {
      for (const paragraph of new Set(citation.targets.map((target) => target.paragraph))) {
        counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
      }
    }
  }
  return counts;
}
