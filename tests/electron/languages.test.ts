/** A note in any language: choosing it, its directions, its quotation marks, input methods, and its PDF. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { beginParagraph, lastParagraph } from './begin-note.ts';
import { exportAs } from './export-note.ts';
import { chip, drawn, goToEndOfText, noteText, waitUntilSaved } from './window-parts.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('languages', 'for each');
const { press, type, picture } = chancery;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-languages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const lastText = async () => (await lastParagraph(chancery.window).textContent()) ?? '';
const page = () => chancery.window.locator('.note-page').filter({ visible: true });
const languageButton = () => chancery.window.getByRole('combobox', { name: /^Language of the note/ });
const languageField = () => chancery.window.getByRole('combobox', { name: 'Find a language' });

async function chooseLanguage(typed: string): Promise<void> {
  await press('Control+Alt+l');
  await languageField().waitFor();
  await type(typed);
  await press('Enter');
  await languageField().waitFor({ state: 'detached' });
}

it('is in the language that is chosen by typing its name, with the keyboard back in the text', async () => {
  const { window } = chancery;
  await beginParagraph(chancery.window);
  await press('Control+Alt+l');
  await languageField().waitFor();
  await picture('list');
  expect(await axeFaults(window)).toEqual([]);
  await type('arab');
  await expect.poll(() => window.locator('.language-item').allTextContents()).toEqual(['العربيةArabic']);
  await press('Enter');
  await expect.poll(() => page().getAttribute('lang')).toBe('ar');
  expect(await page().getAttribute('dir')).toBe('rtl');
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Text of the note');
  await type('قال الوزير "نعم" في 2025.');
  await expect.poll(lastText).toBe('قال الوزير «نعم» في 2025.');
  const box = await lastParagraph(chancery.window).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return { text: range.getBoundingClientRect().right, block: element.getBoundingClientRect().right };
  });
  expect(box.block - box.text).toBeLessThan(60);
  await waitUntilSaved(window);
  await picture('arabic');
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture('arabic-dark');
  const file = path.join(folder, 'arabic.md');
  await exportAs(chancery, 'Markdown', file);
  const written = await readFile(file, 'utf8');
  expect(written).toContain('language: ar');
  expect(written).toContain('قال الوزير «نعم» في 2025.');
  // No marks of direction are written: they would be others' text.
  expect(written).not.toMatch(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/u);
});

it('takes the language back with one step, and begins the next note in the one that was chosen last', async () => {
  const { window } = chancery;
  await noteText(window).focus();
  await chooseLanguage('viet');
  await expect.poll(() => page().getAttribute('lang')).toBe('vi');
  expect(await languageButton().textContent()).toBe('Tiếng Việt');
  await press('Control+z');
  await expect.poll(() => page().getAttribute('lang')).toBe('en');
  await press('Control+Shift+z');
  await expect.poll(() => page().getAttribute('lang')).toBe('vi');
  await press('Control+n');
  await window.getByRole('dialog', { name: 'New note' }).waitFor();
  await type('Ghi chú');
  await press('Enter');
  await expect
    .poll(() =>
      window.getByRole('textbox', { name: 'Title of the note' }).filter({ visible: true }).inputValue(),
    )
    .toBe('Ghi chú');
  expect(await page().getAttribute('lang')).toBe('vi');
});

it('says so where no language has that name, and goes back with Escape', async () => {
  const { window } = chancery;
  await noteText(window).focus();
  await press('Control+Alt+l');
  await languageField().waitFor();
  await type('klingon');
  await window.getByText('No language is called that.').waitFor();
  await press('Escape');
  await languageField().waitFor({ state: 'detached' });
  expect(await page().getAttribute('lang')).toBe('en');
  expect(await window.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Text of the note',
  );
});

it('gives back the straight mark with one undo, and leaves code alone', async () => {
  await beginParagraph(chancery.window);
  await type('He said "');
  await expect.poll(lastText).toBe('He said “');
  await press('Control+z');
  await expect.poll(lastText).toBe('He said "');
  await type('x');
  await expect.poll(lastText).toBe('He said "x');
  await press('Enter');
  await type(`"It's 'so'," he said.`);
  await expect.poll(lastText).toBe('“It’s ‘so’,” he said.');
  await press('Enter');
  await type('`');
  await type('a"b');
  await type('`');
  await expect.poll(lastText).toMatch(/^a[“”"]b$/u);
});

it('lets each paragraph go its own way, with chips and numbers among the words', async () => {
  const { window } = chancery;
  await beginParagraph(chancery.window);
  await type('قال 35 في Kuala Lumpur (2025).');
  await drawn(chancery.window);
  const directionOfLast = () =>
    lastParagraph(chancery.window).evaluate((element) => getComputedStyle(element).direction);
  expect(await directionOfLast()).toBe('rtl');
  await press('Enter');
  await type('The EU agreed.');
  await drawn(chancery.window);
  expect(await directionOfLast()).toBe('ltr');
  expect(
    await chip(window, 'A ¶2')
      .first()
      .evaluate((element) => getComputedStyle(element).direction),
  ).toBe('ltr');
  await picture('both-ways');
});

it('measures and exports a note in Chinese, and knows its words', async () => {
  const { window } = chancery;
  await noteText(window).focus();
  await chooseLanguage('简体');
  await beginParagraph(chancery.window);
  const length = window.locator('.length-button');
  const wordsBefore = Number(/(\d+) words/u.exec((await length.textContent()) ?? '')?.[1]);
  await window.keyboard.insertText('部长会见了记者。'.repeat(40));
  await expect
    .poll(async () => Number(/(\d+) words/u.exec((await length.textContent()) ?? '')?.[1]))
    .toBeGreaterThan(wordsBefore + 120);
  // The typesetter and the large fonts begin with this.
  await expect.poll(() => length.textContent(), { timeout: 15_000 }).toMatch(/\d\.\d/u);
  const pages = async () => Number(/\d\.\d/u.exec((await length.textContent()) ?? '')?.[0]);
  const before = await pages();
  await window.keyboard.insertText('外交部发表了声明。'.repeat(150));
  await expect.poll(pages, { interval: 20, timeout: 5_000 }).toBeGreaterThan(before);
  const file = path.join(folder, 'chinese.pdf');
  await exportAs(chancery, 'PDF', file);
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  await picture('chinese');
});

it('does not start the typesetter for somebody who only reads', async () => {
  const { window } = chancery;
  await window.waitForTimeout(7_000);
  expect(await window.locator('.length-button').textContent()).toContain('— pages');
  await goToEndOfText(window);
  await type(' And more.');
  await expect
    .poll(() => window.locator('.length-button').textContent(), { timeout: 10_000 })
    .toMatch(/\d\.\d/u);
});
