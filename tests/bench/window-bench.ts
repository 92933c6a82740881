/** How long a window takes to be ready, and how much memory it takes, beside a bare one on the same runtime. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** Starts after which Chromium has kept what it compiled of a script: it waits for the second run of it. */
const settlingStarts = 3;

/**
 * From starting the process to the note standing in the window: at the very first start, which makes the sample, and on
 * any later day, which opens what was open last. The bare window starts beside each in the same way.
 */
export async function benchWindowReady(stage: BenchStage): Promise<BenchRow[]> {
  const folders = await Promise.all(
    ['ours', 'bare'].map((name) => mkdtemp(path.join(tmpdir(), `chancery-bench-${name}-`))),
  );
  const [ourFolder = '', bareFolder = ''] = folders;
  const chancery = (dataFolder?: string) =>
    readyIn(() => stage.startChancery(dataFolder === undefined ? {} : { dataFolder }), '.note-text p');
  const bareWindow = (dataFolder?: string) =>
    readyIn(() => stage.startBare('', dataFolder), 'body[data-ready]');
  try {
    for (let start = 0; start < settlingStarts; start += 1) {
      await chancery(ourFolder);
      await bareWindow(bareFolder);
    }
    const times = {
      first: [] as number[],
      firstBare: [] as number[],
      later: [] as number[],
      laterBare: [] as number[],
    };
    for (let round = 0; round < rounds; round += 1) {
      times.later.push(await chancery(ourFolder));
      times.laterBare.push(await bareWindow(bareFolder));
      times.first.push(await chancery());
      times.firstBare.push(await bareWindow());
    }
    const row = (what: string, ours: readonly number[], bare: readonly number[]): BenchRow => ({
      what,
      unit: 'ms',
      ours: median(ours),
      baseline: median(bare),
      baselineName: 'bare window',
      atMost: 1.5 * median(bare),
    });
    return [
      row('Window ready, with the dossier of last time', times.later, times.laterBare),
      row('Window ready at the first start, with the sample made and open', times.first, times.firstBare),
    ];
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
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
