/** Citing and quoting, with the keyboard, in the real application. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { chip, goToEndOfText, noteText, paragraph, selectWithMouse } from './window-parts.ts';

let chancery: RunningChancery;

beforeEach(async () => {
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterEach(() => chancery?.close());

const undo = 'Control+z';

it('quotes words exactly, in the line or set apart, and takes each back in one step', async () => {
  const { window } = chancery;
  await goToEndOfText(window);
  await window.keyboard.press('Enter');
  await window.keyboard.type('The EU was asked to');
  const chips = await noteText(window).locator('.cite-chip').count();
  await selectWithMouse(window, {
    paragraph: paragraph(window, 12),
    words: 'promptly remove the yellow card',
  });
  await window.keyboard.press('q');
  const line = noteText(window).locator('p', { hasText: 'The EU was asked to' });
  await expect
    .poll(() => line.textContent())
    .toMatch(/^The EU was asked to “promptly remove the yellow card”A ¶12$/);
  // Typing goes on behind the citation.
  await window.keyboard.type('.');
  await expect.poll(() => line.textContent()).toMatch(/A ¶12\.$/);

  // The whole paragraph is long: it is set apart, word for word.
  await paragraph(window, 12).focus();
  await window.keyboard.press('Control+a');
  const words = (await paragraph(window, 12).locator('.paragraph-text').textContent()) ?? '';
  expect(words.split(' ').length).toBeGreaterThan(40);
  const quotations = noteText(window).locator('blockquote');
  const before = await quotations.count();
  await window.keyboard.press('q');
  await expect.poll(() => quotations.count()).toBe(before + 1);
  expect(await quotations.last().textContent()).toBe(`${words}A ¶12`);
  await window.screenshot({ path: 'dist/pictures/citing-quotation.png' });
  await window.keyboard.press(undo);
  await expect.poll(() => quotations.count()).toBe(before);
  await window.keyboard.press(undo);
  await window.keyboard.press(undo);
  await expect.poll(() => noteText(window).locator('.cite-chip').count()).toBe(chips);
  expect(await chip(window, 'A ¶12').count()).toBeGreaterThan(0);
});
