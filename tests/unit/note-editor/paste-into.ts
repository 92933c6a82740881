import { $insertDataTransferForRichText } from '@lexical/clipboard';
import { withDOM } from '@lexical/headless/dom';
import { $getRoot, $getSelection, type LexicalEditor } from 'lexical';
import { PASTE_NOTICE_COMMAND } from '../../../renderer/note-editor/note-clipboard.ts';

/** What a program puts on the clipboard, by MIME type. */
export type Clipboard = Readonly<Record<string, string>>;

/** Pastes where the selection of the editor is, or else at its end. Returns the sentences that the person is told. */
export function pasteInto(editor: LexicalEditor, clipboard: Clipboard): string[] {
  const notices: string[] = [];
  const stop = editor.registerCommand(
    PASTE_NOTICE_COMMAND,
    (text) => {
      notices.push(text);
      return true;
    },
    0,
  );
  const transfer = { getData: (type: string) => clipboard[type] ?? '' } as unknown as DataTransfer;
  withDOM(() => {
    editor.update(
      () => {
        $insertDataTransferForRichText(transfer, $getSelection() ?? $getRoot().selectEnd());
      },
      { discrete: true, tag: 'paste' },
    );
  });
  stop();
  return notices;
}
