/** Dossiers with a passphrase in the real application: set, locked, opened, changed and removed by a person. */
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { goToEndOfText, noteText, waitUntilSaved } from './window-parts.ts';

const pictures = path.join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'pictures');
const passphrase = 'orbit lantern maple quiver';
const typed = ' Nobody else may read this sentence.';

let folder: string;
let dataFolder: string;
let running: RunningChancery[] = [];

async function launch(args: readonly string[] = []): Promise<RunningChancery> {
  const started = await launchChancery({ dataFolder, args });
  running.push(started);
  return started;
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery locked é-'));
  dataFolder = path.join(folder, 'data');
  await mkdir(pictures, { recursive: true });
});
afterEach(async () => {
  for (const each of running) await each.close();
  running = [];
  await rm(folder, { recursive: true, force: true });
});

const settings = (window: Page) => window.getByRole('dialog', { name: 'Passphrase of this dossier' });
const unlocking = (window: Page) => window.getByRole('dialog', { name: 'Open a locked dossier' });

/** With the keyboard alone. */
async function setPassphrase(window: Page): Promise<void> {
  await window.keyboard.press('Control+Shift+P');
  await settings(window)
    .getByRole('textbox', { name: 'New passphrase' })
    .or(settings(window).getByLabel('New passphrase'))
    .waitFor();
  await settings(window).getByLabel('New passphrase').focus();
  await window.keyboard.type(passphrase);
  await settings(window)
    .getByText(/^Strong/)
    .waitFor();
  await window.keyboard.press('Tab');
  await window.keyboard.type(passphrase);
  await window.screenshot({ path: path.join(pictures, 'passphrase-light.png') });
  await window.keyboard.press('Enter');
  await window
    .getByRole('status')
    .getByText(/are encrypted now/)
    .waitFor();
}

async function unlock(window: Page, words = passphrase): Promise<void> {
  await unlocking(window).getByLabel('Passphrase').fill(words);
  await window.keyboard.press('Enter');
}

async function filesThatTell(words: string): Promise<string[]> {
  const entries = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    if (bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'))) found.push(entry.name);
  }
  return found;
}

it('is set with the keyboard, asks again at the next start and after sleep, and tells a wrong passphrase in constant words', async () => {
  const first = await launch();
  await goToEndOfText(first.window);
  await first.window.keyboard.type(typed);
  await waitUntilSaved(first.window);
  await setPassphrase(first.window);
  await goToEndOfText(first.window);
  await first.window.keyboard.type(' And more.');
  await waitUntilSaved(first.window);
  await first.close();
  // The sample's own seeds are with the program; what the person typed is nowhere.
  expect(await filesThatTell(typed.trim())).toEqual([]);

  const { window, application } = await launch();
  await unlocking(window).getByText('Sample').waitFor();
  expect(await noteText(window).count()).toBe(0);
  await unlock(window, 'orbit lantern maple');
  const alert = unlocking(window).getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toBe('That is not the passphrase of this dossier. Type it again.');
  await window.screenshot({ path: path.join(pictures, 'unlock-light.png') });
  await unlock(window);
  await expect.poll(() => noteText(window).textContent()).toContain(`${typed} And more.`);

  await goToEndOfText(window);
  await window.keyboard.type(' Typed just before the lid was closed.');
  await application.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
  await unlocking(window).waitFor();
  expect(await window.locator('body').textContent()).not.toContain('Nobody else');
  await unlock(window);
  await expect.poll(() => noteText(window).textContent()).toContain('before the lid was closed.');
});

it('is locked on demand, changed and removed by mouse, and opened by double click', async () => {
  const first = await launch();
  await noteText(first.window).waitFor();
  await setPassphrase(first.window);
  await first.window.getByRole('button', { name: 'Encrypted: lock now' }).click();
  await unlocking(first.window).waitFor();
  await unlock(first.window);
  await noteText(first.window).waitFor();

  await first.window.keyboard.press('Control+Shift+P');
  await settings(first.window).getByLabel('Present passphrase').fill('not this one');
  await settings(first.window).getByLabel('New passphrase').fill('seven tall ships at noon');
  await settings(first.window).getByLabel('Once more').fill('seven tall ships at noon');
  const change = settings(first.window).getByRole('button', { name: 'Change the passphrase' });
  await change.click();
  await settings(first.window)
    .getByRole('alert')
    .getByText(/is not the passphrase/)
    .waitFor();
  await settings(first.window).getByLabel('Present passphrase').fill(passphrase);
  await change.click();
  await first.window
    .getByRole('status')
    .getByText(/have the new passphrase/)
    .waitFor();
  await first.close();

  const { window } = await launch([path.join(dataFolder, 'Sample.dossier')]);
  await unlocking(window).waitFor();
  await unlock(window, 'seven tall ships at noon');
  await noteText(window).waitFor();
  await window.keyboard.press('Control+Shift+P');
  await settings(window).getByRole('button', { name: 'Remove its passphrase…' }).click();
  await settings(window).getByLabel('Present passphrase').fill('seven tall ships at noon');
  await settings(window).getByRole('button', { name: 'Remove the passphrase' }).click();
  await window
    .getByRole('status')
    .getByText(/has no passphrase any more/)
    .waitFor();
  expect(await window.getByRole('button', { name: 'Encrypted: lock now' }).count()).toBe(0);
  const bytes = await readFile(path.join(dataFolder, 'Sample.dossier'));
  expect(bytes.subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
});
