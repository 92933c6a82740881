import { defineConfig } from 'vitest/config';
import { summaryReporter } from './build/summary-reporter.ts';

const project = (name: string, options: Record<string, unknown> = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    pool: 'forks' as const,
    ...options,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('contract', { testTimeout: 30_000 }),
      project('architecture', { testTimeout: 60_000 }),
      // One window at a time: two cores, and one X display.
      project('electron', {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        globalSetup: ['tests/electron/electron-setup.ts'],
      }),
    ],
    reporters: ['default', summaryReporter(Number(process.env.CHANCERY_FAILED_CHECKS ?? 0))],
  },
});
