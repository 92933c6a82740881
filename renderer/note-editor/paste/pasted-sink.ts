/** Where the blocks of a paste gather: text becomes a paragraph when its line ends, items become lists when they do. */
import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast';
import { type InlineRun, phrasingFromRuns, runsFromPhrasing } from '../inline-runs.ts';
import { paragraphsOfRuns } from './pasted-line.ts';
import { listsOfItems, type PastedItem } from './pasted-lists.ts';

export type PastedBlock = BlockContent | DefinitionContent;

export interface PastedSink {
  /** Blocks that are complete. */
  readonly blocks: PastedBlock[];
  /** Of the line that is being read. */
  runs: InlineRun[];
  /** Neighbouring paragraphs that are items of lists in all but name, as Word writes them. */
  items: PastedItem[];
}

export function newSink(): PastedSink {
  return { blocks: [], runs: [], items: [] };
}

export function endLine(sink: PastedSink): void {
  const paragraphs = paragraphsOfRuns(sink.runs);
  sink.runs = [];
  for (const runs of paragraphs) {
    const children = phrasingFromRuns(runs, 'flow');
    if (children.length === 0) continue;
    endItems(sink);
    sink.blocks.push({ type: 'paragraph', children });
  }
}

function endItems(sink: PastedSink): void {
  sink.blocks.push(...listsOfItems(sink.items));
  sink.items = [];
}

export function addBlocks(sink: PastedSink, blocks: readonly PastedBlock[]): void {
  endLine(sink);
  if (blocks.length === 0) return;
  endItems(sink);
  sink.blocks.push(...blocks);
}

/** Everything that was read; the sink is empty afterwards. */
export function takeBlocks(sink: PastedSink): PastedBlock[] {
  endLine(sink);
  endItems(sink);
  return sink.blocks.splice(0);
}

/** The text of blocks as one line, with spaces between them. */
export function runsOfBlocks(blocks: readonly object[]): InlineRun[] {
  const space: InlineRun = { kind: 'text', value: ' ', formats: 0 };
  return blocks
    .map(runsOfBlock)
    .filter((runs) => runs.length > 0)
    .flatMap((runs, index) => (index === 0 ? runs : [space, ...runs]));
}

function runsOfBlock(block: object): InlineRun[] {
  if ('value' in block) return [{ kind: 'text', value: String(block.value), formats: 0 }];
  if (!('children' in block) || !('type' in block)) return [];
  const holdsText = ['paragraph', 'heading', 'tableCell'].includes(String(block.type));
  return holdsText
    ? runsFromPhrasing(block.children as PhrasingContent[])
    : runsOfBlocks(block.children as object[]);
}
