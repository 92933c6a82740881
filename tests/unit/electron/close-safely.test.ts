import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeSafely, type CloseTrouble } from '../../../electron/close-safely.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A window that closes unless a listener of `close` prevents it. */
function setUp(lose: boolean, crashed = false) {
  const events = new EventEmitter();
  const asked: CloseTrouble[] = [];
  let closed = false;
  let flushes = 0;
  const close = () => {
    let prevented = false;
    events.emit('close', {
      preventDefault: () => {
        prevented = true;
      },
    });
    closed ||= !prevented;
  };
  const window = {
    on: events.on.bind(events),
    close,
    isDestroyed: () => closed,
    webContents: { isCrashed: () => crashed },
  };
  const safely = closeSafely(window as never, {
    askToFlush: () => {
      flushes += 1;
    },
    askToLose: (trouble) => {
      asked.push(trouble);
      return Promise.resolve(lose);
    },
  });
  return { safely, close, asked, isClosed: () => closed, flushes: () => flushes };
}

it('closes when everything is handed over, and not before', () => {
  const { safely, close, asked, isClosed, flushes } = setUp(false);
  close();
  expect([isClosed(), flushes()]).toEqual([false, 1]);
  safely.flushed();
  expect([isClosed(), asked.length]).toEqual([true, 0]);
});

it('stays when something is not saved and the person keeps it, and asks anew at the next closing', async () => {
  const { safely, close, asked, isClosed } = setUp(false);
  close();
  safely.flushFailed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([isClosed(), asked]).toEqual([false, ['not-saved']]);
  close();
  safely.flushFailed();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(2);
  close();
  safely.flushed();
  expect(isClosed()).toBe(true);
});

it('closes when the person says to lose it', async () => {
  const { safely, close, isClosed } = setUp(true);
  close();
  safely.flushFailed();
  await vi.advanceTimersByTimeAsync(0);
  expect(isClosed()).toBe(true);
});

it('asks instead of closing when the window does not answer', async () => {
  const { close, asked, isClosed } = setUp(false);
  close();
  close();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([isClosed(), asked]).toEqual([false, ['no-answer']]);
});

it('takes no notice of an answer that nobody waits for', () => {
  const { safely, asked, isClosed } = setUp(true);
  safely.flushed();
  safely.flushFailed();
  expect([isClosed(), asked.length]).toEqual([false, 0]);
});

it('does not hold a window whose page has crashed', () => {
  const { close, isClosed } = setUp(false, true);
  close();
  expect(isClosed()).toBe(true);
});
