/** What input methods write, and what one key deletes: whole words and whole letters, in the real application. */
import type { CDPSession } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { beginParagraph, lastParagraph } from './begin-note.ts';
import { drawn, noteText } from './window-parts.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('input-methods', 'once');
const { press, type } = chancery;
let input: CDPSession;
beforeAll(async () => {
  input = await chancery.window.context().newCDPSession(chancery.window);
});

const lastText = async () => (await lastParagraph(chancery.window).textContent()) ?? '';

const compose = async (text: string) => {
  await input.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
  await drawn(chancery.window);
};
const commit = async (text: string) => {
  await input.send('Input.insertText', { text });
  await drawn(chancery.window);
};

it.each([
  ['Japanese', ['に', 'にほ', 'にほん', '日本'], '日本'],
  ['Chinese', ['b', 'be', 'bei', "bei'jing", '北京'], '北京'],
  ['Korean', ['ㅎ', '하', '한'], '한'],
  ['Vietnamese', ['v', 'vi', 'vie', 'viê', 'viêt', 'việt'], 'việt'],
  ['a dead key', ['´'], 'é'],
])(
  'takes what an input method composes: %s, at the beginning, in the middle and behind a chip',
  async (_, steps, word) => {
    const { window } = chancery;
    await beginParagraph(chancery.window);
    for (const step of steps) await compose(step);
    await commit(word);
    expect(await lastText()).toBe(word);
    await type(' x');
    await press('ArrowLeft');
    await drawn(chancery.window);
    for (const step of steps) await compose(step);
    await commit(word);
    expect(await lastText()).toBe(`${word} ${word}x`);
    // Behind a chip.
    await press('Escape');
    const cited = noteText(window)
      .locator(':scope > p')
      .filter({ has: window.locator('.cite-chip') })
      .last();
    const before = (await cited.textContent()) ?? '';
    await cited
      .locator('.cite-chip')
      .last()
      .evaluate((element) => {
        const range = document.createRange();
        range.setStartAfter(element.closest('[data-lexical-decorator]') ?? element);
        range.collapse(true);
        document.getSelection()?.removeAllRanges();
        document.getSelection()?.addRange(range);
      });
    await drawn(chancery.window);
    for (const step of steps) await compose(step);
    await commit(word);
    const after = (await cited.textContent()) ?? '';
    expect(after.length).toBe(before.length + word.length);
    expect(after.replace(word, '')).toBe(before);
  },
);

it('runs no shortcut while something is composed', async () => {
  const { window } = chancery;
  await beginParagraph(chancery.window);
  for (const step of ['/', '/t', '/ta']) await compose(step);
  expect(await window.locator('.slash-menu').count()).toBe(0);
  await commit('た');
  expect(await lastText()).toBe('た');
  await press('Enter');
  const headings = await noteText(window).locator('h1').count();
  for (const step of ['#', '# ', '# x']) await compose(step);
  expect(await noteText(window).locator('h1').count()).toBe(headings);
  await commit('井');
  expect(await lastText()).toBe('井');
  await press('Enter');
  for (const step of ['"', '"a']) await compose(step);
  await commit('あ');
  expect(await lastText()).toBe('あ');
});

it.each([
  ['a flag', '🇻🇳'],
  ['a family', '👨‍👩‍👧‍👦'],
  ['a tone of skin', '👍🏽'],
  ['a letter of three code points', 'a\u0306\u0303'],
  ['a letter with two marks below', 'ẵ'],
])('deletes %s as a whole, also right behind a chip', async (_, grapheme) => {
  const { window } = chancery;
  await beginParagraph(chancery.window);
  await type('x');
  await commit(grapheme);
  expect(await lastText()).toBe(`x${grapheme}`);
  await press('Backspace');
  await drawn(chancery.window);
  expect(await lastText()).toBe('x');
  await commit(grapheme);
  await press('ArrowLeft');
  await drawn(chancery.window);
  await press('Delete');
  await drawn(chancery.window);
  expect(await lastText()).toBe('x');
  const cited = noteText(window)
    .locator(':scope > p')
    .filter({ has: window.locator('.cite-chip') })
    .last();
  const chips = await cited.locator('.cite-chip').count();
  const before = (await cited.textContent()) ?? '';
  await cited
    .locator('.cite-chip')
    .last()
    .evaluate((element) => {
      const range = document.createRange();
      range.setStartAfter(element.closest('[data-lexical-decorator]') ?? element);
      range.collapse(true);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
    });
  await drawn(chancery.window);
  await commit(grapheme);
  await press('Backspace');
  await drawn(chancery.window);
  expect(await cited.textContent()).toBe(before);
  expect(await cited.locator('.cite-chip').count()).toBe(chips);
});
