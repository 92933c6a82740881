/**
 * Saying what a source is, filling that from a bibliography, and correcting its paragraphs, in the real application. Over
 * 400 lines, as one dossier goes through all of it and is opened again at the end.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import {
  dossier,
  expectVisible,
  noteText,
  paragraph,
  selectionToolbar,
  selectWithMouse,
  sourceText,
} from './window-parts.ts';

const pictures = fileURLToPath(new URL('../../dist/pictures/', import.meta.url));

let chancery: RunningChancery;
let folder: string;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), 'chancery details é-'));
  chancery = await launchChancery({ dataFolder: path.join(folder, 'data') });
  await noteText(chancery.window).waitFor();
});
afterAll(async () => {
  await chancery?.close();
  await rm(folder, { recursive: true, force: true });
});

const details = (window: Page) => window.getByRole('dialog', { name: /Source details$/ });
const heading = (window: Page) => window.locator('.source-heading');
const facts = (window: Page) => heading(window).locator('p span').allInnerTexts();
const menu = (window: Page) => window.getByRole('menu', { name: /^Paragraph/ });
const paragraphTexts = (window: Page) => sourceText(window).locator('.paragraph-text').allInnerTexts();
const inDossier = (window: Page, label: string) =>
  dossier(window)
    .getByRole('listitem')
    .filter({ has: window.getByText(label, { exact: true }) });

const hasKeyboard = (part: Locator) => part.evaluate((element) => element === document.activeElement);

/** Tab, as often as it takes. */
async function tabTo(window: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await hasKeyboard(target)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error('The keyboard never came there.');
}

async function typeInto(window: Page, field: Locator, text: string): Promise<void> {
  await tabTo(window, field);
  await window.keyboard.press('Control+a');
  await window.keyboard.type(text);
}

async function takePictures(window: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await window.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    await window.screenshot({ path: path.join(pictures, `${name}-${theme}.png`) });
    expect(await axeFaults(window), `${name}, ${theme}`).toEqual([]);
  }
  await window.evaluate(() => {
    delete document.documentElement.dataset['theme'];
  });
}

async function setWidth(width: number): Promise<void> {
  const { application, window } = chancery;
  const before = await application.evaluate(({ BrowserWindow }, wanted) => {
    const [first] = BrowserWindow.getAllWindows();
    const size = first?.getContentSize() ?? [0, 0];
    first?.setContentSize(wanted === 0 ? 1280 : wanted, size[1] ?? 800);
    return size;
  }, width);
  expect(before).toHaveLength(2);
  await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(width);
}

const describedA = [
  'VietNamNet',
  '11 July 2025',
  'English',
  'vietnamnet.vn',
  'Viet Nam',
  'Press report',
  'OFFICIAL',
];

