import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, it } from 'vitest';
import { chineseInGbk, chinesePage } from '../unit/importers/make-pdf.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { noteText, sourceText } from './window-parts.ts';

let chancery: RunningChancery;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-pdf-'));
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterAll(async () => {
  await chancery?.close();
  await rm(folder, { recursive: true, force: true });
});

async function expectSourceAdded(file: string, words: string): Promise<void> {
  const { application, window } = chancery;
  await answerOpenDialogs(application, [file]);
  await window.keyboard.press('Control+Shift+A');
  await sourceText(window).getByText(words).first().waitFor();
}

it('reads a PDF in the sandbox of the window', async () => {
  const files = new URL('../unit/importers/files/pdf/', import.meta.url);
  await expectSourceAdded(
    fileURLToPath(new URL('two-columns.pdf', files)),
    'four organisations were present',
  );
});

it('reads Chinese with the character maps that come with the program', async () => {
  const file = path.join(folder, 'talks.pdf');
  await writeFile(file, chinesePage(chineseInGbk));
  await expectSourceAdded(file, '双方同意继续对话。');
});
