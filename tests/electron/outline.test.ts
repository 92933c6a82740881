/** The outline of the note: its headings beside it, the way to each, and sections moved by key and by mouse. */
import { describe, expect, it } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { beginEmptyNote, shownNote } from './begin-note.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('outline', 'for each');
const { press, type, picture } = chancery;

const shown = () => shownNote(chancery.window);
const tree = () => chancery.window.getByRole('tree', { name: 'Outline of the note' });
const items = () => tree().getByRole('treeitem');
const outline = () =>
  items().evaluateAll((all) =>
    all.map((each) => `${each.getAttribute('aria-level') ?? ''} ${each.textContent ?? ''}`),
  );
const focused = () => chancery.window.evaluate(() => document.activeElement?.textContent ?? '');
const lines = () =>
  shown().evaluate((root) =>
    [...root.querySelectorAll(':scope > h1, :scope > h2, :scope > h3, :scope > p')]
      .map((block) => `${block.localName} ${block.textContent}`.trim())
      .filter((line) => line !== 'p'),
  );

async function writeSections(): Promise<void> {
  await type('# Issue');
  await press('Enter');
  await type('about the issue');
  await press('Enter');
  await type('## Detail');
  await press('Enter');
  await type('about the detail');
  await press('Enter');
  await type('# Timing');
  await press('Enter');
  await type('about the timing');
}

describe('the outline of the note', () => {
  it('says how to make a heading, follows the typing, and shows where the caret is', async () => {
    const { window } = chancery;
    await beginEmptyNote(chancery.window);
    await press('Control+Alt+o');
    await window.getByText('This note has no headings yet.').waitFor();
    await press('F6', 'F6', 'F6');
    await shown().click();
    await writeSections();
    await expect.poll(outline).toEqual(['1 Issue', '2 Detail', '1 Timing']);
    await expect.poll(() => tree().locator('[aria-current]').allTextContents()).toEqual(['Timing']);
    await shown().getByText('about the detail').click();
    await expect.poll(() => tree().locator('[aria-current]').allTextContents()).toEqual(['Detail']);
    await press('Control+Alt+o');
    await expect.poll(focused).toBe('Detail');
    expect(await axeFaults(window)).toEqual([]);
    await picture('light');
    await window.emulateMedia({ colorScheme: 'dark' });
    await picture('dark');
  });

  it('goes to a heading, and moves sections and their levels by key, a step of undo each', async () => {
    await beginEmptyNote(chancery.window);
    await writeSections();
    await press('Control+Alt+o');
    await expect.poll(focused).toBe('Timing');
    await press('Home');
    expect(await focused()).toBe('Issue');
    await press('Alt+Shift+ArrowDown');
    const moved = [
      'h1 Timing',
      'p about the timing',
      'h1 Issue',
      'p about the issue',
      'h2 Detail',
      'p about the detail',
    ];
    await expect.poll(lines).toEqual(moved);
    await expect.poll(outline).toEqual(['1 Timing', '1 Issue', '2 Detail']);
    expect(await focused()).toBe('Issue');
    await press('Tab');
    await expect.poll(outline).toEqual(['1 Timing', '2 Issue', '3 Detail']);
    expect(await focused()).toBe('Issue');
    await press('Control+z');
    await expect.poll(outline).toEqual(['1 Timing', '1 Issue', '2 Detail']);
    await press('Control+z');
    await expect.poll(outline).toEqual(['1 Issue', '2 Detail', '1 Timing']);
    await press('Control+Shift+z');
    await expect.poll(lines).toEqual(moved);
    await items().filter({ hasText: 'Detail' }).focus();
    await press('Enter');
    await type('s');
    await expect.poll(lines).toContain('h2 Details');
    await press('Control+Alt+o');
    await expect.poll(focused).toMatch(/^Detail/);
    await press('Escape');
    await expect
      .poll(() => chancery.window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Text of the note');
  });

  it('moves a section where it is dragged, with everything under it', async () => {
    await beginEmptyNote(chancery.window);
    await writeSections();
    await press('Control+Alt+o');
    await expect.poll(() => items().count()).toBe(3);
    await items()
      .last()
      .dragTo(items().first(), { targetPosition: { x: 40, y: 4 } });
    const moved = [
      'h1 Timing',
      'p about the timing',
      'h1 Issue',
      'p about the issue',
      'h2 Detail',
      'p about the detail',
    ];
    await expect.poll(lines).toEqual(moved);
    await press('Control+z');
    await expect.poll(outline).toEqual(['1 Issue', '2 Detail', '1 Timing']);
  });

  it('moves by its buttons, too', async () => {
    const { window } = chancery;
    await beginEmptyNote(chancery.window);
    await writeSections();
    await press('Control+Alt+o');
    await expect.poll(focused).toBe('Timing');
    await window.getByRole('button', { name: 'Move the section up' }).click();
    await expect.poll(outline).toEqual(['1 Timing', '1 Issue', '2 Detail']);
    await window.getByText('Timing: moved up.').waitFor({ state: 'attached' });
  });
});
