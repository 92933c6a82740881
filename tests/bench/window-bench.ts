/** How long a window takes to be ready, and how much memory it takes, beside a bare one on the same runtime. */
import type { BenchRow } from './bench-row.ts';
import type { BenchStage, Running } from './bench-stage.ts';
import { median } from './statistics.ts';
import { whenThere } from './when-there.ts';

const rounds = 7;

async function readyIn(start: () => Promise<Running>, ready: string): Promise<number> {
  const began = performance.now();
  const running = await start();
  try {
    await whenThere(running.window, ready);
    return performance.now() - began;
  } finally {
    await running.close();
  }
}

/** From starting the process to the sample's note standing in the window. */
export async function benchWindowReady(stage: BenchStage): Promise<BenchRow[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  await readyIn(() => stage.startChancery(), '.note-text p'); // the first start reads everything from the disk
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await readyIn(() => stage.startChancery(), '.note-text p'));
    bare.push(await readyIn(() => stage.startBare(), 'body[data-ready]'));
  }
  return [
    {
      what: 'Window ready, with the sample made and open',
      unit: 'ms',
      ours: median(ours),
      baseline: median(bare),
      baselineName: 'bare window',
      atMost: 1.5 * median(bare),
    },
  ];
}

/**
 * MiB of all processes of an application, after it has come to rest: private memory where the system tells it
 * (Windows), otherwise resident memory, in which what processes share is counted for each.
 */
export async function memoryOf({ application, window }: Running): Promise<number> {
  await window.waitForTimeout(2_000);
  return application.evaluate(({ app }) => {
    const kilobytes = app
      .getAppMetrics()
      .map(({ memory }) => memory.privateBytes ?? memory.workingSetSize)
      .reduce((sum, each) => sum + each, 0);
    return kilobytes / 1024;
  });
}

export async function benchMemory(stage: BenchStage): Promise<BenchRow[]> {
  const measure = async (start: () => Promise<Running>, ready: string) => {
    const running = await start();
    try {
      await running.window.locator(ready).first().waitFor();
      return await memoryOf(running);
    } finally {
      await running.close();
    }
  };
  const ours = await measure(() => stage.startChancery(), '.note-text p');
  const bare = await measure(() => stage.startBare(), 'body[data-ready]');
  return [
    {
      what: 'Memory of the whole application with the sample',
      unit: 'MiB',
      ours,
      baseline: bare,
      baselineName: 'bare window',
      atMost: 1.3 * bare,
    },
  ];
}
