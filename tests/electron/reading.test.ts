/** Reading sources in the real application: tabs, outline, finding, size, remembered places, two beside each other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDossier } from '../bench/made-dossier.ts';
import { axeFaults } from './axe-faults.ts';
import { electronStage, launchChancery, type RunningChancery } from './electron-fixture.ts';
import {
  annotationCards,
  dossier,
  noteText,
  paragraph,
  selectionToolbar,
  selectWithMouse,
  sourceText,
} from './window-parts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = fileURLToPath(new URL('../../dist/pictures/', import.meta.url));

let chancery: RunningChancery;
let folder: string;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-reading-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => chancery?.close());

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await chancery.window.keyboard.press(key);
};
const type = (text: string) => chancery.window.keyboard.type(text);
const picture = (name: string) =>
  chancery.window.screenshot({ path: path.join(pictures, `reading-${name}.png`) });
const setTheme = (theme: 'light' | 'dark') =>
  chancery.window.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
  }, theme);
const selectedText = () => chancery.window.evaluate(() => document.getSelection()?.toString() ?? '');
const selectionPlace = () =>
  chancery.window.evaluate(() => {
    const selection = document.getSelection();
    const block = selection?.anchorNode?.parentElement?.closest<HTMLElement>('[data-paragraph]');
    return `${block?.dataset['paragraph'] ?? ''} ${String(selection?.anchorOffset)}`;
  });
const focusedPane = () =>
  chancery.window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));
const focusedSide = () =>
  chancery.window.evaluate(() => document.activeElement?.closest('[data-side]')?.getAttribute('data-side'));
const focusedNumber = () =>
  chancery.window.evaluate(() => document.activeElement?.getAttribute('data-number') ?? null);

const tabList = (name = 'Sources') => chancery.window.getByRole('tablist', { name, exact: true });
const tabNames = async (name?: string) =>
  (await tabList(name).getByRole('tab').locator('.source-label').allTextContents()).join('');
const shownTab = (name?: string) =>
  tabList(name).getByRole('tab', { selected: true }).locator('.source-label').textContent();
const menu = (name: string) => chancery.window.getByRole('menu', { name });
const findField = () => chancery.window.getByRole('textbox', { name: /^Find in source/ });
const found = () => chancery.window.locator('.find-count').textContent();
const cardTexts = () => annotationCards(chancery.window).locator('q').allTextContents();

/** The side of the source pane: 0 is the first. */
const side = (index: number): Locator => chancery.window.locator(`[data-side="${String(index)}"]`);

async function resize(width: number, height: number): Promise<void> {
  await chancery.application.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await expect.poll(() => chancery.window.evaluate(() => globalThis.innerWidth)).toBe(width);
}

/** The number of the paragraph at the top of a text. */
const topNumber = (index = 0) =>
  side(index).evaluate((element) => {
    const view = element.querySelector('.edition-scroll');
    const top = view?.getBoundingClientRect().top ?? 0;
    const first = [...element.querySelectorAll('.edition-paragraph')].find(
      (block) => block.getBoundingClientRect().bottom > top + 3,
    );
    return first?.getAttribute('data-number') ?? null;
  });

const scrollTo = (number: number, index = 0) =>
  side(index)
    .locator(`[data-number="${String(number)}"]`)
    .evaluate((block) => {
      block.scrollIntoView({ block: 'start' });
    });

