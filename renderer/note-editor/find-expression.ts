import { refused, type Result } from '../../core/result.ts';
import type { Pattern, PatternMatch } from '../../core/search/find-pattern.ts';
import type { ExpressionAnswer, ExpressionRequest } from './find-expression-worker.ts';

const patience = 1_000; // milliseconds for one search, once the thread has begun
const patienceToBegin = 10_000;

const tooSlow = refused(
  'too-slow',
  'This expression takes longer than a second, so looking was stopped. Write it more simply.',
);

export interface ExpressionFinder {
  /** `null` when another search was asked for meanwhile. */
  find(texts: readonly string[], pattern: Pattern): Promise<Result<PatternMatch[]> | null>;
  end(): void;
}

/** Looks for regular expressions in a thread that is ended when one takes too long. */
export function createExpressionFinder(): ExpressionFinder {
  let thread: { readonly worker: Worker; isReady: boolean } | null = null;
  let stopWaiting: ((answer: Result<PatternMatch[]> | null) => void) | null = null;

  const end = () => {
    thread?.worker.terminate();
    thread = null;
    stopWaiting?.(null);
  };

  function begun(): NonNullable<typeof thread> {
    thread ??= {
      worker: new Worker(new URL('./find-expression-worker.ts', import.meta.url), { type: 'module' }),
      isReady: false,
    };
    return thread;
  }

  function find(texts: readonly string[], pattern: Pattern): Promise<Result<PatternMatch[]> | null> {
    // One that is still being looked for is of no use any more.
    if (stopWaiting !== null) end();
    const used = begun();
    const answered = new AbortController();
    return new Promise((resolve) => {
      const finish = (answer: Result<PatternMatch[]> | null) => {
        clearTimeout(timer);
        stopWaiting = null;
        answered.abort();
        resolve(answer);
      };
      const giveUp = () => {
        finish(tooSlow);
        end();
      };
      let timer = setTimeout(giveUp, used.isReady ? patience : patienceToBegin);
      stopWaiting = finish;
      const listen = ({ data }: MessageEvent<ExpressionAnswer>) => {
        if (data !== 'ready') {
          finish(data);
          return;
        }
        used.isReady = true;
        clearTimeout(timer);
        timer = setTimeout(giveUp, patience);
      };
      used.worker.addEventListener('message', listen, { signal: answered.signal });
      const request: ExpressionRequest = { texts, pattern };
      used.worker.postMessage(request);
    });
  }
  return { find, end };
}
