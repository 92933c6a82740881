import type { Passage } from '../../core/dossier/passage.ts';
import { rangesOfPassage, type ParagraphBlocks } from './paragraph-dom.ts';

/** Selects a passage as a person would, so that it can be marked or cited at once. */
export function selectPassage(blocks: ParagraphBlocks, passage: Passage): void {
  const ranges = rangesOfPassage(blocks, passage);
  const [first, last] = [ranges.at(0), ranges.at(-1)];
  if (first === undefined || last === undefined) return;
  document
    .getSelection()
    ?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
}
