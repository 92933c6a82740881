/** The main job, step by step, with a picture of each step in light and dark colours: `npm run tour` fills dist/tour/. */
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerSaveDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { noteText, paragraph, selectionToolbar, selectWithMouse, waitUntilSaved } from './window-parts.ts';

const folder = fileURLToPath(new URL('../../dist/tour/', import.meta.url));

let chancery: RunningChancery;
let taken = 0;

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterAll(() => chancery?.close());

async function setSize(application: ElectronApplication, window: Page, width: number, height: number) {
  await application.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(width);
}

async function picture(name: string): Promise<void> {
  taken += 1;
  const { window } = chancery;
  for (const theme of ['light', 'dark']) {
    await window.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    const file = path.join(folder, `${String(taken).padStart(2, '0')}-${name}-${theme}.png`);
    await window.screenshot({ path: file });
    expect((await stat(file)).size).toBeGreaterThan(10_000);
  }
  await window.evaluate(() => {
    delete document.documentElement.dataset['theme'];
  });
}

async function exportAs(radio: RegExp, file: string): Promise<void> {
  const { window, application } = chancery;
  await answerSaveDialogs(application, file);
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: 'Export the note' });
  await dialog.getByRole('radio', { name: radio }).check();
  await picture(`export-${path.extname(file).slice(1)}`);
  await dialog.getByRole('button', { name: 'Choose where…' }).click();
  await dialog.getByText(path.basename(file)).waitFor();
  await picture(`exported-${path.extname(file).slice(1)}`);
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect((await stat(file)).size).toBeGreaterThan(1_000);
}

it('leaves pictures of every step, and the exported files', async () => {
  const { window, application } = chancery;
  await setSize(application, window, 1440, 900);
  await picture('sample-dossier');

  const passage = { paragraph: paragraph(window, 12), words: 'promptly remove the yellow card' };
  await selectWithMouse(window, passage);
  await selectionToolbar(window).waitFor();
  await picture('passage-selected');
  await window.keyboard.press('3');
  await window.getByText('promptly remove the yellow card').last().waitFor();
  await picture('passage-marked');

  const last = noteText(window).locator(':scope > p').last();
  await last.click();
  await window.keyboard.press('End');
  await window.keyboard.press('Enter');
  await window.keyboard.type('On fisheries, Hanoi wants the warning lifted without delay.');
  await selectWithMouse(window, passage);
  await window.keyboard.press('Enter');
  await noteText(window).locator(':scope > p').last().locator('.cite-chip').last().waitFor();
  await waitUntilSaved(window);
  await picture('passage-cited');

  await noteText(window).locator(':scope > p').last().locator('.cite-chip').last().hover();
  await window.locator('.citation-card').first().waitFor();
  await picture('citation-card');
  await window.mouse.move(5, 5);

  await exportAs(/^PDF/, path.join(folder, 'note.pdf'));
  await exportAs(/^Markdown(?! for)/, path.join(folder, 'note.md'));

  await window.keyboard.press('Control+n');
  await window.getByRole('dialog', { name: 'New note' }).waitFor();
  await picture('new-note');
  await window.keyboard.press('Escape');
  await window.keyboard.press('F1');
  await window.getByRole('dialog', { name: 'Keys' }).waitFor();
  await picture('keys');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+o');
  await window.getByRole('heading', { name: 'Recent' }).waitFor();
  await picture('start');
  await window.keyboard.press('Control+Shift+o');

  await setSize(application, window, 900, 800);
  await picture('narrow');
  await setSize(application, window, 520, 800);
  await picture('narrowest');
  expect(taken).toBe(14);
});
