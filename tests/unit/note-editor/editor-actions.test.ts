import { describe, expect, it } from 'vitest';
import {
  actionForKey,
  type EditorAction,
  editorAction,
  editorActions,
  isHistoryKey,
  keyText,
  type PressedKey,
} from '../../../core/editor-actions.ts';

const press = (code: string, held: string, altGraph = false): PressedKey => ({
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  getModifierState: (key) => key === 'AltGraph' && altGraph,
});

describe('keys of the text', () => {
  it.each([
    ['Ctrl+B', press('KeyB', 'c'), false, 'bold'],
    ['Command+B on a Mac', press('KeyB', 'm'), true, 'bold'],
    ['Ctrl+B on a Mac, which moves the caret there', press('KeyB', 'c'), true, null],
    ['Ctrl+Alt+1', press('Digit1', 'ca'), false, 'heading-1'],
    ['AltGr+1, which writes a letter', press('Digit1', 'ca', true), false, null],
    ['Ctrl+Alt+0', press('Digit0', 'ca'), false, 'paragraph'],
    ['Ctrl+Shift+8', press('Digit8', 'cs'), false, 'bullet-list'],
    ['Ctrl+Shift+7', press('Digit7', 'cs'), false, 'numbered-list'],
    ['Ctrl+Shift+9', press('Digit9', 'cs'), false, 'quotation'],
    ['Ctrl+Shift+B, which is nothing', press('KeyB', 'cs'), false, null],
    ['B alone', press('KeyB', ''), false, null],
  ])('%s', (_, event, mac, action) => {
    expect(actionForKey(event, mac)).toBe(action);
  });

  it.each([
    ['Ctrl+Z', press('KeyZ', 'c'), false, true],
    ['Ctrl+Shift+Z', press('KeyZ', 'cs'), false, true],
    ['Ctrl+Y', press('KeyY', 'c'), false, true],
    ['Command+Z on a Mac', press('KeyZ', 'm'), true, true],
    ['Command+Y on a Mac', press('KeyY', 'm'), true, false],
    ['Z alone', press('KeyZ', ''), false, false],
  ])('%s undoes or redoes: %#', (_, event, mac, expected) => {
    expect(isHistoryKey(event, mac)).toBe(expected);
  });

  it('has no key and no name twice', () => {
    const actions: readonly EditorAction[] = editorActions;
    const keys = actions.map(({ key }) => keyText(key, false));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(actions.map(({ name }) => name)).size).toBe(actions.length);
  });

  it.each([
    [false, 'Ctrl+Alt+1'],
    [true, '⌥⌘1'],
  ])('names a key as the platform does (Mac: %s)', (mac, expected) => {
    expect(keyText(editorAction('heading-1').key, mac)).toBe(expected);
  });
});
