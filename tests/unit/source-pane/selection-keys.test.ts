import { expect, it } from 'vitest';
import { sourceKey } from '../../../renderer/source-pane/selection-keys.ts';

const pressed = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

it.each([
  [pressed('1'), { do: 'mark', category: 'fact' }],
  [pressed('5'), { do: 'mark', category: 'question' }],
  [pressed('6'), null],
  [pressed('c'), { do: 'comment' }],
  [pressed('c', { ctrlKey: true }), null],
  [pressed('t'), { do: 'tag' }],
  [pressed('Enter'), { do: 'cite' }],
  [pressed('q'), { do: 'quote' }],
  [pressed('q', { ctrlKey: true }), null],
  [pressed('ArrowDown'), { do: 'paragraph', step: 1 }],
  [pressed('ArrowDown', { shiftKey: true }), { do: 'extend', direction: 'forward', by: 'line' }],
  [pressed('ArrowRight', { shiftKey: true }), { do: 'extend', direction: 'forward', by: 'word' }],
  [
    pressed('ArrowLeft', { shiftKey: true, altKey: true }),
    { do: 'extend', direction: 'backward', by: 'character' },
  ],
  [pressed('ArrowLeft', { altKey: true }), null],
  [pressed('ArrowDown', { altKey: true }), { do: 'menu' }],
  [pressed('r'), { do: 'use-selection' }],
  [pressed('r', { ctrlKey: true }), null],
  [pressed('a', { ctrlKey: true }), { do: 'select-paragraph' }],
  [pressed('a', { metaKey: true }), { do: 'select-paragraph' }],
  [pressed('Escape'), { do: 'clear' }],
  [pressed('Tab'), null],
  [pressed('x'), null],
] as const)('%j does %j', (key, expected) => {
  expect(sourceKey(key)).toEqual(expected);
});
