/** What a note knows of its blocks beside their text, kept on the editor's own nodes. */
import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import type { BlockMarks } from '../../core/note-tree/note-tree.ts';

const parseFlag = (value: unknown) => value === true;
const parseText = (value: unknown) => (typeof value === 'string' ? value : null);

/** Paragraphs and list items: the drafter's own view. */
export const commentState = createState('comment', { parse: parseFlag, resetOnCopyNode: true });
/** Paragraphs and list items: key of the level that the block bears. */
export const markingState = createState('marking', { parse: parseText, resetOnCopyNode: true });
/** Code: what follows the language on the line of the fence. */
export const codeMetaState = createState('meta', { parse: parseText });
/** Lists: items are parted by blank lines in Markdown. */
export const listSpreadState = createState('listSpread', { parse: parseFlag });
/** List items: the blocks of the item are parted by blank lines. */
export const itemSpreadState = createState('itemSpread', { parse: parseFlag });
/** List items: a task that is done or not; `null` is no task. */
export const itemCheckedState = createState('itemChecked', {
  parse: (value) => (typeof value === 'boolean' ? value : null),
  resetOnCopyNode: true,
});

/**
 * An editor's list item holds one block, a note's item any number. What does not fit stands in rows of its own:
 * `continues` adds a block to the item above; `starts` begins an item with a block that is not a paragraph.
 * `null` is an ordinary row: text begins an item, a nested list belongs to the item above.
 */
export type ItemRole = 'continues' | 'starts' | null;
export const itemRoleState = createState('itemRole', {
  parse: (value): ItemRole => (value === 'continues' || value === 'starts' ? value : null),
  resetOnCopyNode: true,
});

/** Neighbouring lists of one kind are one list to the editor; the first item of the second bears this. */
export interface ListBreak {
  readonly start: number | null;
  readonly spread: boolean;
}
export const listBreakState = createState('listBreak', {
  parse: (value): ListBreak | null => {
    if (typeof value !== 'object' || value === null) return null;
    const { start, spread } = value as { start?: unknown; spread?: unknown };
    return { start: typeof start === 'number' ? start : null, spread: spread === true };
  },
  resetOnCopyNode: true,
});

export function $setBlockMarks(node: LexicalNode, marks: BlockMarks | undefined): void {
  if (marks?.comment === true) $setState(node, commentState, true);
  if (marks?.marking !== undefined) $setState(node, markingState, marks.marking);
}

/** `undefined` when the block bears no marks. */
export function $blockMarksOf(node: LexicalNode): BlockMarks | undefined {
  const comment = $getState(node, commentState);
  const marking = $getState(node, markingState);
  if (!comment && marking === null) return undefined;
  return { ...(comment ? { comment } : {}), ...(marking === null ? {} : { marking }) };
}
