/** Opening a long source with many annotations, from the click to text that can be read. */
import type { BenchRow } from './bench-row.ts';
import type { BenchStage } from './bench-stage.ts';
import { whenThere } from './when-there.ts';
import { withMadeDossier } from './with-made-dossier.ts';

const paragraphs = 5_000;
const annotations = 2_000;

export async function benchSource(stage: BenchStage): Promise<BenchRow[]> {
  const size = { sources: 2, paragraphs, annotations };
  return withMadeDossier(size, async (file) => {
    const { window, close } = await stage.startChancery({ args: [file] });
    const openSource = async (label: string) => {
      const began = performance.now();
      await window
        .getByRole('navigation', { name: 'Dossier' })
        .getByText(`Report of meeting ${label}`)
        .click();
      await whenThere(window, `[aria-label^="Source ${label === '0' ? 'A' : 'B'}"] [data-number="1"]`);
      // Two frames: the text stands there, and is painted.
      await window.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(resolve));
          }),
      );
      return performance.now() - began;
    };
    try {
      await window.locator('[data-number="1"]').first().waitFor();
      const bare = await openSource('1');
      const ours = await openSource('0');
      return [
        {
          what: `Opening a source of ${String(paragraphs)} paragraphs with ${String(annotations)} annotations`,
          unit: 'ms',
          ours,
          baseline: bare,
          baselineName: 'the same without annotations, read for the first time',
          atMost: 1_000,
        },
      ];
    } finally {
      await close();
    }
  });
}
