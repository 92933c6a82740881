import os from 'node:os';
import { defineConfig } from 'vitest/config';
import { windowsAtOnce } from './build/windows-at-once.ts';
import { summaryReporter } from './build/summary-reporter.ts';

const project = (name: string, options: Record<string, unknown> = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    pool: 'forks' as const,
    maxWorkers: os.availableParallelism(),
    ...options,
  },
});

const packaging = 'tests/electron/package.test.ts';
const inWindows = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  globalSetup: ['tests/electron/electron-setup.ts'],
};

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('contract', { testTimeout: 30_000 }),
      project('architecture', { testTimeout: 60_000 }),
      project('electron', {
        ...inWindows,
        exclude: [packaging],
        maxWorkers: windowsAtOnce(),
        // After the others, which take every processor there is.
        sequence: { groupOrder: 1 },
      }),
      // Last and alone: packaging makes the bundle anew, which the others run.
      project('packaging', {
        ...inWindows,
        include: [packaging],
        maxWorkers: 1,
        sequence: { groupOrder: 2 },
      }),
    ],
    reporters: ['default', summaryReporter(Number(process.env.CHANCERY_FAILED_CHECKS ?? 0))],
  },
});
