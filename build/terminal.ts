import { createInterface } from 'node:readline/promises';

/** Asks a yes-or-no question; the answer is no unless it begins with a y. `undefined` where no person sits at a terminal. */
export function askOnTerminal(): ((question: string) => Promise<boolean>) | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY || process.env.CI !== undefined) return undefined;
  return async (question) => {
    const conversation = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return /^y/i.test((await conversation.question(`${question} [y/N] `)).trim());
    } finally {
      conversation.close();
    }
  };
}

/** Messages go beside the output of what is run, not into it. */
export function logToPerson(line: string): void {
  process.stderr.write(`${line}\n`);
}
