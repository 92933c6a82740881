import { $isCodeNode } from '@lexical/code-core';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $putCaretInText } from './caret-between-blocks.ts';
import { $createCitationNode } from './citation-node.ts';
import type { CitationTargets } from './parse-citation-targets.ts';

/** Marks that close what stands before them: the citation goes after, "the mark follows the punctuation". */
const closingMarks = /^(?:[.,;:!?…”’»)\]。，、；：！？」』）]|['"](?=\W|$))+/u;

/**
 * Puts a citation at the caret, right behind the word or the punctuation that stands there, as a footnote mark does: a
 * space already typed comes after it. The caret then follows. Selected text stays. Without a caret it goes to the end of the last paragraph. `false` inside
 * code, which holds text only. Call inside an update.
 */
export function $insertCitation(targets: CitationTargets): boolean {
  const selection = $placeToWrite();
  if ($findMatchingParent(selection.anchor.getNode(), $isCodeNode) !== null) return false;
  $putCaretInText(selection);
  $stepOverMarks(selection);
  const space = $takeSpaceBefore(selection);
  const citation = $createCitationNode(targets);
  $inParagraph(selection).insertNodes([citation]);
  const caret = $caretAfter(citation);
  if (space !== '') caret.insertText(space);
  return true;
}

/** The caret, at the end of what is selected; without one, the end of the last paragraph. */
export function $placeToWrite(): RangeSelection {
  return $collapsedSelection() ?? $endOfLastParagraph();
}

/** Removes the space right before the caret, when a word stands before it, and returns it. */
function $takeSpaceBefore(selection: RangeSelection): string {
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node)) return '';
  const text = node.getTextContent();
  const before = text.slice(0, anchor.offset);
  const space = /\s+$/u.exec(before)?.[0] ?? '';
  const follows = space.length < before.length || node.getPreviousSibling() !== null;
  // In the middle of a line the space parts two words, and stays where it is.
  if (space === '' || !follows || anchor.offset < text.length || node.getNextSibling() !== null) return '';
  const kept = before.slice(0, -space.length);
  if (kept === '') {
    const index = node.getIndexWithinParent();
    const parent = node.getParentOrThrow();
    node.remove(true);
    selection.anchor.set(parent.getKey(), index, 'element');
    selection.focus.set(parent.getKey(), index, 'element');
  } else {
    node.setTextContent(kept);
    selection.anchor.set(node.getKey(), kept.length, 'text');
    selection.focus.set(node.getKey(), kept.length, 'text');
  }
  return space;
}

/** The end of what is selected; `null` when nothing is. */
function $collapsedSelection(): RangeSelection | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const node = selection.getNodes().at(-1);
    if (node === undefined) return null;
    if (node.isInline?.() === false || $isElementNode(node)) return node.selectNext();
    return $caretAfter(node);
  }
  if (!$isRangeSelection(selection)) return null;
  const collapsed = selection.clone();
  const end = selection.isBackward() ? selection.anchor : selection.focus;
  collapsed.anchor.set(end.key, end.offset, end.type);
  collapsed.focus.set(end.key, end.offset, end.type);
  $setSelection(collapsed);
  return collapsed;
}

function $endOfLastParagraph(): RangeSelection {
  const root = $getRoot();
  const last = root.getChildren().findLast($isParagraphNode);
  if (last !== undefined) return last.selectEnd();
  const paragraph = $createParagraphNode();
  root.append(paragraph);
  return paragraph.selectEnd();
}

export function $caretAfter(node: LexicalNode): RangeSelection {
  const parent = node.getParentOrThrow();
  const index = node.getIndexWithinParent() + 1;
  return parent.select(index, index);
}

function $stepOverMarks(selection: RangeSelection): void {
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node) || anchor.offset === 0) return;
  const text = node.getTextContent();
  if (/\s/u.test(text.charAt(anchor.offset - 1))) return;
  const end = anchor.offset + (closingMarks.exec(text.slice(anchor.offset))?.[0].length ?? 0);
  selection.anchor.set(node.getKey(), end, 'text');
  selection.focus.set(node.getKey(), end, 'text');
}

/** Between blocks there is no text to put a citation in, so a paragraph is made there. */
export function $inParagraph(selection: RangeSelection): RangeSelection {
  const node = selection.anchor.getNode();
  if (!$isRootOrShadowRoot(node)) return selection;
  const paragraph = $createParagraphNode();
  selection.insertNodes([paragraph]);
  return paragraph.selectEnd();
}
