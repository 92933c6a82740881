/** When the disk, the window or the battery gives up: what the window says, keeps and offers, in the real application. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { mountSmallDisk, whyNoDisk } from '../contract/faulty-disks.ts';
import { valueOf } from '../unit/host/dossier-fixture.ts';
import { answerSaveDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { goToEndOfText, dossier, noteText, waitUntilSaved } from './window-parts.ts';

const noDisk = whyNoDisk(mountSmallDisk);
let chancery: RunningChancery;
let folder: string;
let cleanUp: (() => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-trouble-'));
  chancery = await launchChancery({ dataFolder: path.join(folder, 'data') });
  await noteText(chancery.window).waitFor();
});
afterEach(async () => {
  await answerQuestions(0).catch(() => undefined);
  await chancery.close();
  for (const each of cleanUp.toReversed()) each();
  cleanUp = [];
  await rm(folder, { recursive: true, force: true });
});

/** Answers the system's message boxes with the nth button, and keeps what they asked. */
async function answerQuestions(button: number): Promise<void> {
  await chancery.application.evaluate(({ dialog }, response) => {
    const asked = ((globalThis as { asked?: unknown[] }).asked ??= []);
    dialog.showMessageBox = ((_window: unknown, options: unknown) => {
      asked.push(options);
      return Promise.resolve({ response, checkboxChecked: false });
    }) as never;
  }, button);
}

interface Question {
  readonly message: string;
  readonly buttons: readonly string[];
  readonly defaultId: number;
  readonly cancelId: number;
}

const questions = () =>
  chancery.application.evaluate(() => ((globalThis as { asked?: unknown[] }).asked ?? []) as Question[]);

async function type(words: string): Promise<void> {
  await goToEndOfText(chancery.window);
  await chancery.window.keyboard.type(words);
}

/** The first note as the host has it at this moment, without waiting for the window. */
const savedNote = (page: Page) =>
  page.evaluate(async () => {
    const { methods } = window.chanceryHost;
    const contents = await methods.readDossier({});
    const id = contents.ok ? contents.value.notes[0]?.id : undefined;
    const note = id === undefined ? undefined : await methods.readNote({ note: id });
    return JSON.stringify(note);
  });

/** The first note of a file that nobody has open any more. */
function storedNote(file: string): string {
  const stored = valueOf(openDossierFile(file));
  try {
    const [first] = stored.notes.list();
    return JSON.stringify(first === undefined ? null : stored.notes.find(first.id));
  } finally {
    stored.close();
  }
}