describe('the details of a source', () => {
  it('are changed, stored, taken back and done again with the keyboard alone', async () => {
    const { window } = chancery;
    await paragraph(window, 1).focus();
    await window.keyboard.press('Control+Shift+D');
    const dialog = details(window);
    await dialog.waitFor();
    await expect.poll(() => hasKeyboard(dialog.getByLabel('Title', { exact: true }))).toBe(true);
    await typeInto(window, dialog.getByLabel('Issued', { exact: true }), '2025-07-11');
    await dialog.getByText('11 July 2025', { exact: true }).waitFor();
    await typeInto(window, dialog.getByLabel('Side'), 'Viet Nam');
    await tabTo(window, dialog.getByLabel('Reliability'));
    await window.keyboard.type('Press');
    await dialog.getByText('A newspaper, broadcaster or website.').waitFor();
    await tabTo(window, dialog.getByLabel('Marking that it bears'));
    await window.keyboard.press('ArrowDown');
    await takePictures(window, 'source-details');
    await window.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });

    expect(await facts(window)).toEqual(describedA);
    expect(await inDossier(window, 'A').innerText()).toContain('Viet Nam · Press report · OFFICIAL');
    await window.keyboard.press('Control+z');
    await expect
      .poll(() => facts(window))
      .toEqual(['VietNamNet', '12 July 2025', 'English', 'vietnamnet.vn']);
    await window.keyboard.press('Control+Shift+z');
    await expect.poll(() => facts(window)).toEqual(describedA);
  });

  it('are changed with the mouse, with what is wrong said beside its field', async () => {
    const { window } = chancery;
    await dossier(window).getByRole('button', { name: 'Details of source B' }).click();
    const dialog = details(window);
    await dialog.getByRole('button', { name: 'Add a person' }).first().click();
    await window.keyboard.type('Nguyễn');
    await dialog.getByLabel('Given names, author 1').fill('Văn A');
    await dialog.getByRole('button', { name: 'Add an organisation' }).first().click();
    await window.keyboard.type('Viet Nam News Agency');
    await dialog.getByLabel('Address (URL)').fill('vnanet.vn/1');
    await dialog.getByLabel('As of').fill('July 2025');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('Write the whole address, such as https://example.org/news/1.').waitFor();
    await dialog.getByText('Write one whole day, such as 12 July 2025.').waitFor();
    expect(await dialog.getByLabel('Address (URL)').getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => hasKeyboard(dialog.getByLabel('Address (URL)'))).toBe(true);
    await takePictures(window, 'source-details-faults');
    await dialog.getByLabel('Address (URL)').fill('https://vnanet.vn/1');
    await dialog.getByLabel('As of').fill('11 July 2025');
    // The side that is in use already is offered.
    expect(await dialog.locator('datalist option').allTextContents()).toContain('Viet Nam');
    await dialog.getByLabel('Side').fill('Viet Nam');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await dossier(window).getByText('Deputy PM meets US').click();
    await expect.poll(() => facts(window)).toContain('vnanet.vn');
  });

  it('asks nothing when they are left unchanged, and never loses what was typed', async () => {
    const { window } = chancery;
    await heading(window).getByRole('button', { name: 'Details…' }).click();
    const dialog = details(window);
    await dialog.waitFor();
    await window.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await heading(window).getByRole('button', { name: 'Details…' }).click();
    expect(await dialog.getByLabel('Family name, author 1').inputValue()).toBe('Nguyễn');
    await dialog.getByLabel('Side').fill('EU');
    await window.keyboard.press('Escape');
    const question = dialog.getByRole('alertdialog', { name: 'Save the changes?' });
    await question.waitFor();
    await takePictures(window, 'source-details-question');
    await window.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('Side').inputValue()).toBe('EU');
    await window.keyboard.press('Escape');
    await question.getByRole('button', { name: 'Discard them' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await facts(window)).not.toContain('EU');
  });

  it('fit a narrow window', async () => {
    const { window } = chancery;
    const before = await window.evaluate(() => globalThis.innerWidth);
    await setWidth(480);
    await window.keyboard.press('Control+Shift+D');
    await details(window).waitFor();
    await window.screenshot({ path: path.join(pictures, 'source-details-narrow-light.png') });
    const overflow = await details(window).evaluate((each) => each.scrollWidth - each.clientWidth);
    expect(overflow).toBe(0);
    await window.keyboard.press('Escape');
    await details(window).waitFor({ state: 'detached' });
    await setWidth(before);
  });
});

const bibliography = `
@article{one, title = {Talks on fish}, author = {Le, Thi B}, year = 2024, journal = {Sea Report}}
@techreport{two, title = {Deputy PM meets US, EU, UK counterparts in Kuala Lumpur}, author = {{VNA}},
  year = 2025, institution = {VNA}, number = {118}, keywords = {amm, bilaterals}}
@misc{three, title = {Không có gì}, author = {Trần, Văn C}, year = 2025}
`;

