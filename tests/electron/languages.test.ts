/** A note in any language: choosing it, its directions, its quotation marks, input methods, and its PDF. */
import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { exportAs } from './export-note.ts';
import { chip, goToEndOfText, noteText, waitUntilSaved } from './window-parts.ts';

const pictures = path.join('dist', 'pictures');
let chancery: RunningChancery;
let folder: string;
let input: CDPSession;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-languages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
  input = await chancery.window.context().newCDPSession(chancery.window);
});
afterEach(() => chancery?.close());

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await chancery.window.keyboard.press(key);
};
const type = (text: string) => chancery.window.keyboard.type(text);
const page = () => chancery.window.locator('.note-page').filter({ visible: true });
const picture = (name: string) =>
  chancery.window.screenshot({ path: path.join(pictures, `languages-${name}.png`) });
const languageButton = () => chancery.window.getByRole('combobox', { name: /^Language of the note/ });
const languageField = () => chancery.window.getByRole('combobox', { name: 'Find a language' });

/** What the page has heard is drawn, and the editor has heard of the caret. */
const settled = () =>
  chancery.window.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))),
      ),
  );

async function chooseLanguage(typed: string): Promise<void> {
  await press('Control+Alt+l');
  await languageField().waitFor();
  await type(typed);
  await press('Enter');
  await languageField().waitFor({ state: 'detached' });
}

/** An empty paragraph at the end of the text, with the caret in it. */
async function beginParagraph(): Promise<void> {
  await goToEndOfText(chancery.window);
  await press('Enter');
  await settled();
}

const lastParagraph = () => noteText(chancery.window).locator(':scope > p').last();
const lastText = async () => (await lastParagraph().textContent()) ?? '';

it('is in the language that is chosen by typing its name, with the keyboard back in the text', async () => {
  const { window } = chancery;
  await beginParagraph();
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
  const box = await lastParagraph().evaluate((element) => {
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
  await beginParagraph();
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
  await beginParagraph();
  await type('قال 35 في Kuala Lumpur (2025).');
  await settled();
  const directionOfLast = () => lastParagraph().evaluate((element) => getComputedStyle(element).direction);
  expect(await directionOfLast()).toBe('rtl');
  await press('Enter');
  await type('The EU agreed.');
  await settled();
  expect(await directionOfLast()).toBe('ltr');
  expect(
    await chip(window, 'A ¶2')
      .first()
      .evaluate((element) => getComputedStyle(element).direction),
  ).toBe('ltr');
  await picture('both-ways');
});

const compose = async (text: string) => {
  await input.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
  await settled();
};
const commit = async (text: string) => {
  await input.send('Input.insertText', { text });
  await settled();
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
    await beginParagraph();
    for (const step of steps) await compose(step);
    await commit(word);
    expect(await lastText()).toBe(word);
    await type(' x');
    await press('ArrowLeft');
    await settled();
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
    await settled();
    for (const step of steps) await compose(step);
    await commit(word);
    const after = (await cited.textContent()) ?? '';
    expect(after.length).toBe(before.length + word.length);
    expect(after.replace(word, '')).toBe(before);
  },
);

it('runs no shortcut while something is composed', async () => {
  const { window } = chancery;
  await beginParagraph();
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
  await beginParagraph();
  await type('x');
  await commit(grapheme);
  expect(await lastText()).toBe(`x${grapheme}`);
  await press('Backspace');
  await settled();
  expect(await lastText()).toBe('x');
  await commit(grapheme);
  await press('ArrowLeft');
  await settled();
  await press('Delete');
  await settled();
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
  await settled();
  await commit(grapheme);
  await press('Backspace');
  await settled();
  expect(await cited.textContent()).toBe(before);
  expect(await cited.locator('.cite-chip').count()).toBe(chips);
});

it('measures and exports a note in Chinese, and knows its words', async () => {
  const { window } = chancery;
  await noteText(window).focus();
  await chooseLanguage('简体');
  await beginParagraph();
  const length = window.locator('.length-button');
  const wordsBefore = Number(/(\d+) words/u.exec((await length.textContent()) ?? '')?.[1]);
  await commit('部长会见了记者。'.repeat(40));
  await expect
    .poll(async () => Number(/(\d+) words/u.exec((await length.textContent()) ?? '')?.[1]))
    .toBeGreaterThan(wordsBefore + 120);
  // The typesetter and the large fonts begin with this.
  await expect.poll(() => length.textContent(), { timeout: 15_000 }).toMatch(/\d\.\d/u);
  const pages = async () => Number(/\d\.\d/u.exec((await length.textContent()) ?? '')?.[0]);
  const before = await pages();
  await commit('外交部发表了声明。'.repeat(150));
  const begun = Date.now();
  await expect.poll(pages, { interval: 20, timeout: 5_000 }).toBeGreaterThan(before);
  expect(Date.now() - begun).toBeLessThan(2_500);
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