describe(`on a disk that is full${noDisk === null ? '' : ` — skipped: ${noDisk}`}`, () => {
  async function writeOnFullDisk() {
    const disk = mountSmallDisk();
    cleanUp.push(disk.remove);
    const { application, window: sample } = chancery;
    await answerSaveDialogs(application, path.join(disk.folder, 'On the stick.dossier'));
    const [window] = await Promise.all([
      application.waitForEvent('window'),
      sample.keyboard.press('Control+Shift+N'),
    ]);
    await dossier(window).getByText('No source yet.').waitFor();
    // The new dossier has a window of its own; the sample's is not needed any more.
    await application.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((each) => !each.getTitle().startsWith('On the stick'))
        ?.close();
    });
    await expect.poll(() => application.windows().length).toBe(1);
    chancery = { ...chancery, window };
    await window.keyboard.press('Control+n');
    const dialog = window.getByRole('dialog', { name: 'New note' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Kept');
    await dialog.getByRole('button', { name: 'Make the note' }).click();
    await noteText(window).waitFor();
    await type('Before the disk was full.');
    await waitUntilSaved(window);
    disk.fill();
    await type(' After it was full.');
    await window
      .getByRole('alert')
      .getByText(/The disk is full.*Your text is kept here/)
      .waitFor();
    expect(await window.getByRole('banner').textContent()).toContain('not saved');
    return disk;
  }

  it.skipIf(noDisk !== null)(
    'says so at once, can’t be closed by accident, and saves when there is room',
    async () => {
      const disk = await writeOnFullDisk();
      const { window, application } = chancery;
      await answerQuestions(1);
      await application.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.close();
      });
      await expect.poll(async () => (await questions()).length).toBe(1);
      await application.evaluate(({ app }) => {
        app.quit();
      });
      await expect.poll(async () => (await questions()).length).toBe(2);
      for (const { message, buttons, defaultId, cancelId } of await questions()) {
        expect(message).toBe('Your latest changes could not be saved.');
        expect([buttons[defaultId], buttons[cancelId]]).toEqual([
          'Keep the window open',
          'Keep the window open',
        ]);
        expect(buttons).toContain('Close and lose the latest changes');
      }
      expect(await noteText(window).textContent()).toContain('Before the disk was full. After it was full.');
      // Typing on hides neither the message nor the text.
      await type(' And on.');
      expect(await window.getByRole('banner').textContent()).toContain('not saved');

      disk.makeRoom();
      await waitUntilSaved(window);
      expect(
        await window
          .getByRole('alert')
          .getByText(/The disk is full/)
          .count(),
      ).toBe(0);
      expect(await savedNote(window)).toContain('Before the disk was full. After it was full. And on.');
    },
  );

  it.skipIf(noDisk !== null)('goes on in a copy elsewhere, with what could not be saved', async () => {
    await writeOnFullDisk();
    const { window, application } = chancery;
    const copy = path.join(folder, 'Rescued.dossier');
    await answerSaveDialogs(application, copy);
    await window.getByRole('button', { name: 'Save a copy as…' }).focus();
    await window.keyboard.press('Enter');
    await window.getByText(/Your latest changes are saved in “Rescued”/).waitFor();
    await expect.poll(() => noteText(window).textContent()).toContain('After it was full.');
    await type(' In the copy.');
    await waitUntilSaved(window);
    await chancery.close();

    expect((await readdir(folder)).filter((name) => name.includes('Rescued'))).toEqual(['Rescued.dossier']);
    expect(storedNote(copy)).toContain('Before the disk was full. After it was full. In the copy.');
  });

  it.skipIf(noDisk !== null)('closes when the person says to lose the latest changes', async () => {
    const disk = await writeOnFullDisk();
    await answerQuestions(0);
    const gone = chancery.application.waitForEvent('close');
    await chancery.application.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close();
    });
    await gone;
    disk.makeRoom();
    expect(storedNote(path.join(disk.folder, 'On the stick.dossier'))).toContain('Before the disk was full.');
  });
});

it('saves at once when the person turns to another window', async () => {
  const { window: page } = chancery;
  await type(' Left in haste.');
  // Both in one go, so that no timer of the window can be what saves.
  const saved = await page.evaluate(async () => {
    window.dispatchEvent(new Event('blur'));
    const contents = await window.chanceryHost.methods.readDossier({});
    const id = contents.ok ? contents.value.notes[0]?.id : undefined;
    return id === undefined ? '' : JSON.stringify(await window.chanceryHost.methods.readNote({ note: id }));
  });
  expect(saved).toContain('Left in haste.');
});

it('is told to save when the computer goes to sleep', async () => {
  const { window: page, application } = chancery;
  await page.evaluate(() => {
    window.chanceryHost.on('flush', () => {
      document.documentElement.dataset['toldToFlush'] = 'yes';
    });
  });
  await type(' Before the lid was shut.');
  await application.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
  });
  await expect.poll(() => page.locator('html').getAttribute('data-told-to-flush')).toBe('yes');
  await expect.poll(() => savedNote(page)).toContain('Before the lid was shut.');
  expect(page.isClosed()).toBe(false);
});

it('comes back by itself after a crash of the window, with all that was saved, and asks at the second', async () => {
  const { window, application } = chancery;
  await answerQuestions(1);
  await type(' Written before the crash.');
  await window.getByRole('banner').getByText('saving…').waitFor();
  await waitUntilSaved(window);
  const crash = () =>
    application.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
  // Playwright has given the crashed page up, so the new one is read through the shell.
  const read = () =>
    application.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // A page that is on its way out would never answer.
      if (contents?.getURL().endsWith('?recovered') !== true || contents.isLoading()) return '';
      return String(await contents.executeJavaScript('document.body.innerText'));
    });
  await crash();
  await expect.poll(read, { timeout: 15_000 }).toContain('Written before the crash.');
  expect(await read()).toContain('The window stopped working and was opened again.');
  expect(await questions()).toEqual([]);

  const gone = application.waitForEvent('close');
  await crash();
  await gone;
});
