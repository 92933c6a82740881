/** Taking back what was done to a note, one thing at a time, in the real application. */
import { expect, it } from 'vitest';
import { paragraph, selectWithMouse } from './window-parts.ts';
import { beginEmptyNote, shownNote } from './begin-note.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('undo-steps', 'for each');
const { press, type, picture } = chancery;

const note = () => shownNote(chancery.window);

/** The blocks of the note as they stand on the page, and how often each thing is there that is no block. */
const shape = () =>
  note().evaluate((root) => {
    const blocks = [...root.children].map((block) => {
      const text = block.matches('table') ? '' : ` ${block.textContent}`;
      return `${block.tagName.toLowerCase()}${text}`.replaceAll(/\s+/g, ' ').trim();
    });
    return blocks.filter((block) => block !== 'p');
  });

it('takes back typing, a table, a heading, a deletion and a citation one at a time, and does them again', async () => {
  const { window } = chancery;
  await beginEmptyNote(chancery.window);
  const seen: string[][] = [];
  const remember = async () => {
    const now = await shape();
    expect(now).not.toEqual(seen.at(-1));
    seen.push(now);
  };
  await remember();
  await type('Kuala Lumpur, 11 July');
  await remember();
  await press('Control+Alt+Shift+t');
  await expect.poll(() => note().locator('table').count()).toBe(1);
  await remember();
  await type('Rate');
  await press('Control+End');
  await type('Next steps');
  const beforeHeading = await shape();
  await press('Control+Alt+2');
  await expect.poll(() => note().locator('h2').count()).toBe(1);
  await remember();
  await press('Control+Shift+ArrowLeft', 'Delete');
  await expect.poll(() => note().locator('h2').innerText()).toBe('Next ');
  await remember();
  await type('week');
  const words = { paragraph: paragraph(window, 2), words: 'Deputy' };
  await selectWithMouse(window, words);
  await press('Enter');
  await expect.poll(() => note().locator('.cite-chip').count()).toBe(1);
  await picture('all');
  const withCitation = await shape();

  await press('Control+z');
  await expect.poll(() => note().locator('.cite-chip').count()).toBe(0);
  await press('Control+z');
  await expect.poll(() => shape()).toEqual(seen[4]);
  await press('Control+z');
  await expect.poll(() => shape()).toEqual(seen[3]);
  await press('Control+z');
  await expect.poll(() => shape()).toEqual(beforeHeading);
  for (let back = 0; back < 10 && (await shape()).length !== seen[2]?.length; back += 1)
    await press('Control+z');
  await expect.poll(() => shape()).toEqual(seen[2]);
  for (let on = 0; on < 10 && (await note().locator('.cite-chip').count()) === 0; on += 1)
    await press('Control+y');
  await expect.poll(() => shape()).toEqual(withCitation);
});

it('takes a table back without the words that were typed just before it', async () => {
  await beginEmptyNote(chancery.window);
  await type('Before the table');
  await press('Control+Alt+Shift+t');
  await expect.poll(() => note().locator('table').count()).toBe(1);
  await press('Control+z');
  await expect.poll(() => shape()).toEqual(['p Before the table']);
  await press('Control+z');
  await expect.poll(() => shape()).toEqual([]);
});

it('writes at the caret from the first key on, whether it came by mouse or by keyboard', async () => {
  const { window } = chancery;
  await note().focus();
  await press('Control+End');
  await type('first');
  await expect.poll(() => note().innerText()).toContain('first');
  const text = await note().evaluate((root) => {
    const blocks = [...root.children].filter((block) => !block.matches('.own-footnote'));
    return blocks.at(-1)?.textContent ?? '';
  });
  expect(text.endsWith('first')).toBe(true);
  const first = note().locator(':scope > p').first();
  await first.scrollIntoViewIfNeeded();
  const box = await first.boundingBox();
  if (box === null) throw new Error('the first paragraph is not shown');
  const before = await first.innerText();
  await window.mouse.click(box.x + 2, box.y + 8);
  await type('X');
  await expect.poll(() => first.innerText()).not.toBe(before);
  expect((await first.innerText()).replace('X', '')).toBe(before);
});
