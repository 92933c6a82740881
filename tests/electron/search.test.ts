/** Finding things by keyboard alone, in the real application. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import {
  goToEndOfText,
  annotationCards,
  chip,
  noteText,
  selectionToolbar,
  sourceText,
} from './window-parts.ts';

let chancery: RunningChancery;

beforeEach(async () => {
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterEach(() => chancery?.close());

const palette = () => chancery.window.getByRole('dialog', { name: 'Find in the dossier' });
const options = () => palette().getByRole('option');
const highlighted = () => palette().locator('[data-highlighted]').textContent();
const selectedText = () => chancery.window.evaluate(() => document.getSelection()?.toString() ?? '');
const focused = () =>
  chancery.window.evaluate(
    () =>
      document.activeElement?.getAttribute('aria-label') ??
      document.activeElement?.getAttribute('data-number') ??
      '',
  );

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await chancery.window.keyboard.press(key);
}

async function look(name: string): Promise<void> {
  const folder = process.env['CHANCERY_PICTURES'];
  if (folder !== undefined) await chancery.window.screenshot({ path: `${folder}/${name}.png` });
}

it('finds a passage, opens it selected, marks it, cites it, and typing goes on in the note', async () => {
  const { window } = chancery;
  await noteText(window).focus();
  const open = await sourceText(window).getAttribute('aria-label');
  await press('Control+End', 'Control+k');
  await palette().waitFor();
  await look('empty');
  await window.keyboard.type('yellow ca');
  await expect.poll(() => options().count()).toBeGreaterThan(0);
  await palette()
    .getByText(/^Found .*paragraphs/)
    .waitFor();
  await look('found');
  expect(await options().first().locator('mark').allTextContents()).toEqual(['yellow', 'card']);

  // Down and up again: the first is in the source that is not open yet.
  const first = (await highlighted()) ?? '';
  await press('ArrowDown');
  await expect.poll(highlighted).not.toBe(first);
  await press('ArrowUp');
  await expect.poll(highlighted).toBe(first);
  const place = /^([AB])\s*¶(\d+)/.exec(first);
  expect(open).not.toContain(`Source ${place?.[1] ?? '?'}`);
  await press('Enter');
  await expect.poll(selectedText).toBe('yellow card');
  expect(await palette().count()).toBe(0);
  expect(await sourceText(window).getAttribute('aria-label')).toContain(`Source ${place?.[1] ?? '?'}`);
  await expect.poll(focused).toBe(place?.[2]);
  await selectionToolbar(window).waitFor();
  await look('selected');

  const marked = () => annotationCards(window).locator('q').allTextContents();
  expect(await marked()).not.toContain('yellow card');
  await press('3');
  await expect.poll(marked).toContain('yellow card');
  const chips = await noteText(window).locator('.cite-chip').count();
  await press('Enter');
  await expect.poll(() => noteText(window).locator('.cite-chip').count()).toBe(chips + 1);
  await expect.poll(focused).toBe('Text of the note');
  await window.keyboard.type(' It goes on.');
  await expect
    .poll(() => noteText(window).locator(':scope > p').last().textContent())
    .toMatch(new RegExp(`${place?.[1] ?? '?'} ¶${place?.[2] ?? '?'}\\s*It goes on\\.$`));
  await chip(window, `${place?.[1] ?? '?'} ¶${place?.[2] ?? '?'}`)
    .first()
    .waitFor();
});

it('opens what Enter was pressed for before the answer was there', async () => {
  await press('Control+k');
  await palette().waitFor();
  await palette()
    .getByRole('combobox')
    .evaluate((field: HTMLInputElement) => {
      // All at once, as quick hands do: no pause in which an answer could come.
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      setValue?.call(field, 'EVIPA');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
  await expect.poll(selectedText).toBe('EVIPA');
});

it('finds what was typed in the note a moment ago, and opens the note', async () => {
  const { window } = chancery;
  await goToEndOfText(window);
  await window.keyboard.type(' Đối tác chiến lược.');
  await press('Control+k');
  await palette().waitFor();
  await window.keyboard.type('doi tac chien');
  await palette().getByRole('group', { name: 'Notes' }).waitFor();
  expect(await options().first().locator('mark').allTextContents()).toEqual(['Đối', 'tác', 'chiến']);
  await press('Enter');
  await expect.poll(() => palette().count()).toBe(0);
  await expect
    .poll(() =>
      window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')),
    )
    .toBe('note');
});

it('opens an annotation at its card, with its passage shown', async () => {
  const { window } = chancery;
  await press('Control+k');
  await window.keyboard.type('EVIPA');
  await expect.poll(() => options().count()).toBeGreaterThan(0);
  await press('Enter');
  await expect.poll(selectedText).toBe('EVIPA');
  await press('c');
  await expect.poll(focused).toBe('Comment');
  await window.keyboard.type('Zollfrage');
  await press('Enter', 'Control+k');
  await palette().waitFor();
  await window.keyboard.type('zollfr');
  await palette().getByRole('group', { name: 'Annotations' }).waitFor();
  await expect.poll(() => options().count()).toBe(1);
  await look('annotation');
  await press('Enter');
  await expect.poll(focused).toMatch(/^To check, paragraph \d+: EVIPA$/);
  expect(await annotationCards(window).locator(':scope[data-active]').count()).toBe(1);
});

it('says that nothing was found, and Escape gives the keyboard back', async () => {
  const { window } = chancery;
  await noteText(window).focus();
  await press('Control+k');
  await window.keyboard.type('AND OR NEAR ( ) * ^ : " \\ -- \' ; 🇻🇳 zzzz');
  await palette().getByText('Nothing in this dossier has all of these words.').waitFor();
  expect(await options().count()).toBe(0);
  await look('nothing');
  await press('Enter');
  expect(await palette().count()).toBe(1);
  await press('Escape');
  await expect.poll(() => palette().count()).toBe(0);
  await expect.poll(focused).toBe('Text of the note');
});

it('runs an action of the window behind a >', async () => {
  const { window } = chancery;
  await press('Control+k');
  await window.keyboard.type('>dark');
  await expect.poll(() => options().allTextContents()).toEqual(['Dark']);
  await press('Enter');
  await expect.poll(() => window.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await press('Control+k');
  await window.keyboard.type('yellow');
  await expect.poll(() => options().count()).toBeGreaterThan(0);
  await look('dark');
  await press('Control+a');
  await window.keyboard.type('> about');
  await expect.poll(() => options().count()).toBe(1);
  await look('actions');
  await press('Enter');
  await window.getByRole('dialog', { name: 'Chancery' }).waitFor();
});
