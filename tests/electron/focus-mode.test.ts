/** Focus mode: only the note, in the real application. */
import { describe, expect, it } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { shownNote } from './begin-note.ts';
import { dossier, noteText, sourceText } from './window-parts.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('focus-mode', 'for each');
const { press, picture } = chancery;

const line = () => chancery.window.getByRole('region', { name: 'Focus mode' });
const focused = () => chancery.window.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const scrolled = () => chancery.window.evaluate(() => document.querySelector('.edition-scroll')?.scrollTop);

describe('focus mode', () => {
  it('shows only the note, in the middle, and gives everything back as it stood', async () => {
    const { window } = chancery;
    await window.evaluate(() => document.querySelector('.edition-scroll')?.scrollTo(0, 300));
    await noteText(window).focus();
    await press('F9');
    await line().waitFor();
    expect(await dossier(window).isVisible()).toBe(false);
    expect(await sourceText(window).isVisible()).toBe(false);
    expect(await window.getByRole('toolbar', { name: 'Formatting' }).isVisible()).toBe(false);
    expect(await line().innerText()).toMatch(/\d+ words/u);
    const page = await shownNote(window).boundingBox();
    const width = await window.evaluate(() => innerWidth);
    if (page === null) throw new Error('the note is not seen');
    expect(Math.abs(page.x + page.width / 2 - width / 2)).toBeLessThan(12);
    await expect.poll(focused).toBe('Text of the note');
    await picture('light');
    expect(await axeFaults(window)).toEqual([]);
    await window.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    await picture('dark');
    expect(await axeFaults(window)).toEqual([]);
    await press('F9');
    await expect.poll(() => line().count()).toBe(0);
    expect(await sourceText(window).isVisible()).toBe(true);
    expect(await dossier(window).isVisible()).toBe(true);
    expect(await scrolled()).toBe(300);
    expect(await focused()).toBe('Text of the note');
  });

  it('goes with Escape, but not while Escape closes something else, and when another pane is gone to', async () => {
    const { window } = chancery;
    await noteText(window).focus();
    await press('F9');
    await line().waitFor();
    await press('Control+f');
    await window.getByRole('textbox', { name: 'Find in the note' }).waitFor();
    await press('Escape');
    await expect.poll(() => window.getByRole('textbox', { name: 'Find in the note' }).count()).toBe(0);
    expect(await line().count()).toBe(1);
    await press('Escape');
    await expect.poll(() => line().count()).toBe(0);
    await press('F9');
    await line().waitFor();
    await press('F6');
    await expect.poll(() => line().count()).toBe(0);
  });

  it('is there when the note was put away, which it is again afterwards', async () => {
    const { window } = chancery;
    await press('Control+3');
    await expect.poll(() => noteText(window).isVisible()).toBe(false);
    await press('F9');
    await line().waitFor();
    await expect.poll(() => noteText(window).isVisible()).toBe(true);
    await press('Escape');
    await expect.poll(() => noteText(window).isVisible()).toBe(false);
  });
});
