import type { LexicalEditor } from 'lexical';

const margin = 32; // CSS pixels between a place and the edge of the view

/** Brings a place into view when it is not wholly there; a third from the top, so that what goes before can be read. */
export function scrollToRange(
  editor: LexicalEditor,
  { startContainer, startOffset, endContainer, endOffset }: StaticRange,
): void {
  const scroll = editor.getRootElement()?.closest<HTMLElement>('.note-scroll');
  if (!scroll) return;
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  const bring = () => {
    const view = scroll.getBoundingClientRect();
    const box = range.getBoundingClientRect();
    if (box.top >= view.top + margin && box.bottom <= view.bottom - margin) return;
    scroll.scrollTop += box.top - view.top - view.height / 3;
  };
  bring();
  // Blocks that are drawn now for the first time may be taller than they were taken to be.
  requestAnimationFrame(bring);
}
