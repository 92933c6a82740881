import type { Node } from 'unist';
import type { Citation, CitationTarget, NoteTree } from './note-tree.ts';

/**
 * The note with other targets in its citations. `move` returns what a target becomes, one at least, or `null` when it
 * stays as it is. Targets that become the same are one. The tree that is given is not changed; what is not moved in
 * it is not copied.
 */
export function moveCitations(
  tree: NoteTree,
  move: (target: CitationTarget) => readonly CitationTarget[] | null,
): NoteTree {
  const [header, ...blocks] = tree.children;
  const moved = blocks.map((block) => movedNode(block, move));
  return moved.every((block, index) => block === blocks[index])
    ? tree
    : { ...tree, children: [header, ...moved] };
}

type Move = (target: CitationTarget) => readonly CitationTarget[] | null;

interface Parent extends Node {
  readonly children: readonly Node[];
}

const isCitation = (node: Node): node is Citation => node.type === 'citation';
const isParent = (node: Node): node is Parent => 'children' in node;

function movedNode<Kind extends Node>(node: Kind, move: Move): Kind {
  if (isCitation(node)) return movedCitation(node, move);
  if (!isParent(node)) return node;
  const children = node.children.map((child) => movedNode(child, move));
  return children.every((child, index) => child === node.children[index]) ? node : { ...node, children };
}

function movedCitation<Kind extends Citation>(citation: Kind, move: Move): Kind {
  const moves = citation.targets.map((target) => ({ target, to: move(target) }));
  if (moves.every(({ to }) => to === null)) return citation;
  const targets = new Map(
    moves.flatMap(({ target, to }) => to ?? [target]).map((target) => [JSON.stringify(target), target]),
  );
  const [first, ...others] = targets.values();
  return first === undefined ? citation : { ...citation, targets: [first, ...others] };
}
