/** Citing and quoting, with the keyboard, in the real application. */
import { expect, it } from 'vitest';
import { chip, goToEndOfText, noteText, paragraph, selectWithMouse } from './window-parts.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('citing', 'for each');

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

it('cites what is looked for behind two brackets, with the keyboard alone', async () => {
  const { window } = chancery;
  const { keyboard } = window;
  const offered = window.getByRole('listbox', { name: 'To cite' });
  const line = noteText(window).locator(':scope > p').last();
  await goToEndOfText(window);
  await keyboard.press('Enter');

  // By what a paragraph says, without its accents or case.
  await keyboard.type('On seafood [[YELLOW card');
  await offered.getByRole('option', { name: /^B ¶10.*yellow card/, selected: true }).waitFor();
  await window.screenshot({ path: 'dist/pictures/citing-brackets-light.png' });
  await keyboard.press('ArrowDown');
  await offered.getByRole('option', { name: /^A ¶12.*yellow card/, selected: true }).waitFor();
  await keyboard.press('Enter');
  await expect.poll(() => line.textContent()).toBe('On seafoodA ¶12 ');
  await expect.poll(() => offered.count()).toBe(0);
  await keyboard.type('and ');

  // By its number; several at once.
  await keyboard.type('[[a5+B5');
  await offered.getByRole('group', { name: 'By its number' }).getByRole('option').waitFor();
  await keyboard.press('Enter');
  await expect.poll(() => line.textContent()).toBe('On seafoodA ¶12 andA ¶5, B ¶5 ');

  // One after the other, into one citation.
  await keyboard.type('[[A2-3');
  await offered.getByRole('option', { name: /^A ¶¶2–3/ }).waitFor();
  await keyboard.press('Shift+Enter');
  await window.getByText('Together: A ¶¶2–3').waitFor();
  await keyboard.type('B10');
  await offered
    .getByRole('option', { name: /^B ¶10/ })
    .first()
    .waitFor();
  await keyboard.press('Shift+Enter');
  await window.getByText('Together: A ¶¶2–3, B ¶10').waitFor();
  await keyboard.press('Enter');
  await expect.poll(() => line.textContent()).toBe('On seafoodA ¶12 andA ¶5, B ¶5A ¶¶2–3, B ¶10 ');

  // Taken back: one step each.
  await keyboard.press(undo);
  await expect.poll(() => line.locator('.cite-chip').count()).toBe(2);

  // What is not there is said, and Escape leaves what was typed.
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.type('[[A99');
  await window.getByText('A has no paragraph 99.').first().waitFor();
  await keyboard.press('Escape');
  await expect.poll(() => window.locator('.cite-menu').count()).toBe(0);
  await keyboard.type(' stays');
  await expect.poll(() => line.textContent()).toBe('[[A99 stays');
  await window.emulateMedia({ colorScheme: 'dark' });
  await keyboard.press('Enter');
  await keyboard.type('[[');
  await offered.getByRole('option').first().waitFor();
  await window.screenshot({ path: 'dist/pictures/citing-brackets-dark.png' });
});

it('changes a citation with the keyboard alone, in one step', async () => {
  const { window } = chancery;
  const { keyboard } = window;
  const line = noteText(window).locator(':scope > p').last();
  await goToEndOfText(window);
  await keyboard.press('Enter');
  await keyboard.type('On trade [[A5');
  await window.getByRole('option', { name: /^A ¶5/ }).first().waitFor();
  await keyboard.press('Enter');
  await expect.poll(() => line.textContent()).toBe('On tradeA ¶5 ');
  await keyboard.press('Backspace');

  const popover = window.getByRole('dialog', { name: 'Citation' });
  const targets = popover.getByRole('list', { name: 'What it points at' }).getByRole('listitem');
  await keyboard.press('F2');
  await popover.waitFor();
  // The keyboard is in the field that adds.
  await keyboard.type('B5');
  await popover.getByRole('option', { name: /^B ¶5/ }).first().waitFor();
  await keyboard.press('Enter');
  await expect.poll(() => targets.count()).toBe(2);
  await keyboard.press('Tab');
  await keyboard.type('see');
  await keyboard.press('Tab');
  await keyboard.type('emphasis added');
  await window.screenshot({ path: 'dist/pictures/citing-popover-light.png' });
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Alt+ArrowUp');
  await expect.poll(() => targets.allTextContents().then((all) => all[0])).toMatch(/^B ¶5/);
  await keyboard.press('Control+Enter');
  await expect.poll(() => popover.count()).toBe(0);
  await expect.poll(() => line.textContent()).toBe('On tradesee B ¶5, A ¶5, emphasis added');
  const focused = () => window.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await expect.poll(focused).toBe('Text of the note');

  // Escape leaves it as it was, and undo takes all of the change back at once.
  await keyboard.press('F2');
  await popover.waitFor();
  await keyboard.press('Tab');
  await keyboard.type('not ');
  await keyboard.press('Escape');
  await expect.poll(() => popover.count()).toBe(0);
  await expect.poll(() => line.textContent()).toBe('On tradesee B ¶5, A ¶5, emphasis added');
  await keyboard.press(undo);
  await expect.poll(() => line.textContent()).toBe('On tradeA ¶5');
});

it('lists where a paragraph is cited, in every note, and goes there', async () => {
  const { window } = chancery;
  const { keyboard } = window;
  await paragraph(window, 12).focus();
  await keyboard.press('Control+Alt+k');
  const menu = window.getByRole('menu', { name: /^Cited in \d+ places$/ });
  await menu.waitFor();
  const items = menu.getByRole('menuitem');
  const count = Number((await paragraph(window, 12).locator('.cited-count').textContent())?.replace('×', ''));
  await expect.poll(() => items.count()).toBe(count);
  await window.screenshot({ path: 'dist/pictures/citing-cited-in.png' });
  await keyboard.press('Escape');
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('data-number')))
    .toBe('12');
  await keyboard.press('Control+Alt+k');
  await items.first().waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => noteText(window).locator('.cite-anchor[data-selected]').count()).toBe(1);
  expect(await noteText(window).locator('.cite-anchor[data-selected]').textContent()).toContain('A ¶12');
});
