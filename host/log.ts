import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Now } from '../core/dossier/ids.ts';

/** What went wrong, for the person to look at or send. It stays on this computer. */
export interface Log {
  error(message: string, thrown?: unknown): void;
}

interface LogOptions {
  readonly folder: string;
  readonly now: Now;
  /** Of one file; with the one before it, twice this is kept at most. */
  readonly maxBytes?: number;
}

const describe = (thrown: unknown) =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);

/** Writes `chancery.log` in a folder, and keeps the one before it as `chancery.1.log`. Never throws. */
export function createLog({ folder, now, maxBytes = 1_000_000 }: LogOptions): Log {
  const path = join(folder, 'chancery.log');
  const turnOver = (coming: number) => {
    const length = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (length > 0 && length + coming > maxBytes) renameSync(path, join(folder, 'chancery.1.log'));
  };
  return {
    error(message, thrown) {
      const detail = thrown === undefined ? '' : `\n${describe(thrown)}`;
      const entry = Buffer.from(`${now()} ${message}${detail}\n`).subarray(0, maxBytes);
      try {
        mkdirSync(folder, { recursive: true });
        turnOver(entry.length);
        appendFileSync(path, entry);
      } catch {
        // A log that can't be written must not become a second failure.
      }
    },
  };
}
