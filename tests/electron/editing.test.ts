/** The comforts of writing: what a slash offers, pasting, finding, moving blocks and sections, in the real application. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { dossier, noteText } from './window-parts.ts';

const pictures = fileURLToPath(new URL('../../dist/pictures/', import.meta.url));

let chancery: RunningChancery;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
});
beforeEach(async () => {
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterEach(() => chancery?.close());

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await chancery.window.keyboard.press(key);
};
const type = (text: string) => chancery.window.keyboard.type(text);
const picture = (name: string) =>
  chancery.window.screenshot({ path: path.join(pictures, `editing-${name}.png`) });

/** A note of its own, with the caret in its first line. */
async function beginNote(): Promise<void> {
  const { window } = chancery;
  await press('Control+n');
  const dialog = window.getByRole('dialog', { name: 'New note' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Brief for Thursday');
  await press('Enter');
  await dossier(window).getByText('Brief for Thursday').waitFor();
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Text of the note');
  // The headings of the template go: what is written is all there is.
  await press('Control+a', 'Delete');
  await expect.poll(() => shownText()).toBe('');
}

/** The blocks of the note that is shown: `h2 Next steps`. Empty paragraphs are left out, as they are of the note. */
const blocks = () =>
  noteText(chancery.window)
    .filter({ visible: true })
    .evaluate((root) =>
      [...root.querySelectorAll('h1,h2,h3,h4,p,li,hr,td,th')]
        .filter((block) => block.querySelector(':scope > p, :scope > ul, :scope > ol') === null)
        .map((block) => `${block.tagName.toLowerCase()} ${block.textContent}`.trim())
        .filter((line) => line !== 'p'),
    );
const shownText = () =>
  noteText(chancery.window)
    .filter({ visible: true })
    .innerText()
    .then((text) => text.trim());

describe('a slash', () => {
  const choices = () => chancery.window.getByRole('listbox', { name: 'Insert' });

  it('offers what can be inserted, filters it, and leaves nothing of itself', async () => {
    const { window } = chancery;
    await beginNote();
    await type('Opening words');
    await press('Enter');
    await type('/');
    await choices().waitFor();
    await picture('slash');
    expect(await axeFaults(window)).toEqual([]);
    await type('hea');
    await expect.poll(() => choices().getByRole('option').count()).toBe(3);
    await press('ArrowDown');
    const active = await noteText(window).filter({ visible: true }).getAttribute('aria-activedescendant');
    expect(await window.locator(`[id="${active ?? ''}"]`).textContent()).toContain('Heading 2');
    await press('Enter');
    await expect.poll(() => choices().count()).toBe(0);
    await type('Next steps');
    expect(await blocks()).toEqual(['p Opening words', 'h2 Next steps']);
    await press('Enter');
    await type('Some words /quote');
    await press('Tab');
    await expect
      .poll(() => noteText(window).locator('blockquote').filter({ visible: true }).innerText())
      .toBe('Some words ');
    await press('Control+z');
    await expect.poll(() => noteText(window).locator('blockquote').filter({ visible: true }).count()).toBe(0);
    expect(await blocks()).toEqual(['p Opening words', 'h2 Next steps', 'p Some words']);
  });

  it('is out of the way of words, dates and addresses, and goes with Escape', async () => {
    await beginNote();
    for (const text of ['and/or ', '12/7/2025 ', 'https://x.test/a ', 'his / her ']) {
      await type(text);
      expect(await choices().count()).toBe(0);
    }
    await type('/');
    await choices().waitFor();
    await press('Escape');
    await expect.poll(() => choices().count()).toBe(0);
    await type('h');
    await press('Enter');
    await type('next');
    expect(await blocks()).toEqual(['p and/or 12/7/2025 https://x.test/a his / her /h', 'p next']);
  });
});
