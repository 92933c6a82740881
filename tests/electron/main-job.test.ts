/** A person's main job, once with the mouse and once with the keyboard alone, in the real application. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { answerSaveDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { exportAs } from './export-note.ts';
import {
  goToEndOfText,
  annotationCards,
  chip,
  dossier,
  expectVisible,
  noteText,
  paragraph,
  selectionToolbar,
  selectWithMouse,
  sourceText,
  waitUntilSaved,
} from './window-parts.ts';

let chancery: RunningChancery;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-exports-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterEach(() => chancery?.close());

const selectedText = () => chancery.window.evaluate(() => document.getSelection()?.toString() ?? '');
const cardTexts = () => annotationCards(chancery.window).locator('q').allTextContents();

it('marks, comments, cites and exports with the mouse', async () => {
  const { window } = chancery;
  const words = 'promptly remove the yellow card';
  await selectWithMouse(window, { paragraph: paragraph(window, 12), words });
  await selectionToolbar(window).getByRole('button', { name: 'Mark as ask or commitment' }).click();
  await expect.poll(cardTexts).toContain(words);

  // Put the caret at the end of the last paragraph of the note, then cite what is selected.
  const last = noteText(window).locator(':scope > p').last();
  await last.click();
  await window.keyboard.press('Control+End');
  const before = await noteText(window).locator('.cite-chip').count();
  await selectWithMouse(window, { paragraph: paragraph(window, 12), words });
  await selectionToolbar(window).getByRole('button', { name: 'Cite' }).click();
  await expect.poll(() => noteText(window).locator('.cite-chip').count()).toBe(before + 1);
  expect(await last.locator('.cite-chip').last().textContent()).toContain('A ¶12');

  // The chip shows what it rests on, and leads back to it.
  await last.locator('.cite-chip').last().hover();
  await window.locator('.citation-card').getByText('promptly remove the yellow card').waitFor();
  await dossier(window).getByText('Deputy PM meets US').click();
  await paragraph(window, 16).waitFor();
  await last.locator('.cite-chip').last().click();
  await expect.poll(() => paragraph(window, 12).getAttribute('data-shown')).toBe('');
  expect(await sourceText(window).getAttribute('aria-label')).toMatch(/^Source A/);

  await waitUntilSaved(window);
  const markdown = path.join(folder, 'with the mouse.md');
  await exportAs(chancery, 'Markdown', markdown);
  const text = await readFile(markdown, 'utf8');
  expect(text).toMatch(/\[\^A12[^\]]*\]/);
  expect(text).toMatch(
    /^\[\^A12[^\]]*\]: VietNamNet, “Bui Thanh Son meets Rubio, Kallas, Lamy”, 12 July 2025, ¶ 12\.$/m,
  );
  const pdf = path.join(folder, 'with the mouse é.pdf');
  await exportAs(chancery, 'PDF', pdf);
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
});

it('does the same with the keyboard alone', async () => {
  const { window, application } = chancery;
  // The caret goes to the end of the note once; citing returns to it.
  await goToEndOfText(window);
  await window.keyboard.type(' Hanoi wants EVIPA ratified.');
  // F6 goes round: note, review, dossier, source.
  await window.keyboard.press('F6');
  await window.keyboard.press('F6');
  await window.keyboard.press('F6');
  await expect
    .poll(() =>
      window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')),
    )
    .toBe('source');
  for (let step = 1; step < 12; step += 1) await window.keyboard.press('ArrowDown');
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('data-number')))
    .toBe('12');
  for (let word = 0; word < 5; word += 1) await window.keyboard.press('Shift+ArrowRight');
  expect((await selectedText()).trim()).toBe('The Deputy Prime Minister asked');
  await selectionToolbar(window).waitFor();
  await window.keyboard.press('3');
  await expect.poll(cardTexts).toContain('The Deputy Prime Minister asked');
  await window.keyboard.press('Enter');
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Text of the note');
  await window.keyboard.type(' And then some.');
  const last = noteText(window).locator(':scope > p').last();
  await expect.poll(() => last.textContent()).toMatch(/ratified\.\s*A ¶12\s*And then some\.$/);

  // Ctrl+Z takes all of it back in order: the words, the chip; then the mark in the other pane.
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+z');
      return await last.textContent();
    })
    .not.toContain('A ¶12');
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+z');
      return await cardTexts();
    })
    .not.toContain('The Deputy Prime Minister asked');
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+Shift+z');
      return await last.textContent();
    })
    .toContain('And then some.');

  const markdown = path.join(folder, 'with the keyboard.md');
  await answerSaveDialogs(application, markdown);
  await window.keyboard.press('Control+e');
  await window.getByRole('dialog', { name: 'Export the note' }).waitFor();
  await expect.poll(() => window.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('pdf');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await window.getByText('with the keyboard.md').waitFor();
  await window.keyboard.press('Escape');
  expect(await readFile(markdown, 'utf8')).toContain('And then some.');
});

it('selects across paragraphs, and marks and cites all of them', async () => {
  const { window } = chancery;
  await selectWithMouse(
    window,
    { paragraph: paragraph(window, 3), words: 'implementing high-level agreements' },
    { paragraph: paragraph(window, 4), words: 'driving force of bilateral relations' },
  );
  await window.keyboard.press('1');
  await expect
    .poll(async () => (await cardTexts()).some((text) => text.includes('¶ Economy continues')))
    .toBe(true);
  await noteText(window).locator(':scope > p').last().click();
  await selectWithMouse(
    window,
    { paragraph: paragraph(window, 3), words: 'implementing high-level agreements' },
    { paragraph: paragraph(window, 4), words: 'driving force of bilateral relations' },
  );
  await window.keyboard.press('Enter');
  await chip(window, 'A ¶¶3–4').waitFor();
});

it('comments on a passage, changes the category, deletes it, and undo gives it back', async () => {
  const { window } = chancery;
  const words = 'settlement of disputes through peaceful measures';
  await selectWithMouse(window, { paragraph: paragraph(window, 9), words });
  await window.keyboard.press('c');
  const card = annotationCards(window).filter({ hasText: words });
  await card.getByRole('textbox', { name: 'Comment' }).waitFor();
  await window.keyboard.type('Same words in B ¶8?');
  await window.keyboard.press('Enter');
  await card.getByRole('combobox', { name: 'Category' }).selectOption('differs');
  await expect
    .poll(() => paragraph(window, 9).getAttribute('aria-description'))
    .toContain('Same words in B ¶8?');
  await card.locator('.annotation-quote').focus();
  await window.keyboard.press('Delete');
  await card.waitFor({ state: 'detached' });
  await window.keyboard.press('Control+z');
  await card.waitFor();
  expect(await card.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('Same words in B ¶8?');
  expect(await card.getByRole('combobox', { name: 'Category' }).inputValue()).toBe('differs');
});

it('paints overlapping annotations both, and a click opens the inner one first', async () => {
  const { window } = chancery;
  const outer = 'peace, security, stability, freedom of navigation and aviation';
  const inner = 'freedom of navigation';
  await selectWithMouse(window, { paragraph: paragraph(window, 9), words: outer });
  await window.keyboard.press('1');
  await expect.poll(cardTexts).toContain(outer);
  // Pressing on words that are selected would drag them.
  await window.keyboard.press('Escape');
  await selectWithMouse(window, { paragraph: paragraph(window, 9), words: inner });
  await window.keyboard.press('4');
  await expect.poll(cardTexts).toContain(inner);
  await window.keyboard.press('Escape');
  const place = await paragraph(window, 9).evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf('navigation') + 3);
    range.collapse(true);
    const { left, top, height } = range.getBoundingClientRect();
    return { x: left, y: top + height / 2 };
  });
  const active = () =>
    annotationCards(window).and(window.locator('[data-active]')).locator('q').textContent();
  // What was marked last is the active one: a click beside it leaves it.
  await paragraph(window, 8).click();
  await expect.poll(() => annotationCards(window).and(window.locator('[data-active]')).count()).toBe(0);
  await window.mouse.click(place.x, place.y);
  await expect.poll(active).toBe(inner);
  await window.mouse.click(place.x, place.y);
  await expect.poll(active).toBe(outer);
});

it('says how often a paragraph is cited, and leads to where', async () => {
  const { window } = chancery;
  const count = paragraph(window, 2).locator('.cited-count');
  expect(await count.textContent()).toBe('1×');
  await count.click();
  await expect
    .poll(() => noteText(window).locator('.cite-chip').filter({ hasText: 'A ¶2' }).isVisible())
    .toBe(true);
  await expect
    .poll(() =>
      window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')),
    )
    .toBe('note');
});

it('drags a passage into the note', async () => {
  const { window } = chancery;
  const words = 'speed up negotiations on the Vietnam-EFTA Free Trade Agreement';
  const before = await chip(window, 'A ¶12').count();
  const target = noteText(window).locator(':scope > p').last();
  await target.scrollIntoViewIfNeeded();
  const place = await selectWithMouse(window, { paragraph: paragraph(window, 12), words });
  const box = await target.boundingBox();
  if (box === null) throw new Error('The last paragraph of the note is not on the screen.');
  await window.mouse.move(place.x - 8, place.y);
  await window.mouse.down();
  await window.mouse.move(place.x + 20, place.y + 10, { steps: 4 });
  await window.mouse.move(box.x + box.width / 2, box.y + 10, { steps: 8 });
  await window.mouse.up();
  await expect.poll(() => chip(window, 'A ¶12').count()).toBe(before + 1);
});

it('numbers a leftover again, and undo sets it aside', async () => {
  const { window } = chancery;
  await sourceText(window)
    .getByRole('button', { name: /^Number it/ })
    .click();
  await expectVisible(paragraph(window, 20));
  await dossier(window).getByText('20 ¶').waitFor();
  await window.keyboard.press('Control+z');
  await paragraph(window, 20).waitFor({ state: 'detached' });
});

it('keeps caret, text and what can be undone when a pane is put away and fetched back', async () => {
  const { window } = chancery;
  await goToEndOfText(window);
  await window.keyboard.type(' Kept while out of sight.');
  await window.keyboard.press('Control+3');
  await noteText(window).waitFor({ state: 'hidden' });
  await window.keyboard.press('Control+Shift+O');
  await window.getByRole('button', { name: 'Back' }).click();
  await window.keyboard.press('Control+3');
  await expect.poll(() => noteText(window).textContent()).toContain('Kept while out of sight.');
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+z');
      return await noteText(window).textContent();
    })
    .not.toContain('Kept while out of sight.');
});

it('selects across paragraphs with the keyboard', async () => {
  const { window } = chancery;
  await paragraph(window, 4).focus();
  for (let line = 0; line < 12; line += 1) await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('4');
  await expect
    .poll(async () =>
      (await cardTexts()).some(
        (text) => text.startsWith('Economy continues') && text.includes('¶ Deputy Prime Minister'),
      ),
    )
    .toBe(true);
});
