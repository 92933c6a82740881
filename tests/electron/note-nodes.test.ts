/** What a note holds beside plain text, by the keyboard, in the real application and on its printed page. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { runPdfTool } from '../contract/typesetting/pdf-tools.ts';
import { axeFaults } from './axe-faults.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { exportAs } from './export-note.ts';
import { dossier, noteText, waitUntilSaved } from './window-parts.ts';

const pictures = fileURLToPath(new URL('../../dist/pictures/', import.meta.url));

let chancery: RunningChancery;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
});
beforeEach(async () => {
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterEach(() => chancery?.close());

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await chancery.window.keyboard.press(key);
};
const type = (text: string) => chancery.window.keyboard.type(text);
const shown = () => noteText(chancery.window).filter({ visible: true });

async function beginNote(): Promise<void> {
  const { window } = chancery;
  await press('Control+n');
  const dialog = window.getByRole('dialog', { name: 'New note' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Brief for Thursday');
  await press('Enter');
  await dossier(window).getByText('Brief for Thursday').waitFor();
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Text of the note');
  await press('Control+a', 'Delete');
  await expect.poll(async () => (await shown().innerText()).trim()).toBe('');
}

it('a footnote is written without the mouse, goes with its mark, comes back with it, and is printed', async () => {
  const { window, dataFolder } = chancery;
  await beginNote();
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
    await window.screenshot({ path: path.join(pictures, `own-footnote-${colorScheme}.png`) });
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
