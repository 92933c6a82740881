import { refused, type Result } from '../../core/result.ts';
import type { ImportAnswers, ImportMessage, ImportRequest } from './import-request.ts';

const patience = 30_000; // milliseconds for one file
/** Where a file tells how far it is, it may take as long as this, as the person can see that it goes on. */
const patienceWithProgress = 180_000;

interface SandboxOptions {
  /** For sentences. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** The share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Opens bytes from outside in a worker, which is ended when it takes too long, fails, or `signal` says so. */
export function importInSandbox<Kind extends ImportRequest['kind']>(
  request: Extract<ImportRequest, { kind: Kind }>,
  { name, signal, onProgress }: SandboxOptions,
): Promise<Result<ImportAnswers[Kind]>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    const began = performance.now();
    const finish = (result: Result<ImportAnswers[Kind]>) => {
      clearTimeout(timer);
      worker.terminate();
      signal.removeEventListener('abort', cancel);
      resolve(result);
    };
    const tooSlow = () => {
      const seconds = String(Math.round((performance.now() - began) / 1_000));
      finish(
        refused('too-slow', `“${name}” took longer than ${seconds} seconds to read, so it was left out.`),
      );
    };
    const cancel = () => {
      finish(refused('cancelled', `“${name}” was not added.`));
    };
    let timer = setTimeout(tooSlow, patience);
    signal.addEventListener('abort', cancel);
    worker.addEventListener('message', ({ data }: MessageEvent<ImportMessage>) => {
      if (data.kind === 'answer') {
        finish(data.result as Result<ImportAnswers[Kind]>);
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(tooSlow, Math.min(patience, patienceWithProgress - (performance.now() - began)));
      onProgress?.(data.share);
    });
    worker.addEventListener('error', () => {
      finish(refused('unreadable', `“${name}” could not be read. The dossier is unchanged.`));
    });
    if (signal.aborted) cancel();
    else worker.postMessage(request);
  });
}
