import { $dfs } from '@lexical/utils';
import type { LexicalEditor } from 'lexical';
import type { ParagraphId } from '../../core/dossier/ids.ts';
import { $isCitationNode, type CitationNode } from './citation-node.ts';
import { $selectCitation } from './open-citation.ts';

const flashTime = 1_200; // milliseconds

/** Selects the nth chip (from 0) that cites the paragraph, scrolls to it and lights it up for a moment. */
export function revealCitation(editor: LexicalEditor, paragraph: ParagraphId, nth: number): void {
  const node = editor.read('latest', () => $citationsOf(paragraph).at(nth));
  const element = node === undefined ? null : editor.getElementByKey(node.getKey());
  if (node === undefined || element === null) return;
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(
    () => {
      $selectCitation(node);
    },
    { discrete: true, tag: 'history-merge' },
  );
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  element.classList.add('revealed');
  setTimeout(() => {
    element.classList.remove('revealed');
  }, flashTime);
}

function $citationsOf(paragraph: ParagraphId): CitationNode[] {
  return $dfs()
    .map(({ node }) => node)
    .filter($isCitationNode)
    .filter((node) => node.getTargets().some((target) => target.paragraph === paragraph));
}