describe('a bibliography', () => {
  it('fills what is empty, and asks where it differs, with the keyboard alone', async () => {
    const { window, application } = chancery;
    const file = path.join(folder, 'library é.bib');
    await writeFile(file, bibliography);
    await answerOpenDialogs(application, [file]);
    await paragraph(window, 1).focus();
    await window.keyboard.press('Control+Shift+D');
    await tabTo(window, details(window).getByRole('button', { name: 'Fill from a bibliography…' }));
    await window.keyboard.press('Enter');
    const dialog = window.getByRole('dialog', { name: 'Fill from a bibliography' });
    await dialog.getByText('3 of 3 entries.').waitFor();
    await takePictures(window, 'bibliography-entries');
    await window.keyboard.type('2025');
    await dialog.getByText('2 of 3 entries.').waitFor();
    await window.keyboard.press('ArrowDown');
    expect(await dialog.getByRole('option', { selected: true }).innerText()).toContain('Không có gì');
    await window.keyboard.press('ArrowUp');
    await window.keyboard.press('Enter');

    await dialog.getByText('Filled: Kind in words · Number · keyword.').waitFor();
    await takePictures(window, 'bibliography-differences');
    const title = dialog.getByRole('group', { name: 'Title', exact: true });
    expect(await title.getByRole('radio', { name: /Here/ }).isChecked()).toBe(true);
    await tabTo(window, title.getByRole('radio', { name: /Here/ }));
    await window.keyboard.press('ArrowDown');
    await tabTo(window, dialog.getByRole('button', { name: 'Put into the form' }));
    await window.keyboard.press('Enter');

    await details(window).getByText('It is stored when you save.').waitFor();
    expect(await heading(window).locator('h1').innerText()).toBe('Deputy PM meets US, EU, UK counterparts');
    await takePictures(window, 'bibliography-filled');
    await details(window).getByText('More', { exact: true }).press('Enter');
    expect(await details(window).getByLabel('Number').inputValue()).toBe('118');
    await details(window).getByText('Kept as they came, without a field: keyword.').waitFor();
    // What was chosen to stay did stay.
    expect(await details(window).getByLabel('Family name, author 1').inputValue()).toBe('Nguyễn');
    await window.keyboard.press('Control+Enter');
    await expect
      .poll(() => heading(window).locator('h1').innerText())
      .toBe('Deputy PM meets US, EU, UK counterparts in Kuala Lumpur');
  });

  it('that is none is refused with a sentence, and the form stays', async () => {
    const { window, application } = chancery;
    const file = path.join(folder, 'letter.bib');
    await writeFile(file, 'Dear colleagues, this is a letter.');
    await answerOpenDialogs(application, [file]);
    await heading(window).getByRole('button', { name: 'Details…' }).click();
    await details(window).getByRole('button', { name: 'Fill from a bibliography…' }).click();
    await expectVisible(
      details(window)
        .getByRole('alert')
        .filter({ hasText: /is no bibliography that can be read/ }),
    );
    await window.keyboard.press('Escape');
    await details(window).waitFor({ state: 'detached' });
  });
});

const broken = [
  'Readout of the meeting',
  'In Hanoi, where both delegations had come for the second time within a year, the ministers of foreign af-',
  'fairs met on Friday. They spoke about fish for an hour.',
  'They will meet again.',
  'Printed on recycled paper',
];

const first =
  'In Hanoi, where both delegations had come for the second time within a year, the ministers of foreign affairs met on Friday.';
const second = 'They spoke about fish for an hour.';

/** From the menu that a right click opens to what can be corrected. */
const correctFromMenu = (window: Page) =>
  window.getByRole('menuitem', { name: 'Correct this paragraph…' }).click();

