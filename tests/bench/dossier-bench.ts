/** Opening a dossier to a window that can be used: the time and the memory grow with what is shown, not with what is stored. */
import type { BenchRow } from './bench-row.ts';
import type { BenchStage } from './bench-stage.ts';
import { median } from './statistics.ts';
import { memoryOf } from './window-bench.ts';
import { whenThere } from './when-there.ts';
import { withMadeDossier } from './with-made-dossier.ts';

const paragraphs = 50; // of each source
const rounds = 3;
const most = 1_000; // milliseconds more than an empty dossier

interface Opened {
  readonly milliseconds: number;
  readonly mebibytes: number;
}

/** Until the first source's text can be read, or the window says that there is none. */
function open(stage: BenchStage, sources: number): Promise<Opened> {
  const size = {
    sources,
    paragraphs,
    ...(sources === 0 ? {} : { annotations: 50, blocks: 30, citations: 10 }),
  };
  return withMadeDossier(size, async (file) => {
    const times: number[] = [];
    let mebibytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      const running = await stage.startChancery({ args: [file] });
      try {
        const { window } = running;
        await whenThere(window, sources === 0 ? '[data-pane="dossier"]' : '[data-number="1"]');
        times.push(performance.now() - began);
        if (round === 0) mebibytes = await memoryOf(running);
      } finally {
        await running.close();
      }
    }
    return { milliseconds: median(times), mebibytes };
  });
}

export async function benchDossier(stage: BenchStage): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const empty = await open(stage, 0);
  for (const sources of [10, 100, 1_000]) {
    const opened = await open(stage, sources);
    const what = `${String(sources)} sources (${String(sources * paragraphs)} paragraphs)`;
    rows.push(
      {
        what: `Start with a dossier of ${what}`,
        unit: 'ms',
        ours: opened.milliseconds,
        baseline: empty.milliseconds,
        baselineName: 'empty dossier',
        atMost: empty.milliseconds + most,
      },
      {
        what: `Memory with a dossier of ${what}`,
        unit: 'MiB',
        ours: opened.mebibytes,
        baseline: empty.mebibytes,
        baselineName: 'empty dossier',
        atMost: null,
      },
    );
  }
  return rows;
}
