import type { Page } from 'playwright-core';

const between = 10; // milliseconds between two looks

/**
 * Resolves when something stands on the page to be seen. Asked within the page: a locator of Playwright asks from
 * outside, after 0, 20, 70, 170, 270, 770, 1270 … milliseconds, which says of a window that stands after 300 that it
 * took 770, and nothing of a bare one, which stands before the first question.
 */
export async function whenThere(window: Page, selector: string): Promise<void> {
  await window.waitForFunction(
    (wanted) => document.querySelector(wanted)?.checkVisibility() === true,
    selector,
    { polling: between },
  );
}
