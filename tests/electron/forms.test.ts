/** The forms of an office in the window: templates, the header as a form, and markings that roll up. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { standardForms, templateFor } from '../../core/dossier/forms.ts';
import { axeFaults } from './axe-faults.ts';
import { answerSaveDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { expectVisible, noteText } from './window-parts.ts';

const pictures = path.join('dist', 'pictures');
let chancery: RunningChancery;
let folder: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-forms-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => chancery?.close());

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await chancery.window.keyboard.press(key);
};
const picture = (name: string) =>
  chancery.window.screenshot({ path: path.join(pictures, `forms-${name}.png`) });
const dialog = (name: string) => chancery.window.getByRole('dialog', { name });
const field = (name: string) => chancery.window.getByRole('textbox', { name, exact: true });
const headings = () => noteText(chancery.window).locator('h2').allTextContents();

async function start(dataFolder?: string): Promise<void> {
  chancery = await launchChancery(dataFolder === undefined ? {} : { dataFolder });
  await noteText(chancery.window).waitFor();
}

/** A new note of this template, with the keyboard in its text. */
async function beginNote(template: string): Promise<void> {
  const { window } = chancery;
  await press('Control+n');
  await dialog('New note').waitFor();
  await window.keyboard.type('Call on the minister');
  await dialog('New note').getByRole('radio', { name: template }).check();
  await press('Enter');
  await dialog('New note').waitFor({ state: 'detached' });
  await expect.poll(() => field('Title of the note').inputValue()).toBe('Call on the minister');
}

it('begins a note from a template, fills in its header, and goes on from another one without losing a word', async () => {
  await start();
  const { window } = chancery;
  await press('Control+n');
  await dialog('New note').getByRole('radio', { name: 'Ministerial brief' }).check();
  const preview = window.getByRole('region', { name: 'What a Ministerial brief begins with' });
  await expectVisible(preview.getByText('Critical date'));
  await expectVisible(preview.getByText('2 pages at most'));
  await picture('picker');
  expect(await axeFaults(window)).toEqual([]);
  await press('Escape');

  await beginNote('Ministerial brief');
  expect(await headings()).toEqual(
    templateFor(standardForms, 'ministerial-brief').sections.map(({ heading }) => heading),
  );
  await expectVisible(noteText(window).getByRole('cell', { name: 'Agreed / Not agreed' }).first());

  // A day by the calendar; people as the other notes of the dossier have them; a choice out of a list.
  await field('Critical date').hover();
  await window.getByLabel('Critical date, as a day').fill('2025-07-21');
  await expect.poll(() => field('Critical date').inputValue()).toBe('21 July 2025');
  await field('Drafter').focus();
  await window.getByRole('button', { name: 'Used before for Drafter' }).click();
  await window.getByRole('menuitem', { name: 'Political Section' }).click();
  await expect.poll(() => field('Drafter').inputValue()).toBe('Political Section');
  await field('For').focus();
  await press('Tab', 'Enter');
  await window.getByRole('menuitem', { name: 'Decision' }).click();
  await expect.poll(() => field('For').inputValue()).toBe('Decision');
  await picture('header');

  const background = noteText(window).locator('h2', { hasText: 'Background' }).locator('+ p');
  await background.click();
  await window.keyboard.type('They will raise it.');
  await press('Control+Shift+t');
  await dialog('Template of the note').getByRole('radio', { name: 'Submission' }).check();
  await press('Enter');
  await expect.poll(headings).toEqual([
    'Background',
    ...templateFor(standardForms, 'submission')
      .sections.map(({ heading }) => heading)
      .filter((heading) => heading !== 'Background'),
  ]);
  expect(await noteText(window).textContent()).toContain('They will raise it.');
  expect(await field('critical-date').inputValue()).toBe('21 July 2025');
  await noteText(window).focus();
  await press('Control+z');
  await expect
    .poll(headings)
    .toEqual(templateFor(standardForms, 'ministerial-brief').sections.map(({ heading }) => heading));
  await expect.poll(() => field('Critical date').inputValue()).toBe('21 July 2025');
});

it('marks paragraphs by key, and asks before a note leaves with too low a marking', async () => {
  await start();
  const { window, application } = chancery;
  await beginNote('Briefing note');
  const marking = window.getByRole('combobox', { name: 'Marking' });
  await expect.poll(() => marking.inputValue()).toBe('uk official');
  await noteText(window).locator('h2', { hasText: 'Issue' }).locator('+ p').click();
  await window.keyboard.type('Hanoi will ask again.');
  const written = noteText(window).locator('p', { hasText: 'Hanoi will ask again.' });
  for (const portion of ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET']) {
    await press('Control+Alt+p');
    await expect.poll(() => written.getAttribute('data-portion')).toBe(portion);
  }
  const file = path.join(folder, 'marked.md');
  await answerSaveDialogs(application, file);
  await press('Control+e');
  await dialog('Export the note').waitFor();
  await press('ArrowDown', 'Enter');
  const question = window.getByRole('region', { name: 'Markings to be decided' });
  await expectVisible(
    question.getByText('The note is marked OFFICIAL, but “Hanoi will ask again.” is marked SECRET.'),
  );
  await picture('question');
  expect(await axeFaults(window)).toEqual([]);
  await question.getByRole('button', { name: 'Mark the note SECRET' }).click();
  await window.getByText('marked.md').waitFor();
  await press('Escape');
  expect(await readFile(file, 'utf8')).toMatch(/^marking: secret$/mu);
  expect(await readFile(file, 'utf8')).toContain('(SECRET) Hanoi will ask again.');

  // A reason instead: kept with the note, and asked for again when the marking changes.
  await marking.selectOption('uk official');
  await press('Control+e');
  await dialog('Export the note').waitFor();
  await press('ArrowDown', 'Enter');
  await question.getByRole('textbox').fill('The registry agreed.');
  await question.getByRole('button', { name: 'Leave the markings, and export' }).click();
  await window.getByText('marked.md').waitFor();
  await press('Escape');
  expect(await readFile(file, 'utf8')).toContain('The registry agreed.');

  await window.getByRole('button', { name: 'Handling' }).click();
  await window.getByRole('menuitemcheckbox', { name: 'COMMERCIAL' }).click();
  await press('Escape');
  await expect
    .poll(() => marking.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.textContent))
    .toContain('COMMERCIAL');
  await picture('handling');
});

it('offers the templates that an office dropped into its folder, and says which it could not read', async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'chancery-office-'));
  try {
    mkdirSync(path.join(dataFolder, 'forms', 'templates'), { recursive: true });
    const own = { ...templateFor(standardForms, 'plain'), key: 'cable', name: 'Our cable' };
    writeFileSync(path.join(dataFolder, 'forms', 'templates', 'cable.json'), JSON.stringify(own));
    writeFileSync(path.join(dataFolder, 'forms', 'templates', 'wrong.json'), '{"key":');
    await start(dataFolder);
    await press('Control+n');
    await expectVisible(dialog('New note').getByRole('radio', { name: 'Our cable' }));
    await press('Escape');
    await press('Control+,');
    await expectVisible(dialog('Settings').getByText(/“wrong\.json” can’t be used/));
    await expectVisible(dialog('Settings').getByRole('button', { name: 'Open the folder of forms' }));
    await picture('settings');
  } finally {
    await chancery.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
});
