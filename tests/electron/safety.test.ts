/** Backups, reading what is open elsewhere, and recovering what is damaged, in the real application. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import {
  goToEndOfText,
  annotationCards,
  dossier,
  noteText,
  paragraph,
  waitUntilSaved,
} from './window-parts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = path.join(root, 'dist', 'pictures');
const dossierFile = new URL('../../host/dossier-file/dossier-file.ts', import.meta.url).href;

let folder: string;
let dataFolder: string;
let running: RunningChancery[] = [];
let holder: ChildProcess | undefined;

async function launch(): Promise<RunningChancery> {
  const started = await launchChancery({ dataFolder });
  running.push(started);
  return started;
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery safety é-'));
  dataFolder = path.join(folder, 'data');
  await mkdir(pictures, { recursive: true });
});
afterEach(async () => {
  for (const each of running) await each.close();
  running = [];
  holder?.kill('SIGKILL');
  holder = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** Starts once, writes into the sample's note, and closes. Returns the sample's file. */
async function oneSession(words: string): Promise<string> {
  const { window, close } = await launch();
  await goToEndOfText(window);
  await window.keyboard.type(words);
  await waitUntilSaved(window);
  await close();
  return path.join(dataFolder, 'Sample.dossier');
}

/** Another process that has a dossier open, until the test ends. */
async function holdElsewhere(file: string): Promise<void> {
  const script = `
    import { openDossierFile } from ${JSON.stringify(dossierFile)};
    const opened = openDossierFile(${JSON.stringify(file)});
    console.log(opened.ok ? 'held' : opened.error.code);
    setInterval(() => opened.value.notes.list(), 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holder = child;
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString().trim()).toBe('held');
}

it('lists backups with the keyboard, restores one into a new file, and tells in the settings how much room they take', async () => {
  await oneSession(' The first evening.');
  await oneSession(' The second evening.');
  const { window, application } = await launch();
  await noteText(window).waitFor();
  await window.keyboard.press('Control+Shift+B');
  const dialog = window.getByRole('dialog', { name: 'Backups' });
  const buttons = dialog.getByRole('button', { name: /^Restore the backup of/ });
  // As the sample was at first, and as each of the two evenings left it.
  await expect.poll(() => buttons.count()).toBe(3);
  await window.screenshot({ path: path.join(pictures, 'backups-light.png') });
  const restored = path.join(folder, 'As it was.dossier');
  await answerSaveDialogs(application, restored);
  await buttons.nth(1).focus();
  const [beside] = await Promise.all([application.waitForEvent('window'), window.keyboard.press('Enter')]);
  await window
    .getByRole('status')
    .getByText(/is now a dossier of its own, “As it was”/)
    .waitFor();
  await expect.poll(() => noteText(beside).textContent()).toContain('The first evening.');
  expect(await noteText(beside).textContent()).not.toContain('The second evening.');
  expect(await noteText(window).textContent()).toContain('The second evening.');
  expect(await dialog.count()).toBe(0);

  await window.keyboard.press('Control+,');
  const settings = window.getByRole('dialog', { name: 'Settings' });
  await settings.getByText(/backups take/).waitFor();
  await settings.getByText(path.join(dataFolder, 'backups')).waitFor();
  await settings.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(() => window.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await window.screenshot({ path: path.join(pictures, 'settings-dark.png') });
  await window.keyboard.press('Escape');
  await expect.poll(() => settings.count()).toBe(0);
});

it('offers a dossier that is open elsewhere to read only, and lets nothing be changed in it', async () => {
  const sample = await oneSession(' For the reader.');
  const file = path.join(folder, 'Shared.dossier');
  await copyFile(sample, file);
  await holdElsewhere(file);
  const before = await readFile(file);
  const { window: asking, application } = await launch();
  await noteText(asking).waitFor();
  await answerOpenDialogs(application, [file]);
  await asking.keyboard.press('Control+o');
  const dialog = asking.getByRole('dialog', { name: 'This dossier was not opened' });
  await dialog.getByText(/open in another window or program/).waitFor();
  await asking.screenshot({ path: path.join(pictures, 'locked-light.png') });
  const [window] = await Promise.all([
    application.waitForEvent('window'),
    dialog.getByRole('button', { name: 'Open to read only' }).click(),
  ]);
  await window.getByRole('banner').getByText('Read only').waitFor();
  await expect.poll(() => noteText(window).textContent()).toContain('For the reader.');
  await window.screenshot({ path: path.join(pictures, 'read-only-light.png') });

  const text = await noteText(window).textContent();
  await noteText(window).click();
  await window.keyboard.type('Not this.');
  expect(await noteText(window).textContent()).toBe(text);
  const cards = await annotationCards(window).count();
  await paragraph(window, 2).focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.press('5');
  await window
    .getByRole('alert')
    .getByText(/open to read only/)
    .waitFor();
  expect(await annotationCards(window).count()).toBe(cards);
  expect((await readFile(file)).equals(before)).toBe(true);
});

it('offers what can be recovered of a damaged dossier, and the latest backup', async () => {
  const sample = await oneSession(' Weeks of work.');
  const bytes = await readFile(sample);
  const at = bytes.indexOf('yellow card');
  expect(at).toBeGreaterThan(0);
  bytes.write('yellow cord', at);
  await writeFile(sample, bytes);

  const first = await launch();
  const dialog = first.window.getByRole('dialog', { name: 'This dossier was not opened' });
  await dialog.getByText(/is damaged/).waitFor();
  await dialog.getByText(/The latest backup is of/).waitFor();
  await first.window.screenshot({ path: path.join(pictures, 'damaged-light.png') });
  await answerSaveDialogs(first.application, path.join(folder, 'Recovered.dossier'));
  await dialog.getByRole('button', { name: 'Recover…' }).click();
  const report = first.window.getByRole('dialog', { name: 'What was recovered' });
  await report.getByRole('row', { name: /^Paragraphs 37/ }).waitFor();
  await first.window.screenshot({ path: path.join(pictures, 'recovered-light.png') });
  await report.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => noteText(first.window).textContent()).toContain('Weeks of work.');
  await dossier(first.window).getByText('Bui Thanh Son meets').waitFor();

  await answerOpenDialogs(first.application, [sample]);
  await first.window.keyboard.press('Control+o');
  await answerSaveDialogs(first.application, path.join(folder, 'Restored.dossier'));
  await dialog.getByRole('button', { name: 'Restore the latest backup…' }).click();
  await first.window
    .getByRole('status')
    .getByText(/“Restored”/)
    .waitFor();
  await expect.poll(() => noteText(first.window).textContent()).toContain('Weeks of work.');
  expect((await readFile(sample)).equals(bytes)).toBe(true);
});
