import { Worker } from 'node:worker_threads';
import type { TypstDocument } from '../../core/exporters/typst/typst-document.ts';
import { refused, type Result } from '../../core/result.ts';
import type {
  TypesetLength,
  TypesetPdf,
  TypesetReply,
  TypesetRequest,
  TypesetterSettings,
} from './typesetter-protocol.ts';

export interface Typesetter {
  /** Documents are set in the order they come. Aborting gives `cancelled` at once, whatever the compiler is doing. */
  typeset(
    document: TypstDocument,
    signal?: AbortSignal,
  ): Promise<Result<TypesetPdf, 'typesetting-failed' | 'cancelled'>>;
  /**
   * How long a document is, when nothing is being set: whatever is to become a PDF comes first. One that waits for the
   * same `asker` comes back as `superseded`.
   */
  measure(
    document: TypstDocument,
    asker: unknown,
  ): Promise<Result<TypesetLength, 'typesetting-failed' | 'cancelled' | 'superseded'>>;
  /** Ends the worker; documents that are still waiting come back as `cancelled`. */
  close(): Promise<void>;
}

export interface TypesetterOptions extends TypesetterSettings {
  /** Where `typesetter-worker` is: TypeScript beside the sources, or its bundle. */
  readonly workerFile: string | URL;
}

type Failure = Result<never, 'typesetting-failed' | 'cancelled' | 'superseded'>;
type Pdf = Result<TypesetPdf, 'typesetting-failed' | 'cancelled'>;
type Length = Result<TypesetLength, 'typesetting-failed' | 'cancelled' | 'superseded'>;

interface Job {
  readonly request: TypesetRequest;
  readonly settle: (outcome: TypesetReply['result'] | Failure) => void;
}

interface Measuring {
  readonly document: TypstDocument;
  readonly settle: (outcome: Length) => void;
}

const superseded: Length = refused('superseded', 'The note was written on before it was measured.');
const cancelled: Result<never, 'cancelled'> = refused(
  'cancelled',
  'The export was cancelled. Nothing was written.',
);
const crashed: Result<never, 'typesetting-failed'> = refused(
  'typesetting-failed',
  'The typesetter stopped unexpectedly. Export again; if it happens again, shorten the note.',
);

/** Starts a worker at once, so that the fonts are read before the first document comes. */
export function createTypesetter({ workerFile, fontFolder }: TypesetterOptions): Typesetter {
  const jobs = new Map<number, Job>();
  const measurings = new Map<unknown, Measuring>();
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
      // Of those that were there: what is begun now has another worker.
      for (const job of Array.from(jobs.keys())) settle(job, crashed);
    };
    started.on('error', ended);
    started.on('exit', ended);
    return started;
  }

  function settle(job: number, outcome: TypesetReply['result'] | Failure): void {
    const waiting = jobs.get(job);
    jobs.delete(job);
    if (jobs.size === 0) worker?.unref();
    waiting?.settle(outcome);
    measureNext();
  }

  function measureNext(): void {
    const [first] = measurings;
    if (jobs.size > 0 || first === undefined) return;
    const [asker, { document, settle: finish }] = first;
    measurings.delete(asker);
    begin({ document, measured: true }, finish as Job['settle']);
  }

  function begin(wanted: Omit<TypesetRequest, 'job'>, finish: Job['settle']): number {
    lastJob += 1;
    const request = { job: lastJob, ...wanted };
    jobs.set(lastJob, { request, settle: finish });
    post(request);
    return lastJob;
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
      return new Promise((resolve) => {
        const job = begin({ document, measured: false }, (outcome) => {
          signal?.removeEventListener('abort', abort);
          resolve(outcome as Pdf); // as it was asked for
        });
        const abort = () => {
          cancel(job);
        };
        signal?.addEventListener('abort', abort, { once: true });
      });
    },
    measure(document, asker) {
      if (closed) return Promise.resolve(cancelled);
      return new Promise((resolve) => {
        measurings.get(asker)?.settle(superseded);
        measurings.set(asker, { document, settle: resolve });
        measureNext();
      });
    },
    async close() {
      closed = true;
      for (const { settle: finish } of measurings.values()) finish(cancelled);
      measurings.clear();
      for (const job of Array.from(jobs.keys())) settle(job, cancelled);
      await worker?.terminate();
    },
  };
}
