/**
 * The editor's history joins what follows in quick succession, and takes a change around one text that stays the same (a
 * table put below it, a quotation around it) for no change at all. Here, what is a thing of its own is made a step of its
 * own: whatever says so with the tag `history-push`, and whatever is done to a selection.
 */
import { HistoryExtension } from '@lexical/history';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $getSelection,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  type EditorState,
  type LexicalEditor,
} from 'lexical';

/** To be registered after the history itself, whose decision it looks at. */
export function registerOwnSteps(editor: LexicalEditor): () => void {
  const history = getExtensionDependencyFromEditor(editor, HistoryExtension).output.historyState.peek();
  let before = history.current;
  let top = history.undoStack.at(-1);
  let lastWasOwn = false;
  return editor.registerUpdateListener(
    ({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }) => {
      const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0;
      const mayPart = changed && !tags.has('historic') && !editor.isComposing();
      const isOwn =
        mayPart &&
        (tags.has('history-push') || (!tags.has('history-merge') && hadSelection(prevEditorState)));
      const wasMerged = history.current?.editorState === editorState && history.undoStack.at(-1) === top;
      if (mayPart && wasMerged && before !== null && (isOwn || (lastWasOwn && !tags.has('history-merge')))) {
        history.undoStack.push(before);
        if (history.redoStack.length > 0) {
          history.redoStack = [];
          editor.dispatchCommand(CAN_REDO_COMMAND, false);
        }
        editor.dispatchCommand(CAN_UNDO_COMMAND, true);
      }
      if (changed) lastWasOwn = isOwn;
      before = history.current;
      top = history.undoStack.at(-1);
    },
  );
}

function hadSelection(state: EditorState): boolean {
  const selection = state.read($getSelection);
  return $isRangeSelection(selection) ? !selection.isCollapsed() : selection !== null;
}
