/** Puts what was pasted into the note. Every function is called inside an update. */
import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $isCodeNode } from '@lexical/code-core';
import { $findCellNode } from '@lexical/table';
import {
  $findMatchingParent,
  $getEditor,
  $getRoot,
  $isElementNode,
  $isRangeSelection,
  type BaseSelection,
  type LexicalNode,
} from 'lexical';
import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import { $editorBlocksFrom } from '../blocks-to-editor.ts';
import { $isFootnoteDefinitionNode } from '../footnote-definition-node.ts';
import { phrasingFromRuns } from '../inline-runs.ts';
import type { Pasted } from './read-pasted-page.ts';
import { type PastedBlock, runsOfBlocks } from './pasted-sink.ts';

/** `false` where the place takes plain text only: code. */
export function $insertPasted({ blocks, footnotes }: Pasted, selection: BaseSelection): boolean {
  const [place] = selection.getNodes();
  if (place !== undefined && $findMatchingParent(place, $isCodeNode) !== null) return false;
  const isInFootnote = place !== undefined && $findMatchingParent(place, $isFootnoteDefinitionNode) !== null;
  const numbered = $numberFootnotes({ blocks, footnotes }, isInFootnote);
  $insertGeneratedNodes($getEditor(), $nodesFor(numbered.blocks, selection), selection);
  if (numbered.footnotes.length > 0) $getRoot().append(...$editorBlocksFrom(numbered.footnotes));
  return true;
}

function $nodesFor(blocks: readonly PastedBlock[], selection: BaseSelection): LexicalNode[] {
  const [only] = blocks;
  if (only === undefined) return [];
  const isInCell = $isRangeSelection(selection) && $findCellNode(selection.anchor.getNode()) !== null;
  // A table in a table fills the cells from there on; all else is the text of the one cell.
  if (isInCell && !(blocks.length === 1 && only.type === 'table')) {
    return $inlineNodesOf(phrasingFromRuns(runsOfBlocks(blocks), 'line'));
  }
  if (blocks.length === 1 && only.type === 'paragraph') return $inlineNodesOf(only.children);
  return $editorBlocksFrom(blocks);
}

function $inlineNodesOf(children: PhrasingContent[]): LexicalNode[] {
  return $editorBlocksFrom([{ type: 'paragraph', children }]).flatMap((node) =>
    $isElementNode(node) ? node.getChildren() : [],
  );
}

/** Own footnotes of the note have numbers or names already: the pasted ones take the next numbers that are free. */
function $numberFootnotes(pasted: Pasted, isInFootnote: boolean): Pasted {
  if (pasted.footnotes.length === 0) return pasted;
  const taken = new Set(
    $getRoot()
      .getChildren()
      .filter($isFootnoteDefinitionNode)
      .map((note) => note.getIdentifier()),
  );
  const names = new Map<string, string>();
  let next = 1;
  for (const { identifier } of pasted.footnotes) {
    while (taken.has(String(next))) next += 1;
    names.set(identifier, String(next));
    next += 1;
  }
  const notes = new Map(pasted.footnotes.map((note) => [note.identifier, note]));
  const blocks = structuredClone(pasted.blocks) as PastedBlock[];
  renameMarks(blocks, names, isInFootnote ? notes : null);
  if (isInFootnote) return { blocks, footnotes: [] };
  const footnotes = pasted.footnotes.map((note): FootnoteDefinition => {
    const identifier = names.get(note.identifier) ?? note.identifier;
    return { ...note, identifier, label: identifier };
  });
  return { blocks, footnotes };
}

/** Within a footnote there are no footnotes: there, `inPlace` gives their text, which goes into brackets. */
function renameMarks(
  nodes: object[],
  names: ReadonlyMap<string, string>,
  inPlace: ReadonlyMap<string, FootnoteDefinition> | null,
): void {
  for (const [index, node] of nodes.entries()) {
    if ('type' in node && node.type === 'footnoteReference' && 'identifier' in node) {
      const identifier = String(node.identifier);
      const name = names.get(identifier);
      if (inPlace !== null) nodes[index] = { type: 'text', value: ` (${wordsOf(inPlace.get(identifier))})` };
      else if (name !== undefined) Object.assign(node, { identifier: name, label: name });
    } else if ('children' in node) {
      renameMarks(node.children as object[], names, inPlace);
    }
  }
}

function wordsOf(note: FootnoteDefinition | undefined): string {
  return runsOfBlocks(note?.children ?? [])
    .map((run) => (run.kind === 'text' ? run.value : ''))
    .join('');
}
