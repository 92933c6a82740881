import {
  $createTextNode,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  type LexicalNode,
} from 'lexical';
import { $createPreservedNode, $isPreservedNode } from './preserved-node.ts';

/** What the nodes say on one line: blocks and breaks are parted by spaces, a dividing line is one. */
export function $flattened(nodes: readonly LexicalNode[]): LexicalNode[] {
  return nodes.flatMap($inlineNodesOf);
}

function $inlineNodesOf(node: LexicalNode, index: number): LexicalNode[] {
  if ($isLineBreakNode(node)) return [$createTextNode(' ')];
  if ($isPreservedNode(node) && !node.isInline()) return [$createPreservedNode(node.getSource(), true)];
  if ($isDecoratorNode(node) && !node.isInline()) return [$createTextNode(' ')];
  if (!$isElementNode(node) || node.isInline()) return [node];
  const space = index === 0 ? [] : [$createTextNode(' ')];
  const inner = node.getChildren();
  const hasBlocks = inner.some((child) => $isElementNode(child) && !child.isInline());
  return [...space, ...inner.flatMap((child, at) => $inlineNodesOf(child, hasBlocks ? at : 0))];
}
