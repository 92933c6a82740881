import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { dossier, drawn, goToEndOfText, noteText } from './window-parts.ts';

/** The text of the note that is shown. */
export const shownNote = (window: Page) => noteText(window).filter({ visible: true });

let begun = 0;

/** A note of its own with nothing in it, and the caret in its only line. */
export async function beginEmptyNote(window: Page): Promise<void> {
  // No title begins another one.
  const title = `Brief ${'abcdefghijklmnopqrstuvwxyz'[begun % 26] ?? ''}`;
  begun += 1;
  await window.keyboard.press('Control+n');
  const dialog = window.getByRole('dialog', { name: 'New note' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await window.keyboard.press('Enter');
  await dossier(window).getByText(title).waitFor();
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Text of the note');
  // The headings of the template go: what is written is all there is.
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Delete');
  await expect
    .poll(() =>
      shownNote(window)
        .innerText()
        .then((text) => text.trim()),
    )
    .toBe('');
}

/** The blocks of the note that is shown: `h2 Next steps`. Empty paragraphs are left out, as they are of the note. */
export function blocksOfNote(window: Page): Promise<string[]> {
  return shownNote(window).evaluate((root) =>
    [...root.querySelectorAll('h1,h2,h3,h4,p,li,hr,td,th')]
      .filter((block) => block.querySelector(':scope > p, :scope > ul, :scope > ol') === null)
      .map((block) => `${block.tagName.toLowerCase()} ${block.textContent}`.trim())
      .filter((line) => line !== 'p'),
  );
}

/** An empty paragraph at the end of the text, with the caret in it. */
export async function beginParagraph(window: Page): Promise<void> {
  await goToEndOfText(window);
  await window.keyboard.press('Enter');
  await drawn(window);
}

export const lastParagraph = (window: Page) => noteText(window).locator(':scope > p').last();
