/** What a note holds beside plain text, by the keyboard, in the real application and on its printed page. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { runPdfTool } from '../contract/typesetting/pdf-tools.ts';
import { axeFaults } from './axe-faults.ts';
import { exportAs } from './export-note.ts';
import { waitUntilSaved } from './window-parts.ts';
import { beginEmptyNote, shownNote } from './begin-note.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('note-nodes', 'for each');
const { press, type, picture } = chancery;

const shown = () => shownNote(chancery.window);

it('a footnote is written without the mouse, goes with its mark, comes back with it, and is printed', async () => {
  const { window, dataFolder } = chancery;
  await beginEmptyNote(chancery.window);
  await type('Ties are old.');
  await press('Control+Alt+f');
  const footnotes = shown().getByRole('group', { name: /^Footnote / });
  await footnotes.waitFor();
  await type('Since 1990.');
  await expect.poll(() => footnotes.innerText()).toBe('Since 1990.');
  await press('Escape');
  await type(' They hold, at EUR');
  await press('Control+Shift+Space');
  await type('5 million.');
  await expect
    .poll(() => shown().locator('p').first().innerText())
    .toBe('Ties are old.1 They hold, at EUR\u00a05 million.');
  expect(await axeFaults(window)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    await picture(`own-footnote-${colorScheme}`);
  }
  await shown().locator('.footnote-mark').click();
  await type(' Or so.');
  await expect.poll(() => footnotes.innerText()).toBe('Since 1990. Or so.');
  await waitUntilSaved(window);
  const file = path.join(dataFolder, 'note.pdf');
  await exportAs(chancery, 'PDF', file);
  const printed = runPdfTool('pdftotext', file, '-');
  expect(printed).toContain('Since 1990. Or so.');
  expect(printed).toMatch(/Ties are old\.\s*1/u);
  await shown().locator('p').first().click();
  await press('Control+Home', 'Shift+End', 'Delete');
  await expect.poll(() => footnotes.count()).toBe(0);
  await press('Control+z');
  await expect.poll(() => footnotes.innerText()).toBe('Since 1990. Or so.');
});
