import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { $selectedCitation } from './citation-at-caret.ts';
import { describeCitation } from './citation-words.ts';

/** Says which chip the caret has come to, to those who do not see it. */
export function CitationAnnouncer({ editor }: { readonly editor: LexicalEditor }) {
  const [words, setWords] = useState('');
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, prevEditorState }) => {
        if (editorState._selection === prevEditorState._selection) return;
        const targets = editor.read('latest', () => $selectedCitation()?.getTargets());
        if (targets === undefined) {
          setWords('');
          return;
        }
        const { display, found } = describeCitation(editor, targets);
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
