/** A straight quotation mark becomes that of the note's language as it is typed; one undo gives the straight one back. */
import { $isCodeNode } from '@lexical/code-core';
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { typedQuotationMark } from '../../core/note-tree/typed-quotation-mark.ts';

/** Watches the typing in the text; `language` is BCP 47. The function that comes back ends it. */
export function registerTypographicQuotes(editor: LexicalEditor, language: string): () => void {
  const typed = (event: InputEvent) => {
    const { data, inputType, isComposing } = event;
    if (inputType !== 'insertText' || isComposing || editor.isComposing() || !editor.isEditable()) return;
    if (data !== '"' && data !== "'") return;
    const [range] = event.getTargetRanges();
    if (insertQuote(editor, data, range, language)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  return editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('beforeinput', typed, true);
    root?.addEventListener('beforeinput', typed, true);
  });
}

function insertQuote(
  editor: LexicalEditor,
  straight: '"' | "'",
  range: StaticRange | undefined,
  language: string,
): boolean {
  let mark = straight as string;
  let isDone = false;
  editor.update(
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      // The caret that the browser has may be newer than the one that the editor has heard of.
      if (range !== undefined) selection.applyDOMRange(range);
      if ($isCode(selection)) return;
      const [start] = selection.isBackward() ? [selection.focus] : [selection.anchor];
      mark = typedQuotationMark(straight, $textBefore(start), language);
      selection.insertText(straight);
      isDone = true;
    },
    { discrete: true },
  );
  if (isDone && mark !== straight)
    editor.update(() => $replaceBeforeCaret(mark), { discrete: true, tag: HISTORY_PUSH_TAG });
  return isDone;
}

function $isCode(selection: RangeSelection): boolean {
  const node = selection.anchor.getNode();
  return selection.hasFormat('code') || $findMatchingParent(node, $isCodeNode) !== null;
}

/** What stands in the block before a point, with a placeholder for each chip. */
function $textBefore(point: RangeSelection['anchor']): string {
  const node = point.getNode();
  let text = '';
  let next: LexicalNode | null;
  if ($isTextNode(node)) {
    text = node.getTextContent().slice(0, point.offset);
    next = $before(node);
  } else {
    next = $isElementNode(node) ? node.getChildAtIndex(point.offset - 1) : null;
  }
  for (; next !== null; next = $before(next)) text = next.getTextContent() + text;
  return text;
}

/** The node before this one in the same block, also where a link begins or ends between them. */
function $before(node: LexicalNode): LexicalNode | null {
  const sibling = node.getPreviousSibling();
  if (sibling !== null) return sibling;
  const parent = node.getParent();
  return $isElementNode(parent) && parent.isInline() ? $before(parent) : null;
}

function $replaceBeforeCaret(mark: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node) || anchor.offset === 0) return;
  node.spliceText(anchor.offset - 1, 1, mark, true);
}
