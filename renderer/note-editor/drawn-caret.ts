import type { LexicalEditor } from 'lexical';

/** The block of the text, as it stands on the page, that holds the caret. */
function blockOfCaret(root: HTMLElement): HTMLElement | null {
  let node: Node | null = document.getSelection()?.focusNode ?? null;
  while (node !== null && node.parentNode !== root) node = node.parentNode;
  return node instanceof HTMLElement ? node : null;
}

/**
 * Lays out a block that is out of view, at once. To be done before the caret goes into it: the browser remembers the
 * place that it finds for a caret.
 */
export function drawBlock(block: HTMLElement | null): void {
  if (block?.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) !== false) return;
  block.style.contentVisibility = 'visible';
  block.getBoundingClientRect(); // lays it out now
  // By then the browser keeps it drawn, as it does with every block that holds the caret.
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      block.style.contentVisibility = '';
    });
  });
}

/**
 * Draws the block that the caret is in before a key acts on it. A block out of view is not laid out
 * (`content-visibility`), also for a frame after the caret went into it; the browser then finds no place in it but its
 * beginning, and a letter typed just after Ctrl+End lands there.
 */
export function registerDrawnCaret(editor: LexicalEditor): () => void {
  const draw = () => {
    const root = editor.getRootElement();
    drawBlock(root === null ? null : blockOfCaret(root));
  };
  return editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('keydown', draw, true);
    root?.addEventListener('keydown', draw, true);
  });
}
