import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { ImportedDocument } from '../../core/dossier/source.ts';
import { importedDocumentSchema } from '../../core/host-contract.ts';
import { done, refused, type Refusal, type Result } from '../../core/result.ts';

export interface ImportTask {
  readonly bytes: Uint8Array;
  /** Without folders. */
  readonly fileName: string;
  /** Where the character maps of PDFs are. Without it, text that needs one is not read. */
  readonly characterMapFolder?: string;
}

export interface ImportLimits {
  readonly milliseconds: number;
  /** Of the thread's heap, in MiB. */
  readonly memory: number;
}

const usualLimits: ImportLimits = { milliseconds: 60_000, memory: 512 };

const attachmentSchema = v.object({
  fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  bytes: v.instance(Uint8Array),
});

const replySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    value: v.object({
      ...importedDocumentSchema.entries,
      attachments: v.exactOptional(v.pipe(v.array(attachmentSchema), v.readonly())),
    }),
  }),
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

/** The thread's answer, unread: a refusal of this function's own has the same form. */
function answerOf(worker: Worker, { fileName }: ImportTask, limits: ImportLimits): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      resolve({ ok: false, error: tooLong(fileName, limits.milliseconds) });
    }, limits.milliseconds);
    worker.once('message', resolve);
    worker.once('error', (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        resolve({ ok: false, error: tooMuch(fileName, limits.memory) });
      } else reject(thrown);
    });
    worker.once('exit', () => {
      clearTimeout(clock);
      reject(new Error('The import thread ended without an answer.')); // means nothing once it has answered
    });
  });
}

/** Runs the importers on a file in a thread of its own. Refuses with `time-limit` or `memory-limit` what exceeds them. */
export async function importInWorker(
  workerFile: string | URL,
  task: ImportTask,
  limits: ImportLimits = usualLimits,
): Promise<Result<ImportedDocument>> {
  const worker = new Worker(workerFile, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  });
  try {
    const reply = v.parse(replySchema, await answerOf(worker, task, limits));
    return reply.ok ? done(reply.value) : refused(reply.error.code, reply.error.message);
  } finally {
    await worker.terminate();
  }
}
