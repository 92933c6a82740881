import {
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';

export interface HistoryStep {
  undo(): void;
  redo(): void;
}

/**
 * Reports every new step of the editor's own history once, so that whoever keeps one order over all panes can take it
 * back. The steps have to be taken back in the order they came, the last one first.
 */
export function registerHistorySteps(editor: LexicalEditor, report: (step: HistoryStep) => void): () => void {
  let replaying = false;
  const replay = (command: typeof UNDO_COMMAND) => {
    replaying = true;
    try {
      editor.dispatchCommand(command, undefined);
      // Whoever asks for the note next is to see it as it now is.
      editor.update(() => undefined, { discrete: true });
    } finally {
      replaying = false;
    }
  };
  const step: HistoryStep = {
    undo: () => {
      replay(UNDO_COMMAND);
    },
    redo: () => {
      replay(REDO_COMMAND);
    },
  };
  return editor.registerCommand(
    CAN_UNDO_COMMAND,
    (canUndo) => {
      if (canUndo && !replaying) report({ ...step });
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
}
