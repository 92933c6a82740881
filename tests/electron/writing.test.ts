/** Writing a note: Markdown as it is typed, citations and the header, in the real application. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { exportAs } from './export-note.ts';
import { goToEndOfText, chip, dossier, expectVisible, noteText, paragraph } from './window-parts.ts';

let chancery: RunningChancery;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-writing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterEach(() => chancery?.close());

it('writes headings, lists and quotations as they are typed, and bold and italic by their keys', async () => {
  const { window } = chancery;
  await goToEndOfText(window);
  await window.keyboard.press('Enter');
  for (const [start, text] of [
    ['## ', 'Next steps'],
    ['- ', 'Ask Brussels'],
  ] as const) {
    await window.keyboard.type(`${start}${text}`);
    await window.keyboard.press('Enter');
  }
  await window.keyboard.type('Ask London');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await window.keyboard.type('> Nothing is agreed until everything is.');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await window.keyboard.type('This is ');
  await window.keyboard.press('Control+b');
  await window.keyboard.type('firm');
  await window.keyboard.press('Control+b');
  await window.keyboard.type(' and **typed**, and ');
  await window.keyboard.press('Control+i');
  await window.keyboard.type('slanted');
  await window.keyboard.press('Control+i');
  await window.keyboard.type('.');
  const file = path.join(folder, 'written.md');
  await exportAs(chancery, 'Markdown', file);
  expect(await readFile(file, 'utf8')).toContain(
    [
      '## Next steps',
      '- Ask Brussels\n- Ask London',
      '> Nothing is agreed until everything is.',
      'This is **firm** and **typed**, and *slanted*.',
    ].join('\n\n'),
  );
});

it('shows and opens what a citation rests on, with the keyboard', async () => {
  const { window } = chancery;
  await chip(window, 'A ¶2').first().click();
  await expect.poll(() => paragraph(window, 2).getAttribute('data-shown')).toBe('');
  await dossier(window).getByText('Deputy PM meets US').click();
  await paragraph(window, 16).waitFor();
  // Back in the note, one arrow key beside a chip selects it and shows the card.
  await goToEndOfText(window);
  await window.keyboard.press('ArrowLeft');
  await expectVisible(window.locator('.citation-card').getByText('financial center').first());
  await window.keyboard.press('Control+Enter');
  await expect
    .poll(() =>
      window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')),
    )
    .toBe('source');
});

it('changes the header and the marking of the note, and takes it back', async () => {
  const { window } = chancery;
  const title = window.getByRole('textbox', { name: /title/i });
  await title.fill('Another title');
  await title.press('Tab');
  await dossier(window).getByText('Another title').waitFor();
  await noteText(window).focus();
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+z');
      return await title.inputValue();
    })
    .toBe('Viet Nam: bilaterals at the 58th AMM');
});

it('never deletes more than the chip', async () => {
  const { window } = chancery;
  const first = noteText(window).locator(':scope > p').filter({ hasText: 'On the East Sea' });
  const before = (await first.textContent()) ?? '';
  const chips = await first.locator('.cite-chip').count();
  const last = first.locator('.cite-chip').last();
  const display = (await last.textContent()) ?? '';
  await first.click();
  await last.evaluate((element) => {
    const range = document.createRange();
    range.setStartAfter(element.closest('[data-lexical-decorator]') ?? element);
    range.collapse(true);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
  });
  // Lexical hears of it with the next selection event.
  await window.waitForTimeout(100);
  await window.keyboard.press('Control+Backspace');
  await expect.poll(() => first.locator('.cite-chip').count()).toBe(chips - 1);
  const after = (await first.textContent()) ?? '';
  expect(after.replaceAll(/\s/g, '')).toBe(before.replace(display, '').replaceAll(/\s/g, ''));
});

it('puts the caret of a new note where writing begins', async () => {
  const { window } = chancery;
  await window.keyboard.press('Control+n');
  const dialog = window.getByRole('dialog', { name: 'New note' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Brief for Thursday');
  await window.keyboard.press('Enter');
  await dossier(window).getByText('Brief for Thursday').waitFor();
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Text of the note');
  await window.keyboard.type('In short.');
  expect(await noteText(window).locator(':scope > p').first().textContent()).toBe('In short.');
});

/** Ctrl+End and a letter before the next picture is drawn, as they come when the window is busy. */
async function keysAtOnce(window: Page, text: string): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const busy = window.evaluate(() => {
    const end = performance.now() + 150;
    while (performance.now() < end);
  });
  const end = { code: 'End', key: 'End', windowsVirtualKeyCode: 35, modifiers: 2 } as const;
  await Promise.all([
    busy,
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...end }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...end }),
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text }),
  ]);
  await session.detach();
}

it('writes at the end of the text also at once, before the end has come into view', async () => {
  const { window } = chancery;
  const last = noteText(window).locator(':scope > p').last();
  const before = (await last.textContent()) ?? '';
  await noteText(window).focus();
  for (let round = 1; round <= 6; round += 1) {
    await window.keyboard.press('Control+Home');
    // Far out of view it is not laid out, and the browser then finds no place in it.
    await window.locator('.note-scroll').evaluate((region) => {
      region.scrollTop = 0;
    });
    await window.waitForTimeout(200);
    await keysAtOnce(window, String(round));
    await expect.poll(() => last.textContent()).toBe(before + '123456'.slice(0, round));
  }
});
