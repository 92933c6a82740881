/** The comforts of writing: what a slash offers, pasting, finding, moving blocks and sections, in the real application. */
import { describe, expect, it } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { noteText } from './window-parts.ts';
import { beginEmptyNote, blocksOfNote } from './begin-note.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('editing', 'for each');
const { press, type, picture } = chancery;

/** A note of its own, with the caret in its first line. */
const blocks = () => blocksOfNote(chancery.window);

describe('a slash', () => {
  const choices = () => chancery.window.getByRole('listbox', { name: 'Insert' });

  it('offers what can be inserted, filters it, and leaves nothing of itself', async () => {
    const { window } = chancery;
    await beginEmptyNote(chancery.window);
    await type('Opening words');
    await press('Enter');
    await type('/');
    await choices().waitFor();
    await picture('slash');
    expect(await axeFaults(window)).toEqual([]);
    await type('hea');
    await expect.poll(() => choices().getByRole('option').count()).toBe(3);
    await press('ArrowDown');
    const active = await noteText(window).filter({ visible: true }).getAttribute('aria-activedescendant');
    expect(await window.locator(`[id="${active ?? ''}"]`).textContent()).toContain('Heading 2');
    await press('Enter');
    await expect.poll(() => choices().count()).toBe(0);
    await type('Next steps');
    expect(await blocks()).toEqual(['p Opening words', 'h2 Next steps']);
    await press('Enter');
    await type('Some words /quote');
    await press('Tab');
    await expect
      .poll(() => noteText(window).locator('blockquote').filter({ visible: true }).innerText())
      .toBe('Some words ');
    await press('Control+z');
    await expect.poll(() => noteText(window).locator('blockquote').filter({ visible: true }).count()).toBe(0);
    expect(await blocks()).toEqual(['p Opening words', 'h2 Next steps', 'p Some words']);
  });

  it('is out of the way of words, dates and addresses, and goes with Escape', async () => {
    await beginEmptyNote(chancery.window);
    for (const text of ['and/or ', '12/7/2025 ', 'https://x.test/a ', 'his / her ']) {
      await type(text);
      expect(await choices().count()).toBe(0);
    }
    await type('/');
    await choices().waitFor();
    await press('Escape');
    await expect.poll(() => choices().count()).toBe(0);
    await type('h');
    await press('Enter');
    await type('next');
    expect(await blocks()).toEqual(['p and/or 12/7/2025 https://x.test/a his / her /h', 'p next']);
  });
});
