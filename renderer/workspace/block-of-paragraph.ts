import type { ParagraphId } from '../../core/dossier/ids.ts';

/** The block of a paragraph in the source pane: what a menu stands beside, and where the keyboard goes back to. */
export function blockOfParagraph(paragraph: ParagraphId): HTMLElement | null {
  const blocks = document.querySelectorAll<HTMLElement>(
    `[data-pane="source"] [data-paragraph="${CSS.escape(paragraph)}"]`,
  );
  return [...blocks].find((block) => block.checkVisibility()) ?? null;
}
