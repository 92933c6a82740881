import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A throw-away folder that mirrors the project's layout. Paths have `/` between folders. */
export interface FixtureTree {
  readonly folder: string;
  write(file: string, text: string): void;
  remove(): void;
}

export function createFixtureTree(): FixtureTree {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'chancery-rules-'));
  return {
    folder,
    write(file, text) {
      const target = path.join(folder, ...file.split('/'));
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
