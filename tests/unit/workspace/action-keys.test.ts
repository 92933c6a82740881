import { expect, it } from 'vitest';
import { actions } from '../../../core/actions.ts';
import { actionOfKey } from '../../../renderer/workspace/use-workspace-keys.ts';

const pressed = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {},
  code = '',
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

it.each([
  [pressed('z', { ctrlKey: true }), 'undo'],
  [pressed('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
  [pressed('y', { ctrlKey: true }), 'redo'],
  [pressed('z', { metaKey: true }), 'undo'],
  [pressed('e', { ctrlKey: true }), 'export-note'],
  [pressed('&', { ctrlKey: true }, 'Digit1'), 'toggle-sources'],
  [pressed('F6'), 'next-pane'],
  [pressed('F6', { shiftKey: true }), 'previous-pane'],
  [pressed('f', { ctrlKey: true }), 'find'],
  [pressed('F3', { shiftKey: true }), 'find-previous'],
  [pressed('Tab', { ctrlKey: true }), 'next-source'],
  [pressed('Tab', { ctrlKey: true, shiftKey: true }), 'previous-source'],
  [pressed('PageDown', { ctrlKey: true }), 'next-source'],
  [pressed('+', { ctrlKey: true, shiftKey: true }, 'Equal'), 'larger-source-text'],
  [pressed('_', { ctrlKey: true, shiftKey: true }, 'Minus'), 'smaller-source-text'],
  [pressed('=', { ctrlKey: true }, 'Equal'), null],
  [pressed('\\', { ctrlKey: true }, 'Backslash'), 'open-beside'],
  [pressed('#', { ctrlKey: true }, 'Backslash'), 'open-beside'],
  [pressed('ArrowDown', { altKey: true }), null],
  [pressed('r'), null],
  [pressed('1'), null],
  [pressed('Enter'), null],
  [pressed('e'), null],
  [pressed('e', { ctrlKey: true, altKey: true }), null],
] as const)('%j does %s', (key, action) => {
  expect(actionOfKey(key)).toBe(action);
});

it('gives no key to two actions', () => {
  const keys = actions.flatMap((action) => (action.key === undefined ? [] : [action.key]));
  expect(new Set(keys).size).toBe(keys.length);
});
