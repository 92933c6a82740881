/** Opening a long note, from the click to text that can be read, beside a bare Lexical editor with as many blocks. */
import type { Page } from 'playwright-core';
import type { BenchRow } from './bench-row.ts';
import type { BenchStage } from './bench-stage.ts';
import { median } from './statistics.ts';
import { whenThere } from './when-there.ts';
import { withMadeDossier } from './with-made-dossier.ts';

const blocks = 2_000;
const citations = 100;
const rounds = 5;

/** Two frames: the text stands there, and is painted. */
const painted = (window: Page) =>
  window.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );

async function openOurs(stage: BenchStage, file: string): Promise<number> {
  const { window, close } = await stage.startChancery({ args: [file] });
  try {
    await whenThere(window, '.note-text');
    const began = performance.now();
    await window.getByRole('navigation', { name: 'Dossier' }).getByText('Measured').last().click();
    await whenThere(window, `.note-text > p:nth-child(${String(blocks)})`);
    await painted(window);
    return performance.now() - began;
  } finally {
    await close();
  }
}

async function openBare(stage: BenchStage): Promise<number> {
  const { window, close } = await stage.startBare();
  try {
    await whenThere(window, 'body');
    const began = performance.now();
    await window.evaluate((count) => {
      (globalThis as unknown as { showBlocks: (count: number) => void }).showBlocks(count);
    }, blocks);
    await whenThere(window, `#text > p:nth-child(${String(blocks)})`);
    await painted(window);
    return performance.now() - began;
  } finally {
    await close();
  }
}

export async function benchNote(stage: BenchStage): Promise<BenchRow[]> {
  return withMadeDossier(
    { sources: 1, paragraphs: 200, blocks, citations, shortNote: true },
    async (file) => {
      const ours: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await openOurs(stage, file));
        bare.push(await openBare(stage));
      }
      return [
        {
          what: `Opening a note of ${String(blocks)} blocks and ${String(citations)} citations`,
          unit: 'ms',
          ours: median(ours),
          baseline: median(bare),
          baselineName: 'bare Lexical',
          atMost: 500,
        },
      ];
    },
  );
}
