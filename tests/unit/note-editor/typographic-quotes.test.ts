// @vitest-environment happy-dom
import { $getRoot, $isElementNode, mergeRegister } from 'lexical';
import { afterEach, expect, it } from 'vitest';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import type { HistoryStep } from '../../../renderer/note-editor/history-steps.ts';
import { registerTypographicQuotes } from '../../../renderer/note-editor/typographic-quotes.ts';
import { cite, target } from '../note-tree/two-accounts.ts';
import { createWholeEditor, type WholeEditor } from './whole-editor.ts';

let whole: WholeEditor;
let steps: HistoryStep[];
let stop: () => void;
afterEach(() => {
  stop();
  whole.stop();
});

function begin(block: NoteBlock, language: string): void {
  steps = [];
  whole = createWholeEditor([block], (step) => {
    steps.push(step);
  });
  stop = mergeRegister(registerTypographicQuotes(whole.editor, language));
  whole.editor.update(
    () => {
      const first = $getRoot().getFirstChild();
      if ($isElementNode(first)) first.selectEnd();
    },
    { discrete: true },
  );
}

/** As the browser asks for it; `true` when somebody answered. */
function type(data: string, isComposing = false): boolean {
  const event = new InputEvent('beforeinput', {
    data,
    inputType: 'insertText',
    bubbles: true,
    cancelable: true,
  });
  Object.defineProperties(event, {
    getTargetRanges: { value: () => [] },
    isComposing: { value: isComposing },
  });
  const root = whole.editor.getRootElement();
  if (root === null) throw new Error('The editor has no element.');
  root.dispatchEvent(event);
  return event.defaultPrevented;
}

const text = () => whole.editor.read('latest', () => $getRoot().getTextContent());
const paragraph = (value: string): NoteBlock => ({ type: 'paragraph', children: [{ type: 'text', value }] });

it('makes the mark of the language, in a step of its own', () => {
  begin(paragraph('Il a dit '), 'fr');
  expect(type('"')).toBe(true);
  expect(text()).toBe('Il a dit «\u00A0');
  steps.at(-1)?.undo();
  expect(text()).toBe('Il a dit "');
  steps.at(-1)?.redo();
  expect(text()).toBe('Il a dit «\u00A0');
});

it('closes what a chip ends', () => {
  begin({ type: 'paragraph', children: [{ type: 'text', value: '“yes' }, cite(target('A', 0))] }, 'en');
  type('"');
  expect(text()).toBe('“yes\uFFFC”');
});

it('leaves code, other letters and what is composed to the editor', () => {
  begin({ type: 'code', value: 'x = ' }, 'en');
  type('"');
  expect(text()).not.toContain('“');
  stop();
  whole.stop();
  begin(paragraph('x '), 'en');
  type('a');
  type('"', true);
  expect(text()).not.toContain('“');
});