describe('in the sample dossier', () => {
  beforeEach(async () => {
    chancery = await launchChancery();
    await noteText(chancery.window).waitFor();
    await resize(1440, 900);
  });

  it('opens, closes and goes round the tabs, with the mouse and with keys', async () => {
    const { window } = chancery;
    expect([await tabNames(), await shownTab()]).toEqual(['AB', 'A']);
    await press('Control+PageDown');
    await expect.poll(() => shownTab()).toBe('B');
    await press('Control+Tab');
    await expect.poll(() => shownTab()).toBe('A');
    await press('Control+Shift+Tab');
    await expect.poll(() => shownTab()).toBe('B');

    await tabList().locator('.tab-close').first().click();
    await expect.poll(() => tabNames()).toBe('B');
    await dossier(window).getByText('Bui Thanh Son meets').click();
    await expect.poll(() => tabNames()).toBe('BA');
    expect(await shownTab()).toBe('A');
    await tabList().getByRole('tab').first().click({ button: 'middle' });
    await expect.poll(() => tabNames()).toBe('A');
    await press('Control+w');
    await expect.poll(() => tabNames()).toBe('');
    await window.getByText('No source is open here.').waitFor();
    await picture('no-tab');
    await dossier(window).getByText('Deputy PM meets US').click();
    await expect.poll(() => tabNames()).toBe('B');
    await paragraph(window, 16).waitFor();

    await dossier(window).getByText('Bui Thanh Son meets').click();
    await tabList().getByRole('tab').first().focus();
    await press('Delete');
    await expect.poll(() => tabNames()).toBe('A');
    await tabList().getByRole('tab').first().click({ button: 'right' });
    await menu('Source A').getByRole('menuitem', { name: 'Open beside' }).waitFor();
    await press('Escape');
    await expect.poll(() => menu('Source A').count()).toBe(0);
  });

  it('goes to a heading from the outline', async () => {
    const { window } = chancery;
    await paragraph(window, 1).focus();
    await press('Control+Shift+U');
    await menu('Outline')
      .getByRole('menuitem', { name: /^Sharing experiences/ })
      .waitFor();
    await picture('outline');
    await press('ArrowDown', 'Enter');
    await expect
      .poll(() => window.evaluate(() => document.activeElement?.textContent ?? ''))
      .toMatch(/^Sharing experiences/);
    await dossier(window).getByText('Deputy PM meets US').click();
    await paragraph(window, 16).waitFor();
    await press('Control+Shift+U');
    await window.getByText('This source has no headings.').waitFor();
  });

  it('finds in the source, steps, and leaves the place selected to be marked', async () => {
    const { window } = chancery;
    await paragraph(window, 1).focus();
    await press('Control+f');
    await findField().waitFor();
    await type('viet');
    await expect.poll(found).toMatch(/^1 of \d+ · ¶1$/);
    const painted = () => window.evaluate(() => CSS.highlights.get('find-place')?.size ?? 0);
    const count = Number(/of (\d+)/.exec((await found()) ?? '')?.[1]);
    await expect.poll(painted).toBe(count);
    await picture('find-light');
    await setTheme('dark');
    await picture('find-dark');
    await setTheme('light');
    expect(await axeFaults(window)).toEqual([]);
    await press('Shift+Enter');
    await expect.poll(found).toMatch(new RegExp(`^${String(count)} of ${String(count)} · ¶\\d+$`));
    await press('Enter', 'F3');
    await expect.poll(found).toMatch(/^2 of /);
    await findField().fill('EVIPA');
    await expect.poll(found).toMatch(/^1 of \d+ · ¶12$/);
    await press('Escape');
    await expect.poll(selectedText).toBe('EVIPA');
    await expect.poll(focusedNumber).toBe('12');
    expect(await findField().count()).toBe(0);
    expect(await painted()).toBe(0);
    await selectionToolbar(window).waitFor();
    await press('3');
    await expect.poll(cardTexts).toContain('EVIPA');

    await press('Control+f');
    await findField().fill('zzzz');
    await expect.poll(found).toBe('Not found');
    await findField().fill('bilateral');
    await press('Escape');
    await expect.poll(selectedText).toMatch(/^bilateral$/i);
    const first = await selectionPlace();
    await press('F3');
    await expect.poll(selectedText).toMatch(/^bilateral$/i);
    await expect.poll(selectionPlace).not.toBe(first);
    await press('Shift+F3');
    await expect.poll(selectionPlace).toBe(first);
  });

  it('sets the text larger and smaller, loses nothing at 200 %, and remembers it', async () => {
    const { window } = chancery;
    const size = () =>
      sourceText(window).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    await scrollTo(9);
    await expect.poll(() => topNumber()).toBe('9');
    await window.waitForTimeout(300);
    for (let step = 0; step < 10; step += 1) await press('Control+Shift+=');
    await expect.poll(size).toBe(32);
    await expect.poll(() => topNumber()).toBe('9');
    await press('Control+Shift+=');
    await window.getByText('as large as it gets, 200 %').waitFor();
    await picture('text-200');
    const overflow = () =>
      window
        .locator('.edition-scroll')
        .first()
        .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(await overflow()).toBe(0);
    await resize(700, 800);
    await press('Control+2', 'Control+2');
    await paragraph(window, 9).focus();
    await picture('text-200-narrow');
    expect(await overflow()).toBe(0);
    await resize(1440, 900);
    // The whole window at 200 %, with finding open.
    for (let step = 0; step < 10; step += 1) await press('Control+Shift+-');
    await expect.poll(size).toBe(16);
    const setZoom = (factor: number) =>
      chancery.application.evaluate(({ BrowserWindow }, value) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(value);
      }, factor);
    await setZoom(2);
    await press('Control+f');
    await findField().fill('viet');
    await expect.poll(found).toMatch(/of 16/);
    await picture('window-200');
    expect(await overflow()).toBe(0);
    await press('Escape');
    await setZoom(1);
    for (let step = 0; step < 10; step += 1) await press('Control+Shift+=');
    await expect.poll(size).toBe(32);
    await side(0)
      .getByRole('button', { name: /smaller text/ })
      .click();
    await expect.poll(size).toBeCloseTo(30.4);
    const preferences = JSON.parse(
      await readFile(path.join(chancery.dataFolder, 'preferences.json'), 'utf8'),
    ) as unknown;
    expect(preferences).toMatchObject({ sourceTextPercent: 190 });
  });

  it('copies a link to a paragraph, by key and from its menu', async () => {
    const { window, application } = chancery;
    const clipboard = () => application.evaluate(({ clipboard: board }) => board.readText());
    await paragraph(window, 12).focus();
    await press('Control+Shift+C');
    await window.getByText('A link to A ¶12 is on the clipboard.').waitFor();
    expect(await clipboard()).toMatch(/^A ¶12 <chancery:\/\/dossier\/[^/]+\/[^/]+\.\d+>$/);
    await paragraph(window, 2).locator('.paragraph-text').click({ button: 'right' });
    await menu('A ¶2').waitFor();
    await picture('paragraph-menu');
    expect(await axeFaults(window)).toEqual([]);
    await menu('A ¶2')
      .getByRole('menuitem', { name: /^Copy link/ })
      .click();
    await expect.poll(clipboard).toMatch(/^A ¶2 </);
  });

  it('opens a link that the desktop hands over', async () => {
    const { window, application, dataFolder } = chancery;
    await paragraph(window, 12).focus();
    await press('Control+Shift+C');
    await window.getByText('A link to A ¶12 is on the clipboard.').waitFor();
    const text = await application.evaluate(({ clipboard: board }) => board.readText());
    const link = /<(.+)>/.exec(text)?.[1] ?? '';
    await dossier(window).getByText('Deputy PM meets US').click();
    await paragraph(window, 16).waitFor();

    // A second start with the same data folder hands the link over and goes.
    const { executable, environment } = electronStage();
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const second = spawn(executable, [...asRoot, `--user-data-dir=${dataFolder}`, root, link], {
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    });
    await once(second, 'exit');
    await expect.poll(() => shownTab()).toBe('A');
    await expect.poll(() => paragraph(window, 12).getAttribute('data-shown')).toBe('');
    await expect.poll(focusedNumber).toBe('12');
  });

  it('reads two sources beside each other, and marks and cites in both', async () => {
    const { window } = chancery;
    await paragraph(window, 3).focus();
    await press('Control+\\');
    await expect.poll(() => side(1).count()).toBe(1);
    expect(await shownTab('Sources beside')).toBe('A');
    await dossier(window).getByText('Deputy PM meets US').click();
    await expect.poll(() => shownTab('Sources beside')).toBe('B');
    expect(await shownTab()).toBe('A');
    await resize(1700, 900);
    await picture('beside-light');
    await setTheme('dark');
    await picture('beside-dark');
    await setTheme('light');
    expect(await axeFaults(window)).toEqual([]);

    // One above the other where two columns would be too narrow, otherwise side by side.
    const tops = async () => [(await side(0).boundingBox())?.y, (await side(1).boundingBox())?.y] as const;
    const [above = 0, below = 0] = await tops();
    expect(below).toBeGreaterThan(above);
    await press('Control+3');
    await expect.poll(async () => new Set(await tops()).size).toBe(1);
    await picture('beside-wide');
    await press('Control+3');

    const inB = side(1).locator('[data-number="4"]');
    const inA = side(0).locator('[data-number="3"]');
    const wordsOf = async (block: Locator) => {
      const text = (await block.locator('.paragraph-text').textContent()) ?? '';
      return text.split(' ').slice(2, 6).join(' ');
    };
    await selectWithMouse(window, { paragraph: inB, words: await wordsOf(inB) });
    await press('1');
    await expect.poll(cardTexts).toContain(await wordsOf(inB));
    await selectWithMouse(window, { paragraph: inA, words: await wordsOf(inA) });
    await press('2');
    await expect.poll(cardTexts).toContain(await wordsOf(inA));
    const ofB = window.getByRole('region', { name: 'Annotations of source B' });
    expect(await ofB.locator('q').allTextContents()).toContain(await wordsOf(inB));
    const painted = () =>
      window.evaluate(() =>
        [...(CSS.highlights.get('annotation-fact') ?? [])].some(
          (range) => range.startContainer.parentElement?.closest('[data-side="1"]') != null,
        ),
      );
    expect(await painted()).toBe(true);

    // F6: dossier, first source, second source, note; and back.
    await dossier(window)
      .getByRole('button', { name: /Deputy PM meets US/ })
      .focus();
    await press('F6');
    await expect.poll(focusedSide).toBe('0');
    await press('F6');
    await expect.poll(focusedSide).toBe('1');
    await press('F6');
    await expect.poll(focusedPane).toBe('note');
    await press('Shift+F6');
    await expect.poll(focusedSide).toBe('1');
    await press('Shift+F6');
    await expect.poll(focusedSide).toBe('0');
    const chips = await noteText(window).locator('.cite-chip').count();
    await press('F6');
    await expect.poll(focusedSide).toBe('1');
    await press('Enter');
    await expect.poll(() => noteText(window).locator('.cite-chip').count()).toBe(chips + 1);
    await expect.poll(focusedPane).toBe('note');

    // A narrow window shows the side that is used; the other is one press away.
    await resize(700, 800);
    await press('Shift+F6');
    await expect.poll(focusedSide).toBe('1');
    await picture('beside-narrow');
    expect(await side(0).isVisible()).toBe(false);
    await side(1).getByRole('button', { name: 'Show the other source, A' }).click();
    await expect.poll(focusedSide).toBe('0');
    expect(await side(1).isVisible()).toBe(false);
    await press('Control+\\');
    await expect.poll(() => side(1).count()).toBe(0);
    expect(await tabNames()).toBe('AB');
  });

  it('lists the annotations that overlap, and gives one another passage that undo takes back', async () => {
    const { window } = chancery;
    const outer = 'peace, security, stability, freedom of navigation and aviation';
    const inner = 'freedom of navigation';
    await selectWithMouse(window, { paragraph: paragraph(window, 9), words: outer });
    await press('1');
    await expect.poll(cardTexts).toContain(outer);
    await press('Escape');
    await selectWithMouse(window, { paragraph: paragraph(window, 9), words: inner });
    await press('4');
    await expect.poll(cardTexts).toContain(inner);
    await press('Escape', 'Alt+ArrowDown');
    const items = menu('A ¶9').getByRole('menuitem');
    await items.first().waitFor();
    await picture('overlapping');
    expect(await items.nth(0).textContent()).toContain(inner);
    expect(await items.nth(1).textContent()).toContain(outer.slice(0, 50));
    const active = annotationCards(window).and(window.locator('[data-active]'));
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(() => active.locator('q').textContent()).toBe(outer);
    await expect.poll(focusedNumber).toBe('9');

    // Other words, the same annotation.
    const next = 'navigation and aviation';
    const before = await annotationCards(window).count();
    await press('Escape');
    await selectWithMouse(window, { paragraph: paragraph(window, 9), words: next });
    await press('r');
    await expect.poll(() => active.locator('q').textContent()).toBe(next);
    expect(await annotationCards(window).count()).toBe(before);
    expect(await active.getByRole('combobox', { name: 'Category' }).inputValue()).toBe('fact');
    await press('Control+z');
    await expect.poll(cardTexts).toContain(outer);
    expect(await cardTexts()).not.toContain(next);

    // From the card, with the words still selected.
    await selectWithMouse(window, { paragraph: paragraph(window, 9), words: next });
    await active.getByRole('button', { name: 'Use this selection' }).click();
    await expect.poll(() => active.locator('q').textContent()).toBe(next);
    await picture('annotation-moved');
  });
});

