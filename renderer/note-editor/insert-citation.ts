import { $isCodeNode } from '@lexical/code-core';
import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $textBesideCaret } from './citation-at-caret.ts';
import { $createCitationNode } from './citation-node.ts';
import type { CitationTargets } from './parse-citation-targets.ts';

/** Marks that close what stands before them: the citation goes after, "the mark follows the punctuation". */
const closingMarks = /^(?:[.,;:!?…”’»)\]。，、；：！？」』）]|['"](?=\W|$))+/u;

/** No space goes between these and a citation. */
const endsOpen = /(?:\s|[([“‘«「『（])$/u;

/**
 * Puts a citation at the caret, after punctuation that stands right there, parted from the word before by a space; the
 * caret then follows it. Selected text stays. Without a caret it goes to the end of the last paragraph. `false` inside
 * code, which holds text only. Call inside an update.
 */
export function $insertCitation(targets: CitationTargets): boolean {
  const selection = $collapsedSelection() ?? $endOfLastParagraph();
  if ($findMatchingParent(selection.anchor.getNode(), $isCodeNode) !== null) return false;
  $stepOverMarks(selection);
  const before = $textBesideCaret(selection, 'previous');
  const atStart = before.text === '' && (before.stop === null || $isLineBreakNode(before.stop));
  const space = atStart || endsOpen.test(before.text) ? [] : [$createTextNode(' ')];
  const citation = $createCitationNode(targets);
  $inParagraph(selection).insertNodes([...space, citation]);
  $caretAfter(citation);
  return true;
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

function $caretAfter(node: LexicalNode): RangeSelection {
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
function $inParagraph(selection: RangeSelection): RangeSelection {
  const node = selection.anchor.getNode();
  if (!$isRootOrShadowRoot(node)) return selection;
  const paragraph = $createParagraphNode();
  selection.insertNodes([paragraph]);
  return paragraph.selectEnd();
}
