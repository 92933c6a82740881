import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { type EditorStatus, noStatus, readEditorStatus, sameStatus } from './editor-status.ts';

/** The status at the caret, read at most once per frame and never before the text is drawn. */
export function useEditorStatus(editor: LexicalEditor): EditorStatus {
  const [status, setStatus] = useState(noStatus);
  useEffect(() => {
    let frame = 0;
    const read = () => {
      frame = 0;
      const next = readEditorStatus(editor);
      setStatus((known) => (sameStatus(known, next) ? known : next));
    };
    const stop = editor.registerUpdateListener(() => {
      frame ||= requestAnimationFrame(read);
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [editor]);
  return status;
}
