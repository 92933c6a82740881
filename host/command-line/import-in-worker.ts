import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { ImportedDocument } from '../../core/dossier/source.ts';
import { importedDocumentSchema } from '../../core/host-contract.ts';
import { done, refused, type Refusal, type Result } from '../../core/result.ts';

export interface ImportTask {
  readonly bytes: Uint8Array;
  /** Without folders. */
  readonly fileName: string;
}

export interface ImportLimits {
  readonly milliseconds: number;
  /** Of the thread's heap, in MiB. */
  readonly memory: number;
}

export type ImportOutcome = Result<ImportedDocument>;

const usualLimits: ImportLimits = { milliseconds: 60_000, memory: 512 };

const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: importedDocumentSchema }),
  v.object({ ok: v.literal(false), error: v.object({ code: v.string(), message: v.string() }) }),
]);

const tooLong = (fileName: string, milliseconds: number): Refusal => ({
  code: 'time-limit',
  message: `“${fileName}” was not read within ${String(milliseconds / 1000)} seconds, the most that is allowed. Split it, then import its parts.`,
});

const tooMuch = (fileName: string, memory: number): Refusal => ({
  code: 'memory-limit',
  message: `Reading “${fileName}” took more than ${String(memory)} MiB of memory, the most that is allowed. Split it, then import its parts.`,
});

/** Runs the importers on a file in a thread of its own. Refuses with `time-limit` or `memory-limit` what exceeds them. */
export function importInWorker(
  workerFile: string,
  task: ImportTask,
  { milliseconds, memory }: ImportLimits = usualLimits,
): Promise<ImportOutcome> {
  const worker = new Worker(workerFile, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  return new Promise<ImportOutcome>((resolve, reject) => {
    const clock = setTimeout(() => {
      resolve({ ok: false, error: tooLong(task.fileName, milliseconds) });
    }, milliseconds);
    worker.once('message', (message: unknown) => {
      const reply = v.parse(replySchema, message);
      resolve(reply.ok ? done(reply.value) : refused(reply.error.code, reply.error.message));
    });
    worker.once('error', (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        resolve({ ok: false, error: tooMuch(task.fileName, memory) });
      } else reject(thrown);
    });
    worker.once('exit', () => {
      clearTimeout(clock);
      reject(new Error('The import thread ended without an answer.')); // means nothing once it has answered
    });
  }).finally(() => worker.terminate());
}
