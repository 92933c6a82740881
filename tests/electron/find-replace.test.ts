/** Finding and replacing in the text of a note, in the real application. */
import { describe, expect, it } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { beginEmptyNote, blocksOfNote, shownNote } from './begin-note.ts';
import { noteText } from './window-parts.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('find-replace', 'for each');
const { press, type, picture } = chancery;

/** As it is, seen or not. */
const textNow = async () => (await shownNote(chancery.window).textContent()) ?? '';

const bar = () =>
  chancery.window.getByRole('search', { name: 'Note', exact: true }).filter({ visible: true });
const field = () => bar().getByRole('textbox', { name: 'Find in the note' });
const replaceField = () => bar().getByRole('textbox', { name: 'Replace by' });
const option = (name: string) => bar().getByRole('button', { name });
const count = () => bar().getByRole('status').innerText();
const selected = () => chancery.window.evaluate(() => document.getSelection()?.toString() ?? '');
const painted = () =>
  chancery.window.evaluate(() => [
    CSS.highlights.get('note-found')?.size ?? 0,
    CSS.highlights.get('note-found-current')?.size ?? 0,
  ]);

describe('finding in a note', () => {
  it('counts, steps, paints, and leaves the caret at the place', async () => {
    const { window } = chancery;
    await beginEmptyNote(window);
    await type('The port of Hue. A report on ports.');
    await press('Enter');
    await type('Port of call.');
    await press('Control+Home', 'Control+f');
    await field().waitFor();
    await type('port');
    await expect.poll(count).toBe('1 of 4');
    expect(await painted()).toEqual([4, 1]);
    expect(await axeFaults(window)).toEqual([]);
    await picture('found');
    await press('Enter', 'F3', 'Shift+Enter');
    await expect.poll(count).toBe('2 of 4');
    await option('Whole words').click();
    await expect.poll(count).toBe('1 of 2');
    await option('Match case').click();
    await expect.poll(count).toBe('1 of 1');
    await option('Whole words').click();
    await expect.poll(count).toBe('1 of 3');
    await field().focus();
    await press('Enter', 'Escape');
    await expect.poll(() => bar().count()).toBe(0);
    expect(await painted()).toEqual([0, 0]);
    await expect.poll(selected).toBe('port');
    await type('X');
    expect(await blocksOfNote(window)).toEqual(['p The port of Hue. A reX on ports.', 'p Port of call.']);
  });

  it('says why an expression is none, and stops one that takes too long', async () => {
    const { window } = chancery;
    await beginEmptyNote(window);
    await type(`${'a'.repeat(40)}! 11 July`);
    await press('Control+f');
    await option('Regular expression').click();
    await field().fill('(');
    await expect.poll(count).toBe('This is not a regular expression: unterminated group.');
    await picture('fault');
    expect(await axeFaults(window)).toEqual([]);
    await field().fill('(a+)+$');
    await expect.poll(count, { timeout: 20_000 }).toContain('takes longer than a second');
    await field().fill(String.raw`\d+ (?=July)`);
    await expect.poll(count).toBe('1 of 1');
  });
});

describe('replacing in a note', () => {
  it('replaces one and all, each in one step, and keeps formats and citations', async () => {
    const { window } = chancery;
    const chips = await shownNote(window).locator('.cite-chip').count();
    expect(chips).toBeGreaterThan(2);
    const words = await textNow();
    const whole = words.split('the').length - 1;
    expect(whole).toBeGreaterThan(3);
    await noteText(window).focus();
    await press('Control+Home', 'Control+h');
    await field().fill('the');
    await option('Match case').click();
    await expect.poll(count).toBe(`1 of ${String(whole)}`);
    await replaceField().fill('THE');
    await picture('replace');
    expect(await axeFaults(window)).toEqual([]);
    await replaceField().focus();
    await press('Enter');
    await expect.poll(count).toBe(`1 replaced · 1 of ${String(whole - 1)}`);
    await option('Replace all').click();
    await expect.poll(count).toBe(`${String(whole - 1)} replaced`);
    expect(await textNow()).toBe(words.replaceAll('the', 'THE'));
    expect(await shownNote(window).locator('.cite-chip').count()).toBe(chips);
    // What was replaced last is taken back, though the keyboard is still in the bar.
    await field().focus();
    await press('Control+z');
    await expect.poll(count).toContain(`of ${String(whole - 1)}`);
    await press('Escape', 'Control+z');
    await expect.poll(textNow).toBe(words);
  });

  it('knows groups, and keeps the format of what it replaces', async () => {
    const { window } = chancery;
    await beginEmptyNote(window);
    await press('Control+b');
    await type('11 Ju');
    await press('Control+b');
    await type('ly and 12 July');
    await press('Control+h');
    await option('Regular expression').click();
    await field().fill(String.raw`(?<day>\d+) (\w+)`);
    await expect.poll(count).toBe('1 of 2');
    await replaceField().fill('$2 $<day>');
    await option('Replace all').click();
    await expect.poll(() => blocksOfNote(window)).toEqual(['p July 11 and July 12']);
    expect(await shownNote(window).locator('strong').allInnerTexts()).toEqual(['July 11']);
  });

  it('stays quick with 5,000 places', async () => {
    const { window } = chancery;
    await beginEmptyNote(window);
    const line = 'port '.repeat(50).trim();
    await window.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      Array.from({ length: 100 }, () => line).join('\n\n'),
    );
    await expect.poll(() => shownNote(window).locator('p').count()).toBeGreaterThan(99);
    await press('Control+h');
    const began = performance.now();
    await field().fill('port');
    await expect.poll(count, { interval: 20 }).toMatch(/ of 5,000$/);
    const found = performance.now();
    await replaceField().fill('harbour');
    const replacing = performance.now();
    await option('Replace all').click();
    await expect.poll(count, { interval: 20 }).toBe('5,000 replaced');
    const replaced = performance.now();
    expect(found - began).toBeLessThan(2_000);
    expect(replaced - replacing).toBeLessThan(4_000);
    expect((await textNow()).match(/harbour/gu)).toHaveLength(5_000);
  });
});
