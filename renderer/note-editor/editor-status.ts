import { $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $findTableNode } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $getState,
  $isNodeSelection,
  $isRangeSelection,
  type LexicalEditor,
} from 'lexical';
import type { EditorActionName } from '../../core/editor-actions.ts';
import { commentState } from './node-state.ts';
import { $commentableBlocks } from './commentable-blocks.ts';
import { $selectedPortionMark } from './portion-mark.ts';

/** What the toolbar shows of the place where the caret is. */
export interface EditorStatus {
  readonly block: Extract<EditorActionName, 'paragraph' | `heading-${number}`> | 'other';
  /** Names of the actions that are on. */
  readonly on: readonly EditorActionName[];
  readonly inTable: boolean;
  /** Key of the level that it bears; `null` is none of its own. */
  readonly marking: string | null;
}

export const noStatus: EditorStatus = { block: 'paragraph', on: [], inTable: false, marking: null };

const formats = ['bold', 'italic', 'strikethrough'] as const;

/** Reads the status at the caret. */
export function readEditorStatus(editor: LexicalEditor): EditorStatus {
  return editor.read('latest', $status);
}

export function sameStatus(one: EditorStatus, other: EditorStatus): boolean {
  return (
    one.block === other.block &&
    one.inTable === other.inTable &&
    one.marking === other.marking &&
    one.on.join() === other.on.join()
  );
}

function $status(): EditorStatus {
  const selection = $getSelection();
  if ($isNodeSelection(selection) || !$isRangeSelection(selection)) return noStatus;
  const node = selection.anchor.getNode();
  const list = $findMatchingParent(node, $isListNode);
  const commentable = $commentableBlocks(selection);
  const on: EditorActionName[] = formats.filter((format) => selection.hasFormat(format));
  if (list !== null) on.push(list.getListType() === 'number' ? 'numbered-list' : 'bullet-list');
  if ($findMatchingParent(node, $isQuoteNode) !== null) on.push('quotation');
  if (commentable.length > 0 && commentable.every((block) => $getState(block, commentState)))
    on.push('comment');
  const heading = $findMatchingParent(node, $isHeadingNode);
  return {
    block: blockOf(heading?.getTag()),
    on,
    inTable: $findTableNode(node) !== null,
    marking: $selectedPortionMark(),
  };
}

function blockOf(tag: string | undefined): EditorStatus['block'] {
  switch (tag) {
    case undefined:
      return 'paragraph';
    case 'h1':
      return 'heading-1';
    case 'h2':
      return 'heading-2';
    case 'h3':
      return 'heading-3';
    default:
      return 'other';
  }
}
