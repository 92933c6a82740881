import { $isListItemNode, type ListItemNode } from '@lexical/list';
import { $findTableNode } from '@lexical/table';
import {
  $findMatchingParent,
  $isParagraphNode,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';

/** Paragraphs and list items that the selection touches: what may be the drafter's own view, and bear a mark. */
export function $commentableBlocks(selection: RangeSelection): (ParagraphNode | ListItemNode)[] {
  const blocks = new Map<string, ParagraphNode | ListItemNode>();
  for (const node of [selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()]) {
    const block = $findMatchingParent(
      node,
      (each: LexicalNode): each is ParagraphNode | ListItemNode =>
        $isParagraphNode(each) || $isListItemNode(each),
    );
    if (block !== null && $findTableNode(block) === null) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()];
}
