import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lockWhenIdle } from '../../../renderer/workspace/lock-when-idle.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(minutes: number) {
  const window = new EventTarget();
  let locks = 0;
  const stop = lockWhenIdle(window, { minutes: () => minutes, lock: () => (locks += 1), now: Date.now });
  return { window, stop, locks: () => locks };
}

it('locks when nothing was done for as long as was set, and once', () => {
  const { locks } = watch(5);
  vi.advanceTimersByTime(5 * minute - 1);
  expect(locks()).toBe(0);
  vi.advanceTimersByTime(minute);
  expect(locks()).toBe(1);
  vi.advanceTimersByTime(3 * minute);
  expect(locks()).toBe(1);
});

it.each(['keydown', 'pointermove', 'wheel'])('begins anew at a %s', (sign) => {
  const { window, locks } = watch(5);
  vi.advanceTimersByTime(4 * minute);
  window.dispatchEvent(new Event(sign));
  vi.advanceTimersByTime(4 * minute);
  expect(locks()).toBe(0);
  vi.advanceTimersByTime(2 * minute);
  expect(locks()).toBe(1);
});

it('locks at the first look after the computer has slept for longer, though its timers stood still', () => {
  const { locks } = watch(15);
  vi.setSystemTime(8 * 60 * minute);
  vi.advanceTimersByTime(10_000);
  expect(locks()).toBe(1);
});

it('never locks when that was set, nor after it was stopped', () => {
  const never = watch(0);
  const stopped = watch(5);
  stopped.stop();
  vi.advanceTimersByTime(24 * 60 * minute);
  expect([never.locks(), stopped.locks()]).toEqual([0, 0]);
});
