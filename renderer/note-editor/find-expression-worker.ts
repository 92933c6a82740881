/** Looks for a regular expression in a thread of its own, as there are some that never come to an end. */
import type { Result } from '../../core/result.ts';
import { findPattern, type Pattern, type PatternMatch } from '../../core/search/find-pattern.ts';

export interface ExpressionRequest {
  readonly texts: readonly string[];
  readonly pattern: Pattern;
}

/** The first message only says that the thread has begun. */
export type ExpressionAnswer = 'ready' | Result<PatternMatch[]>;

const say = (answer: ExpressionAnswer) => {
  self.postMessage(answer);
};

self.addEventListener('message', ({ data }: MessageEvent<ExpressionRequest>) => {
  say(findPattern(data.texts, data.pattern));
});
say('ready');
