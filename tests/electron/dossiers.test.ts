import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { electronStage, launchChancery, type RunningChancery } from './electron-fixture.ts';
import {
  goToEndOfText,
  annotationCards,
  dossier,
  expectVisible,
  noteText,
  paragraph,
  sourceText,
  waitUntilSaved,
} from './window-parts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seeds = path.join(root, 'seeds');
const seedA = path.join(seeds, '000_71b0acd410699836.txt');

let folder: string;
let running: RunningChancery[] = [];

async function launch(...args: Parameters<typeof launchChancery>): Promise<RunningChancery> {
  const started = await launchChancery(...args);
  running.push(started);
  return started;
}

/** The window that an action opens beside the one it is done in. */
async function windowOpenedBy({ application }: RunningChancery, act: () => Promise<void>): Promise<Page> {
  const [opened] = await Promise.all([application.waitForEvent('window'), act()]);
  await opened.waitForLoadState('load');
  return opened;
}

const focusedTitle = ({ application }: RunningChancery) =>
  application.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle() ?? '');

/** Makes an empty dossier, which gets a window of its own. */
async function makeDossier(chancery: RunningChancery, file: string): Promise<Page> {
  await noteText(chancery.window).waitFor();
  await answerSaveDialogs(chancery.application, file);
  const window = await windowOpenedBy(chancery, () => chancery.window.keyboard.press('Control+Shift+N'));
  await dossier(window).getByText('No source yet.').waitFor();
  return window;
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery dossiers é-'));
});
afterEach(async () => {
  for (const each of running) await each.close();
  running = [];
  await rm(folder, { recursive: true, force: true });
});

