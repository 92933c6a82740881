import type { ImportedDocument } from '../../core/dossier/source.ts';
import { refused, type Result } from '../../core/result.ts';

const patience = 30_000; // milliseconds for one file

/** Opens a file's bytes in a worker, which is ended when it takes too long, fails, or `signal` says so. */
export function importInSandbox(
  bytes: Uint8Array,
  fileName: string,
  signal: AbortSignal,
): Promise<Result<ImportedDocument>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    const finish = (result: Result<ImportedDocument>) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => {
      finish(refused('too-slow', `“${fileName}” took longer than 30 seconds to read, so it was left out.`));
    }, patience);
    signal.addEventListener('abort', () => {
      finish(refused('cancelled', `“${fileName}” was not added.`));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Result<ImportedDocument>>) => {
      finish(data);
    });
    worker.addEventListener('error', () => {
      finish(refused('unreadable', `“${fileName}” could not be read. The dossier is unchanged.`));
    });
    worker.postMessage({ bytes, fileName });
  });
}
