/** The history of a note, and undoing over several notes, in the real application and with the keyboard. */
import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerSaveDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { goToEndOfText, chip, dossier, noteText, waitUntilSaved } from './window-parts.ts';

let chancery: RunningChancery;

beforeEach(async () => {
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterEach(() => chancery?.close());

const part = (name: 'versions' | 'difference'): Locator =>
  name === 'versions'
    ? chancery.window.getByRole('list', { name: 'Versions, the newest first' })
    : chancery.window.getByRole('region', { name: 'What is different' });
const versions = () => part('versions').getByRole('button').locator('strong').allTextContents();
const focused = () =>
  chancery.window.evaluate(() => {
    const pane = document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? '';
    return `${pane}: ${document.activeElement?.textContent?.slice(0, 60) ?? ''}`;
  });

/** Also of what has not come into view yet, which `innerText` leaves out. */
const wholeText = async () => (await noteText(chancery.window).textContent()) ?? '';

async function typeAtEnd(words: string): Promise<void> {
  const { window } = chancery;
  await goToEndOfText(window);
  await window.keyboard.type(words);
}

/** Waits until typing goes into the field of a dialog, which takes the keyboard soon after it opens. */
async function fieldReady(dialog: string): Promise<void> {
  const field = chancery.window.getByRole('dialog', { name: dialog }).getByRole('textbox');
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
}

async function nameVersion(name: string): Promise<void> {
  const { window } = chancery;
  await window.keyboard.press('Control+Shift+m');
  await fieldReady('Name this version');
  await window.keyboard.type(name);
  await window.keyboard.press('Enter');
  await window.getByText(`Kept as “${name}”`).waitFor();
}

async function makeNote(title: string): Promise<void> {
  const { window } = chancery;
  await window.keyboard.press('Control+n');
  await fieldReady('New note');
  await window.keyboard.type(title);
  await window.keyboard.press('Enter');
  await expect
    .poll(() => window.getByRole('textbox', { name: 'Title of the note' }).inputValue())
    .toBe(title);
}

it('names, compares and restores versions with the keyboard alone', async () => {
  const { window } = chancery;
  const before = await wholeText();
  await window.keyboard.press('Control+Shift+h');
  await window.getByText('No version yet.').waitFor();
  await nameVersion('First draft');
  await typeAtEnd(' Relations have stood for 30 years.');
  await nameVersion('With the anniversary');
  await typeAtEnd(' They met again.');

  await window.keyboard.press('Control+Shift+h');
  await expect.poll(versions).toEqual(['With the anniversary', 'First draft']);
  await expect.poll(focused).toMatch(/^review: 2With the anniversary/);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await part('difference').waitFor();
  expect(await noteText(window).count()).toBe(0);
  const inserted = part('difference').locator('ins');
  await expect
    .poll(() => inserted.allInnerTexts())
    .toEqual(['[+ Relations have stood for 30 years. They met again.]']);
  expect(await part('difference').getByRole('status').textContent()).toBe('+9 words, −0; figures: + 30');

  // The arrow keys leaf through the versions; the choice shows what one of them changed itself.
  await window.keyboard.press('ArrowUp');
  await expect.poll(() => inserted.allInnerTexts()).toEqual(['[+ They met again.]']);
  await part('difference').getByRole('radio', { name: 'From the version before to this one' }).focus();
  await window.keyboard.press('Space');
  await expect.poll(() => inserted.allInnerTexts()).toEqual(['[+ Relations have stood for 30 years.]']);
  await window.keyboard.press('Escape');
  await noteText(window).waitFor();
  await expect.poll(focused).toMatch(/^review: 2With the anniversary/);

  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await part('difference').getByRole('button', { name: 'Restore this version…' }).focus();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Restore this version?' });
  await dialog.getByRole('button', { name: 'Restore it' }).focus();
  await window.keyboard.press('Enter');
  await expect.poll(() => wholeText()).toBe(before);
  await expect
    .poll(versions)
    .toEqual(['Version 1 restored', 'Before restoring', 'With the anniversary', 'First draft']);
  await expect.poll(focused).toMatch(/^note: /);

  // Undo gives back what the restored version took the place of, and redo restores again.
  await window.keyboard.press('Control+z');
  await expect.poll(() => wholeText()).toContain('for 30 years. They met again.');
  // Nor is what was typed before it forgotten.
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+z');
      return wholeText();
    })
    .not.toContain('They met again.');
  expect(await wholeText()).toContain('for 30 years.');
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+Shift+z');
      return wholeText();
    })
    .toBe(before);
  await typeAtEnd(' After all.');
  await waitUntilSaved(window);
  await window.reload();
  await expect.poll(() => wholeText()).toContain('After all.');
});