it('makes a dossier, takes in a source through the sandbox, writes a note, and finds it all again', async () => {
  const dataFolder = path.join(folder, 'data');
  const file = path.join(folder, 'Meeting of July.dossier');
  const first = await launch({ dataFolder });
  const window = await makeDossier(first, file);

  await answerOpenDialogs(first.application, [seedA]);
  await window.getByRole('button', { name: 'Add a source…' }).click();
  await paragraph(window, 19).waitFor();
  expect(await sourceText(window).getAttribute('aria-label')).toMatch(/^Source A/);

  await window.keyboard.press('Control+n');
  const dialog = window.getByRole('dialog', { name: 'New note' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Kept');
  await dialog.getByRole('radio', { name: /^Plain note/ }).check();
  await dialog.getByRole('button', { name: 'Make the note' }).click();
  await noteText(window).click();
  await window.keyboard.type('Not a word is lost.');
  await paragraph(window, 2).focus();
  await window.keyboard.press('2');
  await expect.poll(() => annotationCards(window).count()).toBe(1);
  await first.close();

  const second = await launch({ dataFolder });
  await expect.poll(() => noteText(second.window).textContent()).toContain('Not a word is lost.');
  await dossier(second.window).getByText('Kept').waitFor();
  expect(await annotationCards(second.window).count()).toBe(1);
  await second.window.keyboard.press('Control+Shift+O');
  await second.window.getByRole('listitem').getByText('Meeting of July').waitFor();
});

it('keeps what it said was saved when it is killed', async () => {
  const dataFolder = path.join(folder, 'data');
  const first = await launch({ dataFolder });
  await noteText(first.window).waitFor();
  await goToEndOfText(first.window);
  await first.window.keyboard.type(' Written just before the battery went.');
  await first.window.getByRole('banner').getByText('saving…').waitFor();
  await waitUntilSaved(first.window);
  first.application.process().kill('SIGKILL');
  await first.close();

  const second = await launch({ dataFolder });
  await expect
    .poll(() => noteText(second.window).textContent())
    .toContain('Written just before the battery went.');
});

it('saves what was typed in the last moment when the window is closed', async () => {
  const dataFolder = path.join(folder, 'data');
  const first = await launch({ dataFolder });
  await goToEndOfText(first.window);
  await first.window.keyboard.type(' And this at the very end.');
  await first.application.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await first.close();
  const second = await launch({ dataFolder });
  await expect.poll(() => noteText(second.window).textContent()).toContain('And this at the very end.');
});

it.each([
  [
    'a text file',
    async (file: string) => writeFile(file, 'Dear colleague,\nthis is not a dossier.\n'),
    /not a (Chancery )?dossier/i,
  ],
  [
    'a damaged one',
    async (file: string, sample: string) => {
      const bytes = await readFile(sample);
      bytes.fill(0x58, 4_096, 20_000);
      await writeFile(file, bytes);
    },
    /damaged/i,
  ],
  [
    'one that was cut short',
    async (file: string, sample: string) => {
      const bytes = await readFile(sample);
      await writeFile(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
    },
    /damaged|cut short|incomplete/i,
  ],
] as const)(
  'says what is wrong with %s, leaves it as it is, and keeps the open one',
  async (_name, spoil, sentence) => {
    const dataFolder = path.join(folder, 'data');
    const good = path.join(folder, 'good.dossier');
    const bad = path.join(folder, 'bad.dossier');
    const made = await launch({ dataFolder });
    const window = await makeDossier(made, good);
    await answerOpenDialogs(made.application, [seedA]);
    await window.keyboard.press('Control+Shift+A');
    await paragraph(window, 19).waitFor();
    await made.close();

    await spoil(bad, good);
    const before = await readFile(bad);
    const chancery = await launch({ dataFolder });
    await paragraph(chancery.window, 19).waitFor();
    await answerOpenDialogs(chancery.application, [bad]);
    await chancery.window.keyboard.press('Control+o');
    const alert = chancery.window.getByRole('alert');
    await alert.getByText(sentence).waitFor();
    expect(await alert.textContent()).not.toMatch(/ at \w|Error|SQLITE/);
    await chancery.window.keyboard.press('Escape'); // what could be done about it is a dialog
    await paragraph(chancery.window, 19).waitFor();
    expect((await readFile(bad)).equals(before)).toBe(true);
  },
);

it('refuses a source that is no text, by name, and takes the next one', async () => {
  const { window, application } = await launch();
  await noteText(window).waitFor();
  const picture = path.join(folder, 'picture.txt');
  await copyFile(fileURLToPath(new URL('../../build/icons/app.ico', import.meta.url)), picture);
  const other = path.join(folder, 'other report.txt');
  await writeFile(other, 'The first line of another report.\nThe second line of it.\n');
  await answerOpenDialogs(application, [picture, other]);
  await window.keyboard.press('Control+Shift+A');
  const report = window.getByRole('dialog', { name: 'Bringing in sources' });
  await report.getByText(/picture\.txt/).waitFor();
  await window.keyboard.press('Escape');
  await dossier(window).getByText('2 ¶').waitFor();
  await expectVisible(paragraph(window, 2));
});

it('opens the dossier that the desktop hands over, at its start or while it runs', async () => {
  const dataFolder = path.join(folder, 'data');
  const file = path.join(folder, 'By double click.dossier');
  const first = await launch({ dataFolder });
  await makeDossier(first, file);
  await first.close();

  const second = await launch({ dataFolder, args: [file] });
  await second.window.getByRole('button', { name: /^By double click/ }).waitFor();
  // Another dossier gets a window of its own, and one that is open already comes to the front.
  await second.window.keyboard.press('Control+Shift+O');
  const sample = await windowOpenedBy(second, () =>
    second.window.getByRole('button', { name: 'Open the sample' }).click(),
  );
  await noteText(sample).waitFor();
  await sample.keyboard.press('Control+Shift+O');
  await sample.getByRole('listitem').getByText('By double click').click();
  await expect.poll(() => focusedTitle(second)).toMatch(/By double click/);
  expect(second.application.windows()).toHaveLength(2);

  // A second start with the same data folder hands its file over and goes.
  const { executable, environment } = electronStage();
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const third = spawn(executable, [...asRoot, `--user-data-dir=${dataFolder}`, root, file], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  await once(third, 'exit');
  await expectVisible(second.window.getByRole('button', { name: /^By double click/ }));
  expect(second.application.windows()).toHaveLength(2);
});
