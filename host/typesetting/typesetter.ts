import { Worker } from 'node:worker_threads';
import type { TypstDocument } from '../../core/exporters/typst/typst-document.ts';
import { refused, type Result } from '../../core/result.ts';
import type { TypesetPdf, TypesetReply, TypesetRequest, TypesetterSettings } from './typesetter-protocol.ts';

export interface Typesetter {
  /** Documents are set in the order they come. Aborting gives `cancelled` at once, whatever the compiler is doing. */
  typeset(
    document: TypstDocument,
    signal?: AbortSignal,
  ): Promise<Result<TypesetPdf, 'typesetting-failed' | 'cancelled'>>;
  /** Ends the worker; documents that are still waiting come back as `cancelled`. */
  close(): Promise<void>;
}

export interface TypesetterOptions extends TypesetterSettings {
  /** Where `typesetter-worker` is: TypeScript beside the sources, or its bundle. */
  readonly workerFile: string | URL;
}

type Outcome = Result<TypesetPdf, 'typesetting-failed' | 'cancelled'>;

interface Job {
  readonly request: TypesetRequest;
  readonly settle: (outcome: Outcome) => void;
}

const cancelled: Outcome = refused('cancelled', 'The export was cancelled. Nothing was written.');
const crashed: Outcome = refused(
  'typesetting-failed',
  'The typesetter stopped unexpectedly. Export again; if it happens again, shorten the note.',
);

/** Starts a worker at once, so that the fonts are read before the first document comes. */
export function createTypesetter({ workerFile, fontFolder }: TypesetterOptions): Typesetter {
  const jobs = new Map<number, Job>();
  let lastJob = 0;
  let closed = false;
  let worker: Worker | undefined = start();

  function start(): Worker {
    const started = new Worker(workerFile, { workerData: { fontFolder } satisfies TypesetterSettings });
    // A worker that waits must not keep the command line from ending.
    started.unref();
    started.on('message', ({ job, result }: TypesetReply) => {
      settle(job, result);
    });
    const ended = () => {
      if (worker !== started) return;
      // The next document starts another: a worker that can't run must not be started over and over.
      worker = undefined;
      for (const job of jobs.keys()) settle(job, crashed);
    };
    started.on('error', ended);
    started.on('exit', ended);
    return started;
  }

  function settle(job: number, outcome: Outcome): void {
    const waiting = jobs.get(job);
    jobs.delete(job);
    if (jobs.size === 0) worker?.unref();
    waiting?.settle(outcome);
  }

  /** A compilation can't be interrupted: its thread is ended, and what else was waiting begins anew in another. */
  function cancel(job: number): void {
    if (!jobs.has(job)) return;
    settle(job, cancelled);
    const abandoned = worker;
    worker = closed ? undefined : start();
    void abandoned?.terminate();
    for (const { request } of jobs.values()) post(request);
  }

  function post(request: TypesetRequest): void {
    worker ??= start();
    worker.ref();
    worker.postMessage(request);
  }

  return {
    typeset(document, signal) {
      if (closed || signal?.aborted === true) return Promise.resolve(cancelled);
      lastJob += 1;
      const job = lastJob;
      return new Promise((resolve) => {
        const abort = () => {
          cancel(job);
        };
        const request: TypesetRequest = { job, document };
        jobs.set(job, {
          request,
          settle: (outcome) => {
            signal?.removeEventListener('abort', abort);
            resolve(outcome);
          },
        });
        signal?.addEventListener('abort', abort, { once: true });
        post(request);
      });
    },
    async close() {
      closed = true;
      for (const job of jobs.keys()) settle(job, cancelled);
      await worker?.terminate();
    },
  };
}
