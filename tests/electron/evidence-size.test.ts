/** The evidence board of a large dossier, in the real application. A file of its own: it makes that dossier itself. */
import { expect, it } from 'vitest';
import { withMadeDossier } from '../bench/with-made-dossier.ts';
import { launchChancery } from './electron-fixture.ts';
import { noteText } from './window-parts.ts';

const size = { sources: 2, paragraphs: 200, annotations: 2_000, blocks: 40, citations: 40 };

it('is quick with two thousand cards', async () => {
  await withMadeDossier(size, async (file) => {
    const { window, close } = await launchChancery({ args: [file] });
    try {
      // Reading so large a dossier is not what is measured here.
      await noteText(window).waitFor({ timeout: 60_000 });
      const board = window.locator('[data-pane="board"]');
      const began = Date.now();
      await window.keyboard.press('Control+Shift+e');
      await board.getByText('2000 cards').first().waitFor();
      await board.locator('.evidence-card').first().waitFor();
      const opened = Date.now() - began;
      await window.keyboard.press('End');
      await expect
        .poll(() => window.evaluate(() => document.activeElement?.textContent ?? ''))
        .toContain('A ¶200');
      await window.keyboard.press('/');
      const slowest = await window.evaluate(async () => {
        const field = document.querySelector<HTMLInputElement>('.board-search');
        const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        const times: number[] = [];
        for (let length = 1; length <= 'point 12'.length; length += 1) {
          const started = performance.now();
          setValue?.call(field, 'point 12'.slice(0, length));
          field?.dispatchEvent(new Event('input', { bubbles: true }));
          // Two frames: what was typed is seen.
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          times.push(performance.now() - started);
        }
        return Math.max(...times);
      });
      await expect.poll(() => board.getByRole('status').textContent()).toMatch(/^\d+ of 2000 cards$/);
      // On a quiet machine the board is there in about half a second, and a key takes a few frames.
      expect(opened).toBeLessThan(8_000);
      expect(slowest).toBeLessThan(1_500);
    } finally {
      await close();
    }
  });
});
