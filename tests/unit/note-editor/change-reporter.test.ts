import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChangeReporter } from '../../../renderer/note-editor/change-reporter.ts';

describe('reporting changes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('reports a burst once, after a pause', () => {
    const report = vi.fn<() => void>();
    const reporter = createChangeReporter(report);
    reporter.changed();
    vi.advanceTimersByTime(100);
    reporter.changed();
    vi.advanceTimersByTime(149);
    expect(report).toHaveBeenCalledTimes(0);
    vi.advanceTimersByTime(1);
    expect(report).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('reports within 300 ms although typing goes on', () => {
    const report = vi.fn<() => void>();
    const reporter = createChangeReporter(report);
    for (let time = 0; time < 1_200; time += 50) {
      reporter.changed();
      vi.advanceTimersByTime(50);
    }
    expect(report.mock.calls.length).toBeGreaterThanOrEqual(3);
  });

  it('reports at once when flushed, and only what is still to be reported', () => {
    const report = vi.fn<() => void>();
    const reporter = createChangeReporter(report);
    reporter.flush();
    expect(report).toHaveBeenCalledTimes(0);
    reporter.changed();
    reporter.flush();
    expect(report).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('forgets when stopped', () => {
    const report = vi.fn<() => void>();
    const reporter = createChangeReporter(report);
    reporter.changed();
    reporter.stop();
    vi.advanceTimersByTime(1_000);
    expect(report).toHaveBeenCalledTimes(0);
  });
});
