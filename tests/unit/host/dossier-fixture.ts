import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Result } from '../../../core/result.ts';
import { createDossierFile, type DossierFile } from '../../../host/dossier-file/dossier-file.ts';

/** A folder of the running test's own, gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Counts up, so that ids and moments are the same in each run. */
export function countingTools() {
  let count = 0;
  return {
    newId: () => `id${String((count += 1)).padStart(4, '0')}`,
    now: () => new Date(Date.UTC(2025, 6, 12, 9) + (count += 1) * 1000).toISOString(),
  };
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** The code of a refusal; `null` when it was done. */
export const codeOf = (result: Result<unknown>) => (result.ok ? null : result.error.code);

export function newDossier(path = join(temporaryFolder(), 'x.dossier')): DossierFile {
  const dossier = valueOf(createDossierFile(path, { title: 'Test', ...countingTools() }));
  let open = true;
  const close = () => {
    if (open) dossier.close();
    open = false;
  };
  onTestFinished(close);
  return { ...dossier, close };
}

export const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