it('keeps a version before an export, and shows citations that came and went', async () => {
  const { window, application, dataFolder } = chancery;
  await answerSaveDialogs(application, `${dataFolder}/sent.md`);
  await window.keyboard.press('Control+e');
  await window.getByRole('dialog', { name: 'Export the note' }).waitFor();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await window.getByText('sent.md').waitFor();
  await window.keyboard.press('Escape');

  await chip(window, 'A ¶2').first().click();
  await noteText(window).focus();
  const shown = await noteText(window).locator('.cite-chip').count();
  await window.keyboard.press('Delete');
  await expect.poll(() => noteText(window).locator('.cite-chip').count()).toBe(shown - 1);

  await window.getByRole('tab', { name: 'History' }).click();
  await expect.poll(versions).toEqual(['Before an export']);
  await part('versions').getByRole('button').click();
  await expect
    .poll(() => part('difference').getByRole('status').textContent())
    .toMatch(/^No word changed; citations: − A ¶2/);
  // Undo goes back to the note, where it can be seen.
  await window.keyboard.press('Control+z');
  await noteText(window).waitFor();
  await expect.poll(() => noteText(window).locator('.cite-chip').count()).toBe(shown);
});

it('takes steps back in the note they were made in, also after others were opened', async () => {
  const { window } = chancery;
  const first = await window.getByRole('textbox', { name: 'Title of the note' }).inputValue();
  const title = () => window.getByRole('textbox', { name: 'Title of the note' }).inputValue();
  await typeAtEnd(' One.');
  await makeNote('Second');
  await typeAtEnd('Two.');
  await dossier(window).getByText(first).click();
  await expect.poll(title).toBe(first);
  await typeAtEnd(' Three.');

  const undoUntil = async (check: () => Promise<boolean>) => {
    await expect
      .poll(async () => {
        await window.keyboard.press('Control+z');
        return check();
      })
      .toBe(true);
  };
  await undoUntil(async () => !(await wholeText()).includes('Three.'));
  expect(await title()).toBe(first);
  expect(await wholeText()).toContain('One.');
  // The next step was made in the other note: it comes into view, and is changed there.
  await undoUntil(async () => (await title()) === 'Second' && !(await wholeText()).includes('Two.'));
  // Making that note is a step too, then comes what was typed in the first.
  await undoUntil(async () => (await title()) === first && !(await wholeText()).includes('One.'));

  await expect
    .poll(async () => {
      await window.keyboard.press('Control+Shift+z');
      return wholeText();
    })
    .toContain('One.');
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+Shift+z');
      return title();
    })
    .toBe('Second');
  await expect
    .poll(async () => {
      await window.keyboard.press('Control+Shift+z');
      return wholeText();
    })
    .toContain('Two.');
  await waitUntilSaved(window);
  await window.reload();
  await dossier(window).getByText('Second').click();
  await expect.poll(() => wholeText()).toContain('Two.');
});

it('keeps eight editors standing, and forgets the steps of the one used longest ago', async () => {
  const { window } = chancery;
  const before = await wholeText();
  await typeAtEnd(' Typed in the first.');
  for (let count = 2; count <= 9; count += 1) await makeNote(`Note ${String(count)}`);
  await expect.poll(() => window.locator('.note-place').count()).toBe(8);
  await waitUntilSaved(window);
  // The making of eight notes can be undone; the typing before it no longer.
  for (let count = 0; count < 10; count += 1) await window.keyboard.press('Control+z');
  await expect
    .poll(() =>
      dossier(window)
        .getByText(/^Note \d/)
        .count(),
    )
    .toBe(0);
  await expect.poll(() => wholeText()).toContain('Typed in the first.');
  expect(before).not.toContain('Typed in the first.');
});
