import {
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useRef } from 'react';

interface ChoiceKeys {
  readonly step: (by: 1 | -1) => void;
  /** `more` where Shift was held. */
  readonly choose: (more: boolean) => void;
  readonly dismiss: () => void;
}

/** The keys of a list of choices while the text keeps the keyboard. */
export function useChoiceKeys(editor: LexicalEditor, keys: ChoiceKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const answer = (act: (more: boolean) => void) => (event: KeyboardEvent | null) => {
      event?.preventDefault();
      act(event?.shiftKey === true);
      return true;
    };
    const choose = answer((more) => {
      latest.current.choose(more);
    });
    const step = (by: 1 | -1) =>
      answer(() => {
        latest.current.step(by);
      });
    const dismiss = answer(() => {
      latest.current.dismiss();
    });
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, step(1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, step(-1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, choose, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, choose, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, dismiss, COMMAND_PRIORITY_CRITICAL),
    );
  }, [editor]);
}