describe('after a restart', () => {
  it('opens the same tabs, each where it was left', async () => {
    const dataFolder = path.join(folder, 'data');
    chancery = await launchChancery({ dataFolder });
    await noteText(chancery.window).waitFor();
    await resize(1440, 700);
    await scrollTo(11);
    await chancery.window.waitForTimeout(400);
    await press('Control+Tab');
    await expect.poll(() => shownTab()).toBe('B');
    await scrollTo(7);
    await chancery.window.waitForTimeout(200);
    await press('Control+Tab');
    await expect.poll(() => topNumber()).toBe('11');
    await press('Control+Tab', 'Control+\\');
    await expect.poll(() => topNumber(1)).toBe('7');
    await chancery.close();

    chancery = await launchChancery({ dataFolder });
    await noteText(chancery.window).waitFor();
    await expect.poll(() => tabNames('Sources beside')).toBe('B');
    expect([await tabNames(), await shownTab()]).toEqual(['AB', 'B']);
    await expect.poll(() => topNumber(1)).toBe('7');
    await tabList().getByRole('tab').first().click();
    await expect.poll(() => topNumber()).toBe('11');
  });
});

describe('in a large dossier', () => {
  it('shows one of 1,000 sources, and a tab for each that was opened', async () => {
    const file = path.join(folder, 'many.dossier');
    makeDossier(file, { sources: 1_000, paragraphs: 3 });
    chancery = await launchChancery({ args: [file] });
    const { window } = chancery;
    await sourceText(window).waitFor();
    expect(await tabList().getByRole('tab').count()).toBe(1);
    for (let number = 1; number < 12; number += 1) {
      await dossier(window)
        .getByText(`Report of meeting ${String(number)}`, { exact: false })
        .first()
        .click();
      await expect.poll(() => tabList().getByRole('tab').count()).toBe(number + 1);
    }
    const shown = tabList().getByRole('tab', { selected: true });
    await expect
      .poll(async () => {
        const [tab, list] = [await shown.boundingBox(), await tabList().boundingBox()];
        return tab !== null && list !== null && tab.x + tab.width <= list.x + list.width + 1;
      })
      .toBe(true);
    await side(0).getByRole('button', { name: 'All 12 open sources' }).click();
    await menu('Open sources').getByRole('menuitem').nth(2).click();
    await expect.poll(() => shownTab()).toBe('C');
    await picture('many-tabs');
  });

  it('opens 5,000 paragraphs with 2,000 annotations, finds in them, and scrolls to where it says', async () => {
    const file = path.join(folder, 'long.dossier');
    makeDossier(file, { sources: 2, paragraphs: 5_000, annotations: 2_000 });
    chancery = await launchChancery({ args: [file] });
    const { window } = chancery;
    await sourceText(window).waitFor();
    await resize(1440, 900);
    const view = side(0).locator('.edition-scroll');
    const height = () => view.evaluate((element) => element.scrollHeight);
    // The height is guessed right before anything was drawn: the scroll bar does not jump.
    const guessed = await height();
    for (const share of [0.3, 0.6, 0.9]) {
      await view.evaluate((element, at) => {
        element.scrollTop = element.scrollHeight * at;
      }, share);
      await window.waitForTimeout(200);
    }
    expect(Math.abs((await height()) - guessed) / guessed).toBeLessThan(0.02);
    await press('Control+f');
    await findField().fill('point 4321:');
    await expect.poll(found).toBe('1 of 1 · ¶4,322'.replace(',', ''));
    const began = Date.now();
    await findField().fill('delegation');
    await expect.poll(found).toMatch(/of 10,000 · ¶/);
    expect(Date.now() - began).toBeLessThan(3_000);
    await press('Escape');
    await expect.poll(selectedText).toBe('delegation');
    await selectionToolbar(window).waitFor();
    expect(await view.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await picture('long');
  });
});
