import { buildEditorFromExtensions } from '@lexical/extension';
import { $createTextNode, $getRoot, defineExtension, TextNode, type LexicalEditorWithDispose } from 'lexical';
import type { Edition } from '../../core/dossier/source.ts';
import { $createEditionParagraphNode, EditionParagraphNode } from './edition-paragraph-node.ts';

/** A read-only editor that shows an edition: one node per paragraph, one text node in each. */
export function createEditionEditor(
  edition: Edition,
  onBug: (error: Error) => void,
): LexicalEditorWithDispose {
  return buildEditorFromExtensions(
    defineExtension({
      name: 'chancery/edition',
      namespace: 'edition',
      nodes: [EditionParagraphNode, TextNode],
      editable: false,
      onError: onBug,
      $initialEditorState: () => {
        $getRoot()
          .clear()
          .append(
            ...edition.paragraphs.map((paragraph) =>
              $createEditionParagraphNode(paragraph).append($createTextNode(paragraph.text)),
            ),
          );
      },
    }),
  );
}
