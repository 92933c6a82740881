/** `npm run bench [-- --only NAME]`: measures Chancery beside what it is built on. Nothing here is a test. */
import { writeSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchRow } from './bench-row.ts';
import { setBenchStage, type BenchStage } from './bench-stage.ts';
import { benchDiff } from './diff-bench.ts';
import { benchDossier } from './dossier-bench.ts';
import { benchKeystroke } from './keystroke-bench.ts';
import { benchNote } from './note-bench.ts';
import { benchPdf } from './pdf-bench.ts';
import { benchReanchor } from './reanchor-bench.ts';
import { benchSearch } from './search-bench.ts';
import { benchSource } from './source-bench.ts';
import { benchMemory, benchWindowReady } from './window-bench.ts';

/** In the order of the table. Those that need no window get none. */
const benches: Readonly<Record<string, (stage: () => Promise<BenchStage>) => Promise<BenchRow[]>>> = {
  window: async (stage) => benchWindowReady(await stage()),
  memory: async (stage) => benchMemory(await stage()),
  keystroke: async (stage) => benchKeystroke(await stage()),
  note: async (stage) => benchNote(await stage()),
  source: async (stage) => benchSource(await stage()),
  dossier: async (stage) => benchDossier(await stage()),
  pdf: () => benchPdf(),
  diff: () => benchDiff(),
  search: () => benchSearch(),
  reanchor: () => benchReanchor(),
};

const { values: options } = parseArgs({ options: { only: { type: 'string' } } });
if (options.only !== undefined && !(options.only in benches)) {
  console.error(`There is no bench “${options.only}”. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

function figure(value: number, unit: string): string {
  return `${value < 100 ? value.toFixed(1) : String(Math.round(value))} ${unit}`;
}

function comparison({ ours, baseline, atMost, unit }: BenchRow): string {
  const ratio = baseline === null || baseline === 0 ? [] : [`× ${(ours / baseline).toFixed(2)}`];
  return [...ratio, ...(atMost === null ? [] : [`at most ${figure(atMost, unit)}`])].join(', ');
}

function verdict({ ours, atMost }: BenchRow): string {
  if (atMost === null) return 'measured';
  return ours <= atMost ? 'within' : 'MISSED';
}

function cells(row: BenchRow): string[] {
  const beside = row.baseline === null ? '—' : `${figure(row.baseline, row.unit)} (${row.baselineName})`;
  return [row.what, figure(row.ours, row.unit), beside, comparison(row), verdict(row)];
}

function printTable(rows: readonly BenchRow[]): void {
  const table = [['what', 'ours', 'beside it', 'ratio or at most', 'verdict'], ...rows.map(cells)];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of table) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

let stage: Promise<BenchStage> | undefined;
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (options.only !== undefined && options.only !== name) continue;
  writeSync(2, `measuring ${name}…\n`);
  rows.push(...(await bench(() => (stage ??= setBenchStage()))));
}
await (await stage)?.close();
printTable(rows);
console.log(`Load of the machine in the last minute: ${(loadavg()[0] ?? 0).toFixed(2)}.`);
