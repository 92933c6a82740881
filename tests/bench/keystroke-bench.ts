/** From a key to the paint that shows it, in a long note, beside a bare Lexical editor with as many blocks. */
import type { Page } from 'playwright-core';
import type { BenchRow } from './bench-row.ts';
import type { BenchStage } from './bench-stage.ts';
import { percentile } from './statistics.ts';
import { withMadeDossier } from './with-made-dossier.ts';

const keys = 200;
const betweenKeys = 40; // milliseconds, as somebody who types fast

/** Milliseconds for each key; the caret goes into the middle of the text first. */
async function typeIn(window: Page, selector: string): Promise<number[]> {
  const blocks = window.locator(`${selector} > p`);
  await blocks.nth(Math.floor((await blocks.count()) / 2)).click();
  await window.keyboard.press('End');
  await window.evaluate((place) => {
    const measured: number[] = [];
    Object.assign(globalThis, { measured });
    document.querySelector(place)?.addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          // The message comes when the frame has been handed on.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => measured.push(performance.now() - event.timeStamp), {
            once: true,
          });
          port1.start();
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  }, selector);
  for (let key = 0; key < keys; key += 1) {
    await window.keyboard.press('abcdefg '[key % 8] ?? 'a');
    await window.waitForTimeout(betweenKeys);
  }
  return window.evaluate(() => (globalThis as unknown as { measured: number[] }).measured);
}

async function measureBare(stage: BenchStage, blocks: number): Promise<number> {
  const bare = await stage.startBare(`lexical=${String(blocks)}`);
  try {
    await bare.window
      .locator('#text > p')
      .nth(blocks - 1)
      .waitFor();
    return percentile(await typeIn(bare.window, '#text'), 0.95);
  } finally {
    await bare.close();
  }
}

async function measureOurs(stage: BenchStage, blocks: number, citations: number): Promise<number> {
  const size = { sources: 1, paragraphs: 200, blocks, citations };
  return withMadeDossier(size, async (file) => {
    const ours = await stage.startChancery({ args: [file] });
    try {
      await ours.window
        .locator('.note-text > p')
        .nth(blocks - 1)
        .waitFor();
      return percentile(await typeIn(ours.window, '.note-text'), 0.95);
    } finally {
      await ours.close();
    }
  });
}

export async function benchKeystroke(stage: BenchStage): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [blocks, citations, atMost] of [
    [300, 100, 16],
    [2_000, 100, 33],
  ] as const) {
    rows.push({
      what: `Key to paint, p95, note of ${String(blocks)} blocks and ${String(citations)} citations`,
      unit: 'ms',
      ours: await measureOurs(stage, blocks, citations),
      baseline: await measureBare(stage, blocks),
      baselineName: 'bare Lexical',
      atMost,
    });
  }
  return rows;
}
