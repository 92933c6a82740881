import type { LexicalEditor } from 'lexical';
import type { TypedAtCaret } from './use-typed-at-caret.ts';

/** Where the sign that opens a list of choices stands on the screen; what a positioner takes as its anchor. */
export function placeOfTyped(editor: LexicalEditor, { node, start }: TypedAtCaret) {
  const element = editor.getElementByKey(node);
  const text = element === null ? null : firstText(element);
  if (element === null || text === null) return element;
  const range = document.createRange();
  range.setStart(text, Math.min(start, text.length));
  range.setEnd(text, Math.min(start + 1, text.length));
  return { getBoundingClientRect: () => range.getBoundingClientRect(), contextElement: element };
}

const firstText = (element: HTMLElement): Text | null =>
  document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
