/** The evidence board, with the keyboard alone and with the mouse, in the real application. */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import {
  goToEndOfText,
  annotationCards,
  chip,
  dossier,
  noteText,
  paragraph,
  selectWithMouse,
  sourceText,
} from './window-parts.ts';

const pictures = fileURLToPath(new URL('../../dist/pictures/', import.meta.url));

let chancery: RunningChancery;

const board = () => chancery.window.locator('[data-pane="board"]');
const cards = () => board().locator('.evidence-card');
const card = (words: string | RegExp): Locator => cards().filter({ hasText: words });
const column = (name: RegExp): Locator => board().getByRole('region', { name });
const shownCount = () => board().getByRole('status').textContent();
const columnNames = () =>
  board()
    .locator('.board-column')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
const choice = (name: string): Locator => board().getByRole('combobox', { name, exact: true });
const useOf = (words: string) => card(words).locator('.evidence-use').textContent();
/** What the keyboard is at, as it is heard. */
const focusedName = () =>
  chancery.window.evaluate(() => {
    const { activeElement: focused } = document;
    const name = focused?.getAttribute('aria-label');
    if (focused === null || typeof name === 'string') return name ?? '';
    const heard = focused.cloneNode(true) as Element;
    for (const hidden of heard.querySelectorAll('[aria-hidden]')) hidden.remove();
    return heard.textContent ?? '';
  });
const focusedPane = () =>
  chancery.window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await chancery.window.keyboard.press(key);
}

/** Until it says so: a change is on its way to the board. */
const becomes = (read: () => Promise<string | null>, expected: string | RegExp) =>
  expect.poll(read).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));

async function setSize(width: number, height: number): Promise<void> {
  const { application, window } = chancery;
  await application.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(width);
}

async function look(name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await chancery.window.screenshot({ path: path.join(pictures, `evidence-${name}.png`) });
}

async function openBoard(): Promise<void> {
  await press('Control+Shift+e');
  await cards().first().waitFor();
  await expect.poll(focusedPane).toBe('board');
}

