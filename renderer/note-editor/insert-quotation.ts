import { $isCodeNode } from '@lexical/code-core';
import { $createQuoteNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $isParagraphNode,
  $isRootNode,
  type RangeSelection,
} from 'lexical';
import type { VerbatimQuotation } from '../../core/note-tree/verbatim-quotation.ts';
import { $textBesideCaret } from './citation-at-caret.ts';
import { $createCitationNode } from './citation-node.ts';
import { $isFootnoteDefinitionNode } from './footnote-definition-node.ts';
import { $caretAfter, $inParagraph, $placeToWrite } from './insert-citation.ts';
import type { CitationTargets } from './parse-citation-targets.ts';

/**
 * Puts the words of a source at the caret with their citation behind them, and the caret after that. What is to be set
 * apart becomes a quotation below the block of the caret, or takes its place when it is empty; within a table or a
 * footnote, which hold lines, it stands in the line. `false` inside code, which holds text only. Call inside an update.
 */
export function $insertQuotation(quotation: VerbatimQuotation, targets: CitationTargets): boolean {
  const selection = $placeToWrite();
  const node = selection.anchor.getNode();
  if ($findMatchingParent(node, $isCodeNode) !== null) return false;
  const holdsLines = $findMatchingParent(
    node,
    (each) => $isTableNode(each) || $isFootnoteDefinitionNode(each),
  );
  if (quotation.isBlock && holdsLines === null) $insertBlock(selection, quotation.paragraphs, targets);
  else $insertInline(selection, quotation.inline, targets);
  return true;
}

function $insertInline(selection: RangeSelection, words: string, targets: CitationTargets): void {
  const citation = $createCitationNode(targets);
  const place = $inParagraph(selection);
  const before = $characterBeside(place, 'previous');
  const after = $characterBeside(place, 'next');
  const space = before !== '' && !/[\s([{«„“‘'"–—/-]/u.test(before) ? ' ' : '';
  place.insertNodes([$createTextNode(space + words), citation]);
  const caret = $caretAfter(citation);
  if (/[\p{L}\p{N}]/u.test(after)) caret.insertText(' ');
}

/** The character that touches the caret on that side; a chip counts as a letter, nothing as an empty text. */
function $characterBeside(selection: RangeSelection, side: 'previous' | 'next'): string {
  const { text, stop } = $textBesideCaret(selection, side);
  const character = side === 'previous' ? text.slice(-1) : text.slice(0, 1);
  return character === '' && stop !== null ? 'x' : character;
}

function $insertBlock(
  selection: RangeSelection,
  paragraphs: readonly string[],
  targets: CitationTargets,
): void {
  const node = $inParagraph(selection).anchor.getNode();
  const here = $findMatchingParent(node, (each) => $isRootNode(each.getParent()));
  if (here === null) throw new Error('The caret is outside of the text.');
  const lines = paragraphs.map((words) => $createParagraphNode().append($createTextNode(words)));
  lines.at(-1)?.append($createCitationNode(targets));
  const quote = $createQuoteNode({ shadowRoot: true }).append(...lines);
  const next = here.getNextSibling();
  if ($isParagraphNode(here) && here.isEmpty()) here.replace(quote);
  else here.insertAfter(quote);
  if ($isParagraphNode(next) && next.isEmpty()) {
    next.select();
    return;
  }
  // Writing goes on below: an empty paragraph is no part of the note until something stands in it.
  const below = $createParagraphNode();
  quote.insertAfter(below);
  below.select();
}
