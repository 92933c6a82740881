/** A source gets a newer text, and annotations go out and come in, in the real application. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { annotationCards, chip, noteText, sourceText } from './window-parts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = path.join(root, 'dist', 'pictures');
const seedA = path.join(root, 'seeds', '000_71b0acd410699836.txt');

let chancery: RunningChancery;
let folder: string;

beforeEach(async () => {
  await mkdir(pictures, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), 'chancery replace é-'));
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
  await sourceText(chancery.window).getByText('Both sides expressed').first().waitFor();
});
afterEach(async () => {
  await chancery.close();
  await rm(folder, { recursive: true, force: true });
});

/** Seed A as it might come again: a new beginning, one paragraph gone, one changed, and other quotation marks. */
async function newerText(): Promise<string> {
  const lines = (await readFile(seedA, 'utf8')).split('\n');
  const gone = lines.findIndex((line) => line.includes('EFTA'));
  const changed = lines.findIndex((line) => line.includes('framework of the Comprehensive Strategic'));
  expect([gone, changed].every((index) => index >= 0)).toBe(true);
  const next = lines
    .map((line, index) =>
      index === changed ? line.replace('increasingly substantive', 'ever more substantive') : line,
    )
    .filter((_, index) => index !== gone);
  const file = path.join(folder, 'newer report.txt');
  await writeFile(file, ['A first paragraph that was not there before.', ...next].join('\n'));
  return file;
}

it('shows what becomes of each annotation and citation, lets a person decide, and keeps the older text readable', async () => {
  const { window, application } = chancery;
  await answerOpenDialogs(application, [await newerText()]);
  await window.keyboard.press('Control+Alt+R');
  const dialog = window.getByRole('dialog', { name: 'What becomes of annotations and citations' });
  await dialog
    .getByRole('radio', { name: /^Found/ })
    .first()
    .waitFor();
  await dialog.getByRole('radio', { name: /^Gone/ }).check();
  await window.screenshot({ path: path.join(pictures, 'replace-gone-light.png') });
  await dialog.getByRole('radio', { name: /^Changed/ }).check();
  await dialog.locator('ins').first().waitFor();
  await window.screenshot({ path: path.join(pictures, 'replace-changed-light.png') });
  const first = dialog.locator('.review-item').first();
  await first.getByRole('radio', { name: /^Take/ }).check();
  await dialog.getByRole('button', { name: 'Replace the text' }).click();
  await window
    .getByRole('status')
    .getByText(/moved to the newer text of A/)
    .waitFor();
  await sourceText(window).getByText('A first paragraph that was not there before.').waitFor();

  // A citation of what has gone says so, and leads to the older text.
  const older = noteText(window).locator('.cite-chip.older').first();
  await older.waitFor();
  expect(await older.getAttribute('aria-label')).toMatch(/of an older text of the source$/);
  await older.click();
  await window.keyboard.press('Control+Enter');
  await window.getByText('This is an older text of A.').waitFor();
  await window.screenshot({ path: path.join(pictures, 'older-text-light.png') });
  await window.getByRole('button', { name: 'Read the newest' }).click();
  await sourceText(window).getByText('A first paragraph that was not there before.').waitFor();
  // One that was found cites the paragraph by its new number.
  expect(await chip(window, 'A ¶2').count()).toBeGreaterThan(0);
});

it('changes nothing when the person thinks better of it', async () => {
  const { window, application } = chancery;
  const cards = await annotationCards(window).allInnerTexts();
  await answerOpenDialogs(application, [await newerText()]);
  await window.keyboard.press('Control+Alt+R');
  await window.getByRole('dialog', { name: 'What becomes of annotations and citations' }).waitFor();
  await window.keyboard.press('Escape');
  await answerOpenDialogs(application, [seedA]);
  await window.keyboard.press('Control+Alt+R');
  await window
    .getByRole('alert')
    .getByText(/is a text that source A has already/)
    .waitFor();
  expect(await annotationCards(window).allInnerTexts()).toEqual(cards);
});

it('writes annotations for other programs and takes them in again, telling of each that it could not take', async () => {
  const { window, application } = chancery;
  const file = path.join(folder, 'annotations.jsonld');
  await answerSaveDialogs(application, file);
  const run = async (action: string) => {
    await window.keyboard.press('Control+k');
    await window.keyboard.type(`>${action}`);
    await window.keyboard.press('Enter');
  };
  await run('export annotations');
  await window
    .getByRole('status')
    .getByText(/annotations written to “annotations.jsonld”/)
    .waitFor();
  const written = JSON.parse(await readFile(file, 'utf8')) as { first: { items: unknown[] } };
  const count = written.first.items.length;
  expect(count).toBe(await annotationCards(window).count());

  const rows = [
    {
      id: 'h1',
      uri: 'x',
      text: 'From the web',
      tags: [],
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'EVIPA' }] }],
    },
    {
      id: 'h2',
      uri: 'x',
      text: '',
      tags: [],
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'nobody said this' }] }],
    },
  ];
  const other = path.join(folder, 'hypothesis.json');
  await writeFile(other, JSON.stringify({ rows }));
  await answerOpenDialogs(application, [other]);
  await run('import annotations');
  const dialog = window.getByRole('dialog', { name: 'Import annotations' });
  await dialog.getByRole('radio', { name: 'To check' }).check();
  await dialog.getByRole('button', { name: 'Choose the file…' }).click();
  await window
    .getByRole('dialog', { name: 'Import of annotations' })
    .getByText(/not taken/)
    .waitFor();
  await window.screenshot({ path: path.join(pictures, 'annotation-report-light.png') });
});