describe('a paragraph', () => {
  it('is joined and split with the keyboard, and the way back is Ctrl+Z', async () => {
    const { window, application } = chancery;
    const file = path.join(folder, 'broken.txt');
    await writeFile(file, broken.join('\n\n'));
    await answerOpenDialogs(application, [file]);
    await window.keyboard.press('Control+Shift+A');
    await sourceText(window).getByText('They will meet again.').waitFor();
    const before = await paragraphTexts(window);
    const at = before.findIndex((text) => text.endsWith('af-'));
    const block = () => sourceText(window).locator('.edition-paragraph').nth(at);

    await block().focus();
    await window.keyboard.press('Control+j');
    const joined = `${first} ${second}`;
    await expect.poll(async () => (await paragraphTexts(window))[at]).toBe(joined);
    // The keyboard stays where the work is.
    await expect.poll(() => hasKeyboard(block())).toBe(true);
    await window.keyboard.press('Control+z');
    await expect.poll(() => paragraphTexts(window)).toEqual(before);
    await window.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await paragraphTexts(window))[at]).toBe(joined);

    await expect.poll(() => hasKeyboard(block())).toBe(true);

    // Nothing is selected: the sentence says what to do.
    await window.keyboard.press('Control+Shift+j');
    await window.getByText('first select the word that the second half begins with').waitFor();
    const selected = () => window.evaluate(() => document.getSelection()?.toString().trim());
    for (let words = 0; words < 40 && (await selected()) !== 'They'; words += 1) {
      await window.keyboard.press('ArrowRight');
    }
    expect(await selected()).toBe('They');
    await window.keyboard.press('Control+Shift+j');
    await expect.poll(async () => (await paragraphTexts(window)).slice(at, at + 2)).toEqual([first, second]);
    // Nothing stays selected that nobody selected.
    await expect.poll(selected).toBe('');
    await expect.poll(() => selectionToolbar(window).count()).toBe(0);
  });

  it('is made something else from its menu, by key', async () => {
    const { window } = chancery;
    await paragraph(window, 1).focus();
    const text = await paragraph(window, 1).locator('.paragraph-text').innerText();
    await window.keyboard.press('Shift+F10');
    await menu(window).waitFor();
    await takePictures(window, 'paragraph-menu');
    await window.keyboard.type('Head');
    await window.keyboard.press('Enter');
    const made = sourceText(window).locator('[data-kind="heading"]').filter({ hasText: text });
    await made.waitFor();
    await menu(window).waitFor({ state: 'detached' });
    await window.keyboard.press('Control+z');
    await made.waitFor({ state: 'detached' });
    // The menu closes without a trace; the key that has one on it opens it as well.
    await paragraph(window, 1).focus();
    await window.keyboard.press('ContextMenu');
    await menu(window).waitFor();
    await window.keyboard.press('Escape');
    await menu(window).waitFor({ state: 'detached' });
    await expect.poll(() => hasKeyboard(paragraph(window, 1))).toBe(true);
  });

  it('is set aside, numbered again and split with the mouse', async () => {
    const { window } = chancery;
    const share = sourceText(window)
      .locator('.edition-paragraph')
      .filter({ hasText: 'Printed on recycled paper' });
    await share.click({ button: 'right' });
    await correctFromMenu(window);
    await menu(window).getByRole('menuitem', { name: 'Set aside as a leftover' }).click();
    await share.and(window.locator('[data-leftover]')).waitFor();
    await share.hover();
    await takePictures(window, 'correction-button');
    await window.getByRole('button', { name: 'Correct this paragraph' }).click();
    await menu(window).getByRole('menuitem', { name: 'Number it again' }).click();
    await share.and(window.locator('[data-number]')).waitFor();

    const again = sourceText(window).locator('.edition-paragraph').filter({ hasText: 'They will meet' });
    const end = await selectWithMouse(window, { paragraph: again, words: 'again' });
    await window.mouse.click(end.x - 5, end.y, { button: 'right' });
    await correctFromMenu(window);
    await menu(window).getByRole('menuitem', { name: 'Split before “again.”' }).click();
    await expect.poll(() => paragraphTexts(window)).toContain('They will meet');
  });

  it('that is cited or annotated stays as it is, and the reason is said', async () => {
    const { window } = chancery;
    await dossier(window).getByText('Bui Thanh Son meets').click();
    await paragraph(window, 1).focus();
    const before = await paragraphTexts(window);
    await window.keyboard.press('Shift+F10');
    await menu(window).getByRole('menuitem', { name: 'Join with the next paragraph' }).press('Enter');
    const refusal = window.getByRole('dialog', { name: 'The paragraph stays as it is' });
    await refusal.getByText('Paragraph 1 is cited or annotated, and would get another text.').waitFor();
    await takePictures(window, 'correction-refused');
    // In a new text of the source it can be made, once the person has seen what that does.
    await refusal.getByRole('button', { name: /new edition/ }).click();
    const review = window.getByRole('dialog', { name: 'What becomes of annotations and citations' });
    await review.waitFor();
    await window.keyboard.press('Escape');
    await review.waitFor({ state: 'detached' });
    await refusal.waitFor({ state: 'detached' });
    expect(await paragraphTexts(window)).toEqual(before);

    // Out of the palette, which has the keyboard by then, it is the same paragraph.
    await window.keyboard.press('Control+k');
    await window.keyboard.type('>join');
    await window.keyboard.press('Enter');
    await refusal.getByText('Paragraph 1 is cited or annotated').waitFor();
    await refusal.getByRole('button', { name: 'Close' }).click();
    await refusal.waitFor({ state: 'detached' });
  });

  it('is not touched by a key that is pressed in the note', async () => {
    const { window } = chancery;
    await noteText(window).focus();
    await window.keyboard.press('Control+j');
    await expectVisible(window.getByText('Go to a paragraph of a source first'));
  });
});

it('is all there after a restart', async () => {
  await chancery.close();
  chancery = await launchChancery({ dataFolder: path.join(folder, 'data') });
  const { window } = chancery;
  await noteText(window).waitFor();
  await dossier(window).getByText('Bui Thanh Son meets').click();
  await expect.poll(() => facts(window)).toEqual(describedA);
  await dossier(window).getByRole('button', { name: 'Details of source B' }).click();
  const dialog = details(window);
  expect(await dialog.getByLabel('Family name, author 1').inputValue()).toBe('Nguyễn');
  expect(await dialog.getByLabel('Organisation, author 2').inputValue()).toBe('Viet Nam News Agency');
  expect(await dialog.getByLabel('As of').inputValue()).toBe('11 July 2025');
  await dialog.getByText('More', { exact: true }).click();
  await dialog.getByText('without a field: keyword.').waitFor();
  await window.keyboard.press('Escape');
  await dossier(window).getByText('Readout of the meeting').click();
  await expect
    .poll(() => paragraphTexts(window))
    .toEqual([broken[0], first, second, 'They will meet', 'again.', 'Printed on recycled paper']);
});
