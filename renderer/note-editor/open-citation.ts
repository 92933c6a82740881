/** Ctrl+Enter on a chip, and a click on it, open what it cites: one target after the other when there are several. */
import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  isDOMNode,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  type NodeKey,
  mergeRegister,
} from 'lexical';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import { $citationAtCaret } from './citation-at-caret.ts';
import { $isCitationNode, type CitationNode } from './citation-node.ts';

type Open = (targets: readonly CitationTarget[], index: number) => void;

export function registerOpenCitation(editor: LexicalEditor, open: Open): () => void {
  let last: { readonly key: string; readonly index: number } | null = null;
  const openNext = (node: CitationNode) => {
    const targets = node.getTargets();
    const index = last?.key === node.getKey() ? (last.index + 1) % targets.length : 0;
    last = { key: node.getKey(), index };
    // Whatever opens may take the focus: first let this update end.
    queueMicrotask(() => {
      open(targets, index);
    });
  };
  return mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event === null || !(event.ctrlKey || event.metaKey)) return false;
        const node = $citationAtCaret();
        if (node === null) return false;
        event.preventDefault();
        openNext(node);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        const node = isDOMNode(event.target) ? $getNearestNodeFromDOMNode(event.target) : null;
        if (!$isCitationNode(node)) return false;
        $selectCitation(node);
        openNext(node);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

export function $selectCitation(node: CitationNode): void {
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}

/** Calls for the chip that is clicked twice, in a text that may be changed. */
export function registerDoubleClick(editor: LexicalEditor, act: (citation: NodeKey) => void): () => void {
  const onDoubleClick = (event: MouseEvent) => {
    const key = editor.read('latest', () => {
      const node = isDOMNode(event.target) ? $getNearestNodeFromDOMNode(event.target) : null;
      return $isCitationNode(node) ? node.getKey() : null;
    });
    if (key === null || !editor.isEditable()) return;
    event.preventDefault();
    act(key);
  };
  return editor.registerRootListener((root) => {
    root?.addEventListener('dblclick', onDoubleClick);
    return () => {
      root?.removeEventListener('dblclick', onDoubleClick);
    };
  });
}