async function faults(): Promise<readonly string[]> {
  const { window } = chancery;
  await window.evaluate(
    await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  );
  return window.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: unknown,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 300)}`),
    );
  });
}

describe('with the sample dossier', () => {
  beforeEach(async () => {
    chancery = await launchChancery();
    await noteText(chancery.window).waitFor();
  });
  afterEach(() => chancery?.close());

  it('stands beside the note in the place of the other panes, and goes again', async () => {
    const { window } = chancery;
    await setSize(1440, 900);
    await openBoard();
    expect(await cards().count()).toBe(11);
    await becomes(shownCount, '11 cards');
    expect(await noteText(window).isVisible()).toBe(true);
    expect(await sourceText(window).isVisible()).toBe(false);
    expect(await dossier(window).isVisible()).toBe(false);
    await look('light');
    await press('Control+Shift+e');
    await sourceText(window).waitFor();
    expect(await dossier(window).getByRole('button', { name: 'Evidence board' }).textContent()).toContain(
      '11',
    );
    await dossier(window).getByRole('button', { name: 'Evidence board' }).click();
    await cards().first().waitFor();
    // What it covers puts it away.
    await press('Control+1');
    await dossier(window).waitFor();
    expect(await board().isVisible()).toBe(false);
  });

  it('goes over the cards, marks, comments, tags, deletes and cites by keyboard alone, and undoes it', async () => {
    const { window } = chancery;
    await setSize(1440, 900);
    await goToEndOfText(window);
    await window.keyboard.type(' Hanoi put it twice.');
    await openBoard();
    await becomes(focusedName, /^Key fact, A ¶1VietNamNet30 years of diplomatic relations/);
    await press('ArrowRight', 'ArrowRight');
    await becomes(focusedName, /^Ask or commitment, A ¶5/);
    await press('End', 'Home', 'ArrowDown');
    await becomes(focusedName, /^Ask or commitment, A ¶12.*EFTA/);
    const efta = 'speed up negotiations on the Vietnam-EFTA';

    await press('5');
    await becomes(focusedName, /^To check, A ¶12/);
    expect(
      await column(/^To check: /)
        .locator('.evidence-card')
        .count(),
    ).toBeGreaterThan(1);
    await press('c');
    await becomes(focusedName, 'Comment');
    await press('Control+a');
    await window.keyboard.type('Ask Geneva');
    await press('Enter');
    await becomes(focusedName, /^To check, A ¶12.*Comment: Ask Geneva/);
    await press('t');
    await becomes(focusedName, 'Tags of A ¶12');
    await window.keyboard.type('EFTA');
    await press('Enter');
    await window.keyboard.type('trade,');
    await press('Escape');
    await becomes(focusedName, /^To check, A ¶12.*Tags: EFTAtrade/);
    expect(await card(efta).locator('.tag').allTextContents()).toEqual(['EFTA', 'trade']);

    await press('Delete');
    await becomes(shownCount, '10 cards');
    await expect.poll(focusedPane).toBe('board');
    await press('Control+z');
    await becomes(shownCount, '11 cards');
    await press('Control+z', 'Control+z');
    await expect.poll(() => card(efta).locator('.tag').count()).toBe(0);
    await press('Control+z', 'Control+z');
    await card(efta)
      .and(column(/^Ask or/).locator('.evidence-card'))
      .waitFor();
    for (let step = 0; step < 5; step += 1) await press('Control+Shift+z');
    await becomes(shownCount, '10 cards');
    await press('Control+z');
    await becomes(shownCount, '11 cards');

    await card(efta).focus();
    await becomes(() => useOf(efta), 'In this note');
    const before = await chip(window, 'A ¶12').count();
    await press('Enter');
    await expect.poll(() => chip(window, 'A ¶12').count()).toBe(before + 1);
    await expect.poll(focusedPane).toBe('note');
    await window.keyboard.type(' So it stands.');
    await expect
      .poll(() => noteText(window).locator(':scope > p').last().textContent())
      .toMatch(/twice\.\s*A ¶12\s*So it stands\.$/);
    await becomes(() => useOf(efta), 'In this note');
  });

  it('says truly what is used, after each change, undo and redo, and in other notes', async () => {
    const { window } = chancery;
    await setSize(1440, 900);
    const words = 'implementing high-level agreements';
    await openBoard();
    const used = async () => (await choice('Use').locator('option').allTextContents()).join(', ');
    await becomes(used, 'All (11), In this note (10), Not used yet (1)');
    await becomes(() => useOf(words), 'Not used yet');
    await card(words).focus();
    await press('Enter');
    await becomes(() => useOf(words), 'In this note');
    await becomes(used, 'All (11), In this note (11)');
    await press('Control+z');
    await becomes(used, 'All (11), In this note (10), Not used yet (1)');
    await press('Control+Shift+z');
    await becomes(used, 'All (11), In this note (11)');
    await press('Control+z');
    await becomes(used, 'All (11), In this note (10), Not used yet (1)');

    // In a new note, what the first one uses is used in another one.
    await press('Control+n');
    await window.getByRole('dialog', { name: 'New note' }).waitFor();
    await window.keyboard.type('Second');
    await press('Enter');
    await expect.poll(() => window.getByRole('dialog').count()).toBe(0);
    await becomes(used, 'All (11), In another note only (10), Not used yet (1)');
    const shared = 'share knowledge and experience';
    await card(shared).focus();
    await press('Enter');
    await becomes(() => useOf(shared), 'In this note and another note');
    await becomes(used, 'All (11), In this note (1), In another note only (9), Not used yet (1)');
    await look('two-notes');
    // The citation, then the note: all is as it was before.
    await press('Control+z');
    await becomes(used, 'All (11), In another note only (10), Not used yet (1)');
    await press('Control+z');
    await becomes(used, 'All (11), In this note (10), Not used yet (1)');
  });

  it('counts annotations alike on the board, in the dossier and in the review', async () => {
    const { window } = chancery;
    await setSize(1440, 900);
    const counts = async () => {
      const sources = await dossier(window)
        .getByRole('region', { name: 'Sources' })
        .locator('[aria-label$="annotations"]')
        .allTextContents();
      const item = dossier(window).getByRole('button', { name: 'Evidence board' });
      const onItem = await item.locator('small[aria-label]').textContent();
      const tab = await window.getByRole('tab', { name: /^Annotations/ }).textContent();
      return [...sources, onItem, tab].join(' ');
    };
    await becomes(counts, '7 4 11 Annotations 11');
    await openBoard();
    await card('in Kuala Lumpur').focus();
    await press('Delete');
    await becomes(shownCount, '10 cards');
    expect(await columnNames()).toContain('Key fact: 2 cards');
    await press('Control+Shift+e');
    await becomes(counts, '7 3 10 Annotations 10');
    await press('Control+z');
    await becomes(counts, '7 4 11 Annotations 11');
    await press('Control+Shift+z');
    await becomes(counts, '7 3 10 Annotations 10');
    await openBoard();
    await becomes(shownCount, '10 cards');
    await press('Control+z');
    await becomes(shownCount, '11 cards');
    expect(await columnNames()).toContain('Key fact: 3 cards');
  });

  it('filters by text without accents, by category, source, tag and use, with true numbers', async () => {
    const { window } = chancery;
    await setSize(1440, 900);
    await openBoard();
    await press('/');
    await becomes(focusedName, 'Find among the cards');
    await window.keyboard.type('efta');
    await becomes(shownCount, '1 of 11 cards');
    expect(await choice('Category').locator('option').allTextContents()).toEqual([
      'All (1)',
      'Ask or commitment (1)',
    ]);
    await press('Escape');
    await becomes(shownCount, '11 cards');
    await choice('Category').selectOption({ label: 'Ask or commitment (3)' });
    await becomes(shownCount, '3 of 11 cards');
    await choice('Use').selectOption({ label: 'In this note (3)' });
    await choice('Source').selectOption({ label: 'A Bui Thanh Son meets Rubio, Kallas, Lamy (3)' });
    await expect.poll(columnNames).toEqual(['Ask or commitment: 3 cards']);
    await board().getByRole('button', { name: 'Show all' }).click();
    await becomes(shownCount, '11 cards');
    for (const [grouping, names] of [
      ['Source', [/^VietNamNet: 7 cards/, /^VNA: 4 cards/]],
      ['Whose account', [/^VietNamNet: 7 cards/, /^VNA: 4 cards/]],
      ['Tag', [/^No tag: 11 cards/]],
    ] as const) {
      await choice('Columns').selectOption({ label: grouping });
      await expect.poll(columnNames).toEqual(names.map((name) => expect.stringMatching(name)));
    }
    await board().getByRole('searchbox').fill('zzz');
    await board().getByText('No card has all of this.').waitFor();
    await look('nothing-found');
    await board().getByRole('button', { name: 'Show all 11 cards' }).click();
    await becomes(shownCount, '11 cards');
  });

  it('chooses several, and tags, marks, cites and deletes them together, each in one step', async () => {
    const { window } = chancery;
    await setSize(1440, 900);
    await noteText(window).locator(':scope > p').last().click();
    await press('End');
    await openBoard();
    await card('30 years of diplomatic').click();
    await card('share knowledge').click({ modifiers: ['ControlOrMeta'] });
    const bar = board().getByRole('group', { name: 'Chosen cards' });
    await bar.getByText('2 cards').waitFor();
    await press('t');
    await becomes(focusedName, 'Tags of these 2 cards');
    await window.keyboard.type('clear first');
    await press('Enter', 'Escape');
    await expect
      .poll(() => cards().locator('.tag').allTextContents())
      .toEqual(['clear first', 'clear first']);
    await look('chosen');
    await bar.getByRole('button', { name: 'Mark as to check' }).click();
    await expect
      .poll(() =>
        column(/^To check: /)
          .locator('.tag')
          .count(),
      )
      .toBe(2);
    await bar.getByRole('button', { name: 'Cite all' }).click();
    await chip(window, 'A ¶¶1, 17').waitFor();
    await becomes(() => useOf('30 years of diplomatic'), 'In this note');
    await bar.getByRole('button', { name: 'Delete' }).click();
    await becomes(shownCount, '9 cards');
    await card('speed up negotiations').focus();
    await press('Control+z');
    await becomes(shownCount, '11 cards');
    await press('Control+z');
    await expect.poll(() => chip(window, 'A ¶¶1, 17').count()).toBe(0);
    await card('speed up negotiations').focus();
    await press('Control+z');
    await expect
      .poll(() =>
        column(/^To check: /)
          .locator('.tag')
          .count(),
      )
      .toBe(0);
    await press('Control+z');
    await expect.poll(() => cards().locator('.tag').count()).toBe(0);
    // The tag stands in the review as well, where it can be changed.
    await press('Control+Shift+z', 'Control+4');
    const review = annotationCards(window).filter({ hasText: '30 years of diplomatic' });
    await review.locator('.tag').waitFor();
    await review.getByRole('button', { name: 'Tags' }).click();
    await becomes(focusedName, 'Tags');
    await press('Backspace', 'Escape');
    await expect.poll(() => review.locator('.tag').count()).toBe(0);
    await becomes(focusedName, /30 years of diplomatic/);
  });

  it('tags a passage in its source, which marks it, and the tag stands in the review', async () => {
    const { window } = chancery;
    const words = 'settlement of disputes through peaceful measures';
    await selectWithMouse(window, { paragraph: paragraph(window, 9), words });
    await press('t');
    await becomes(focusedName, 'Tags');
    await window.keyboard.type('East Sea');
    await press('Enter', 'Escape');
    const marked = annotationCards(window).filter({ hasText: words });
    await expect.poll(() => marked.locator('.tag').allTextContents()).toEqual(['East Sea']);
    await becomes(focusedName, new RegExp(words));
    await press('t', 'Backspace', 'Escape');
    await expect.poll(() => marked.locator('.tag').count()).toBe(0);
    await look('tagged-in-review');
  });

  it('suggests the tags in use, and a search finds them', async () => {
    const { window } = chancery;
    await openBoard();
    await press('t');
    await window.keyboard.type('Thuỷ sản');
    await press('Enter', 'Escape', 'ArrowDown', 't');
    await window.keyboard.type('thuy');
    await window.getByRole('option', { name: 'Thuỷ sản' }).waitFor();
    await press('ArrowDown', 'Enter', 'Escape');
    await expect.poll(() => cards().locator('.tag').allTextContents()).toEqual(['Thuỷ sản', 'Thuỷ sản']);
    await press('Control+k');
    await window.keyboard.type('thuy san');
    const found = window.getByRole('dialog').getByRole('option');
    await expect.poll(() => found.count()).toBe(2);
    expect(await found.first().textContent()).toContain('#Thuỷ sản');
  });

  it('drags a card into the note with the mouse, and opens a passage with two clicks', async () => {
    const { window } = chancery;
    await setSize(1440, 900);
    await openBoard();
    const target = noteText(window).locator(':scope > p').last();
    await target.scrollIntoViewIfNeeded();
    const words = 'implementing high-level agreements';
    const before = await chip(window, 'A ¶3').count();
    await card(words).scrollIntoViewIfNeeded();
    const from = await card(words).boundingBox();
    const to = await target.boundingBox();
    if (from === null || to === null) throw new Error('It is not on the screen.');
    await window.mouse.move(from.x + 40, from.y + 20);
    await window.mouse.down();
    await window.mouse.move(from.x + 60, from.y + 30, { steps: 3 });
    await window.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 12 });
    await window.mouse.up();
    await expect.poll(() => chip(window, 'A ¶3').count()).toBe(before + 1);
    await becomes(() => useOf(words), 'In this note');

    await card(words).dblclick();
    await expect.poll(() => paragraph(window, 3).getAttribute('data-shown')).toBe('');
    await expect.poll(focusedPane).toBe('source');
    expect(await board().isVisible()).toBe(false);
    await press('Control+Shift+e');
    await becomes(focusedName, new RegExp(words));
    await press('Control+Enter');
    await expect.poll(focusedPane).toBe('source');
  });

  it('obeys the menu as well, and its actions are in the palette', async () => {
    const { window, application } = chancery;
    await openBoard();
    await application.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()
        ?.items.flatMap((menu) => menu.submenu?.items ?? [])
        .find((item) => item.label === 'Mark as to be checked')
        ?.click();
    });
    await becomes(focusedName, /^To check, A ¶1V/);
    await press('Control+k');
    await window.keyboard.type('>delete chosen');
    await press('Enter');
    await becomes(shownCount, '10 cards');
    expect(await cards().count()).toBe(10);
  });

  it('is without fault for axe in all colours, fits a narrow window and a zoom of 200 %', async () => {
    const { window, application } = chancery;
    await setSize(1440, 900);
    await openBoard();
    await press('t');
    await window.keyboard.type('EU');
    await press('Enter', 'Escape');
    for (const theme of ['light', 'dark']) {
      await window.evaluate((name) => {
        document.documentElement.dataset['theme'] = name;
      }, theme);
      expect(await faults(), theme).toEqual([]);
      if (theme === 'dark') await look('dark');
    }
    await window.evaluate(() => {
      delete document.documentElement.dataset['theme'];
    });
    await window.emulateMedia({ forcedColors: 'active' });
    await look('high-contrast');
    await window.emulateMedia({ forcedColors: null });
    await setSize(560, 800);
    await look('narrow');
    expect(await noteText(window).isVisible()).toBe(false);
    await press('Enter');
    await expect.poll(focusedPane).toBe('note');
    await press('Control+Shift+e');
    await expect.poll(focusedPane).toBe('board');
    await setSize(1440, 900);
    await application.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
    });
    await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(720);
    await look('zoom-200');
    expect(await cards().first().isVisible()).toBe(true);
    const overflow = await window.evaluate(
      () => document.documentElement.scrollWidth - globalThis.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await application.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1);
    });
  });
});

it('says what to do while there is nothing', async () => {
  chancery = await launchChancery();
  try {
    const { window } = chancery;
    await noteText(window).waitFor();
    await openBoard();
    await press('Control+a', 'Delete');
    await board().getByText('Nothing is marked yet.').waitFor();
    await look('empty');
    await board().getByRole('button', { name: 'Go to the source' }).click();
    await expect.poll(focusedPane).toBe('source');
    await press('Control+z', 'Control+Shift+e');
    await becomes(shownCount, '11 cards');
  } finally {
    await chancery.close();
  }
});
