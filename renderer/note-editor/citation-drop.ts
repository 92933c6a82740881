/** Dropping a citation into the text: a caret shows where it will stand. */
import { caretFromPoint } from '@lexical/clipboard';
import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isDecoratorNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $insertCitation } from './insert-citation.ts';
import { citationDragType, readCitationTargets } from './parse-citation-targets.ts';

interface DropPlace {
  /** Of the window, in CSS pixels. */
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

interface CitationDropOptions {
  /** Draws the caret of the drag, or takes it away. */
  readonly showPlace: (place: DropPlace | null) => void;
}

export function registerCitationDrop(editor: LexicalEditor, { showPlace }: CitationDropOptions): () => void {
  const hide = () => {
    showPlace(null);
  };
  return mergeRegister(
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('dragleave', hide);
      root?.addEventListener('dragleave', hide);
    }),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        if (!editor.isEditable() || event.dataTransfer?.types.includes(citationDragType) !== true)
          return false;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        showPlace(placeAt(editor, event));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const json = event.dataTransfer?.getData(citationDragType) ?? '';
        if (json === '') return false;
        event.preventDefault();
        hide();
        const targets = readCitationTargets(json);
        if (targets !== null && editor.isEditable()) {
          $selectPlace(editor, event);
          $insertCitation(targets);
          editor.getRootElement()?.focus({ preventScroll: true });
        }
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function rangeAt(editor: LexicalEditor, event: DragEvent): Range | null {
  const root = editor.getRootElement();
  const point = caretFromPoint(event.clientX, event.clientY, root);
  if (root === null || point === null || !root.contains(point.node)) return null;
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  return range;
}

function placeAt(editor: LexicalEditor, event: DragEvent): DropPlace | null {
  const range = rangeAt(editor, event);
  if (range === null) return null;
  const { startContainer: container } = range;
  const element = container instanceof Element ? container : container.parentElement;
  const chip = element?.closest('.cite-anchor')?.getBoundingClientRect();
  if (chip !== undefined) return { left: chip.right, top: chip.top, height: chip.height };
  const [rect] = range.getClientRects();
  if (rect !== undefined && rect.height > 0) return { left: rect.left, top: rect.top, height: rect.height };
  // An empty block has no text to measure.
  const block = element?.getBoundingClientRect();
  return block === undefined
    ? null
    : { left: block.left, top: block.top, height: Math.min(block.height, 24) };
}

function $selectPlace(editor: LexicalEditor, event: DragEvent): void {
  const range = rangeAt(editor, event);
  if (range === null) return;
  const node = $getNearestNodeFromDOMNode(range.startContainer);
  if ($isDecoratorNode(node)) {
    const parent = node.getParentOrThrow();
    parent.select(node.getIndexWithinParent() + 1, node.getIndexWithinParent() + 1);
    return;
  }
  const selection = $createRangeSelection();
  selection.applyDOMRange(range);
  $setSelection(selection);
}
