import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeDossier, type Size } from './made-dossier.ts';

/** Makes a dossier in a folder of its own, which goes when the work is done. */
export async function withMadeDossier<Outcome>(
  size: Size,
  work: (file: string) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'chancery-bench-'));
  try {
    const file = path.join(folder, 'measured.dossier');
    makeDossier(file, size);
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
