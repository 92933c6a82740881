import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { $selectedCitation } from './citation-at-caret.ts';

/** Says which chip the caret has come to, to those who do not see it. */
export function CitationAnnouncer({ editor }: { readonly editor: LexicalEditor }) {
  const [words, setWords] = useState('');
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, prevEditorState }) => {
        if (editorState._selection === prevEditorState._selection) return;
        const said = editor.read('latest', () => $selectedCitation()?.describe(editor));
        if (said === undefined) {
          setWords('');
          return;
        }
        const { display, found } = said;
        setWords(found ? `Citation ${display}` : `Citation ${display}, paragraph not found`);
      }),
    [editor],
  );
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}
