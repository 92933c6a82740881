import {
  $caretFromPoint,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  $isTextPointCaret,
  type CaretDirection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $isCitationNode, type CitationNode } from './citation-node.ts';

/** The node that touches the caret on one side, within the same block; `null` when text or nothing lies there. */
export function $nodeBesideCaret(selection: RangeSelection, direction: CaretDirection): LexicalNode | null {
  const caret = $caretFromPoint(selection.focus, direction);
  if ($isTextPointCaret(caret)) {
    const edge = direction === 'previous' ? 0 : caret.origin.getTextContentSize();
    return caret.offset === edge ? caret.getSiblingCaret().getNodeAtCaret() : null;
  }
  return caret.getNodeAtCaret();
}

/** The chip that is selected as a whole. */
export function $selectedCitation(): CitationNode | null {
  const selection = $getSelection();
  return $isNodeSelection(selection) ? (selection.getNodes().find($isCitationNode) ?? null) : null;
}

/** The chip that is selected or touches the caret; the one before the caret wins. */
export function $citationAtCaret(): CitationNode | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) return $selectedCitation();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  for (const direction of ['previous', 'next'] as const) {
    const node = $nodeBesideCaret(selection, direction);
    if ($isCitationNode(node)) return node;
  }
  return null;
}

/** The text between the caret and the next thing that is not text, in reading order. */
export function $textBesideCaret(
  selection: RangeSelection,
  direction: CaretDirection,
): { readonly text: string; readonly stop: LexicalNode | null } {
  const { focus } = selection;
  const origin = focus.getNode();
  let text = '';
  if ($isTextNode(origin)) {
    const whole = origin.getTextContent();
    text = direction === 'previous' ? whole.slice(0, focus.offset) : whole.slice(focus.offset);
  }
  const beside = (node: LexicalNode) =>
    direction === 'previous' ? node.getPreviousSibling() : node.getNextSibling();
  let stop = $isTextNode(origin) ? beside(origin) : $caretFromPoint(focus, direction).getNodeAtCaret();
  while ($isTextNode(stop)) {
    text = direction === 'previous' ? stop.getTextContent() + text : text + stop.getTextContent();
    stop = beside(stop);
  }
  return { text, stop };
}
