import os from 'node:os';
import { hasDisplay } from './display.ts';

/**
 * How many tests may have a window at the same time: two where each gets a display of its own and there are processors
 * for both; otherwise one, as windows on one screen take the keyboard from each other.
 */
export function windowsAtOnce(): 1 | 2 {
  return hasDisplay(process.env, process.platform) || os.availableParallelism() < 2 ? 1 : 2;
}
