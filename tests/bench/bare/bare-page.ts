/** What Chancery's editor is held against: Lexical with rich text and its history, and nothing else. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

/** `#lexical=300`: that many blocks at once. Without it the page stays empty, until blocks are asked for. */
const wanted = new URLSearchParams(location.hash.slice(1)).get('lexical');
const place = document.getElementById('text');

function showBlocks(count: number): void {
  if (place === null) return;
  const editor = createEditor({
    namespace: 'bare',
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(place);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.update(() => {
    const blocks = Array.from({ length: count }, (_, index) => {
      const text = `${String(index)} The delegation said that the agreement should enter into force without delay. `;
      return $createParagraphNode().append($createTextNode(text.repeat(3)));
    });
    $getRoot()
      .clear()
      .append(...blocks);
  });
}

// Called from the bench as well, which measures how long it takes in a window that stands.
Object.assign(globalThis, { showBlocks });
if (wanted !== null) showBlocks(Number(wanted));
document.body.dataset['ready'] = 'yes';
