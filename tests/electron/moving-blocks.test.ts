/** Moving blocks of a note with the keyboard, in the real application. */
import { describe, expect, it } from 'vitest';
import { beginEmptyNote, blocksOfNote, shownNote } from './begin-note.ts';
import { noteText } from './window-parts.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('moving-blocks', 'for each');
const { press, type } = chancery;

const blocks = () => blocksOfNote(chancery.window);

describe('Alt+Shift and an arrow', () => {
  it('moves the block, keeps the caret in it, and is one step each', async () => {
    await beginEmptyNote(chancery.window);
    await type('one');
    await press('Enter');
    await type('two');
    await press('Enter');
    await type('three');
    await press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp');
    await expect.poll(blocks).toEqual(['p three', 'p one', 'p two']);
    // At the end nothing happens, and there is nothing to take back.
    await press('Alt+Shift+ArrowUp');
    await type('!');
    await expect.poll(blocks).toEqual(['p three!', 'p one', 'p two']);
    await press('Control+z', 'Control+z');
    await expect.poll(blocks).toEqual(['p one', 'p three', 'p two']);
    await press('Control+z');
    await expect.poll(blocks).toEqual(['p one', 'p two', 'p three']);
    await press('Control+Shift+z');
    await expect.poll(blocks).toEqual(['p one', 'p three', 'p two']);
  });

  it('loses no citation of the sample', async () => {
    const { window } = chancery;
    const chips = await shownNote(window).locator('.cite-chip').count();
    const before = await shownNote(window).textContent();
    await noteText(window).focus();
    await press('Control+Home', 'ArrowDown');
    for (let step = 0; step < 4; step += 1) await press('Alt+Shift+ArrowDown');
    await expect.poll(() => shownNote(window).textContent()).not.toBe(before);
    expect(await shownNote(window).locator('.cite-chip').count()).toBe(chips);
    for (let step = 0; step < 4; step += 1) await press('Control+z');
    await expect.poll(() => shownNote(window).textContent()).toBe(before);
  });
});
