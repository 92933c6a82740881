/** Where a person finds things in the window, by the names that they read or hear. */
import type { Locator, Page } from 'playwright-core';

export const dossier = (window: Page): Locator => window.getByRole('navigation', { name: 'Dossier' });
export const sourceText = (window: Page): Locator => window.getByRole('document', { name: /^Source / });
export const noteText = (window: Page): Locator => window.getByRole('textbox', { name: 'Text of the note' });
const review = (window: Page): Locator => window.locator('[data-pane="review"]');
export const annotationCards = (window: Page): Locator => review(window).locator('.annotation-card');
export const selectionToolbar = (window: Page): Locator =>
  window.getByRole('toolbar', { name: 'Selected passage' });

/** The paragraph with this number in the source that is shown. */
export const paragraph = (window: Page, number: number): Locator =>
  sourceText(window).locator(`[data-number="${String(number)}"]`);

/** A citation in the note, by what stands on its chip. */
export const chip = (window: Page, display: string): Locator =>
  noteText(window).locator('.cite-chip').filter({ hasText: display });

/** Waits until it is there to be seen. */
export async function expectVisible(part: Locator): Promise<void> {
  await part.waitFor();
}

/** Until what a key did is drawn, and the page has told the editor of its selection. */
export const drawn = (window: Page): Promise<unknown> =>
  window.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            resolve(null);
          }),
        ),
      ),
  );

/** The caret at the end of the text, above the own footnotes, with the keyboard alone. */
export async function goToEndOfText(window: Page): Promise<void> {
  await noteText(window).focus();
  await window.keyboard.press('Control+End');
  await drawn(window);
}

/** Waits until the window says that everything is on disk. */
export async function waitUntilSaved(window: Page): Promise<void> {
  await window
    .getByRole('banner')
    .getByText(/saved \d/)
    .waitFor();
}

interface Words {
  readonly paragraph: Locator;
  readonly words: string;
}

/** Where words stand on the screen: from the middle of their first line's beginning to that of their last line's end. */
async function edgesOf({ paragraph: block, words }: Words) {
  return block.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      element.scrollIntoView({ block: 'nearest' });
      const boxes = [...range.getClientRects()];
      const first = boxes[0];
      const last = boxes.at(-1);
      if (first === undefined || last === undefined) break;
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }
    throw new Error(`These words are not in the paragraph: ${wanted}`);
  }, words);
}

/** Draws the mouse over words, as a hand does: press, move in steps, let go. Returns where it let go. */
export async function selectWithMouse(window: Page, from: Words, to: Words = from) {
  // The end first: bringing it into view may move the beginning.
  await edgesOf(to);
  const start = (await edgesOf(from)).from;
  const end = (await edgesOf(to)).to;
  await window.mouse.move(start.x, start.y);
  await window.mouse.down();
  await window.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await window.mouse.move(end.x, end.y, { steps: 4 });
  await window.mouse.up();
  return end;
}
