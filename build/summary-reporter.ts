import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node';

type RunEnd = Parameters<NonNullable<Reporter['onTestRunEnd']>>;

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function count(module: TestModule, counts: Counts): void {
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') counts.passed += 1;
    else if (state === 'failed') counts.failed += 1;
    else counts.skipped += 1;
  }
  // A file that can't be loaded, or a hook that fails, takes its tests with it: they are not counted anywhere else.
  if (module.errors().length > 0) counts.failed += 1;
  for (const suite of module.children.allSuites()) {
    if (suite.errors().length > 0) counts.failed += 1;
  }
}

export function summaryLine({ passed, failed, skipped }: Readonly<Counts>): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

/**
 * Ends the output of a run with one line to read: `12 passed, 0 failed`. It never says `0 failed` of a run that failed.
 * Has to be the last of the reporters. `failedBefore`: failures from before the run, which the line is to own up to.
 */
export function summaryReporter(failedBefore = 0): Reporter {
  let vitest: Vitest | undefined;
  return {
    onInit(running) {
      vitest = running;
    },
    onTestRunEnd(modules: RunEnd[0], unhandledErrors: RunEnd[1], reason: TestRunEndReason) {
      const counts = { passed: 0, failed: failedBefore + unhandledErrors.length, skipped: 0 };
      for (const module of modules) count(module, counts);
      if (reason === 'failed' && counts.failed === 0) counts.failed = 1;
      vitest?.logger.log(summaryLine(counts));
    },
  };
}
