/** Whether the paste that is going on was asked for as plain text: with Shift. */
import { COMMAND_PRIORITY_CRITICAL, IS_APPLE, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';

const asked = new WeakMap<LexicalEditor, boolean>();

/** Asks once for each key that was pressed. */
export function takePlainPaste(editor: LexicalEditor): boolean {
  const isPlain = asked.get(editor) === true;
  asked.delete(editor);
  return isPlain;
}

/** A paste comes right after the key that asks for it; another key ends what was asked. */
export function registerPlainPaste(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    ({ code, ctrlKey, metaKey, shiftKey }) => {
      asked.set(editor, code === 'KeyV' && shiftKey && (IS_APPLE ? metaKey : ctrlKey));
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}
