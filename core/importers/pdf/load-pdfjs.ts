// oxlint-disable-next-line typescript/triple-slash-reference -- a declaration can not be imported, and each folder that imports core must see it
/// <reference path="./pdfjs-worker.d.ts" />
/**
 * Loads pdf.js into the thread we are in. Both halves of it, because importers run in a worker already; its `legacy`
 * build, because that brings along what Chrome 130 and Node 20 don't have yet, but for two functions.
 *
 * While its modules start, each looks at where it is, and would do two things that must not happen here:
 * - in Node it loads a native canvas, or complains on the console that there is none. It takes for Node what calls its
 *   `process` by that name;
 * - in a worker without a `window` it takes the worker's own messages for its own, and answers them.
 */
import { supplyForPdfjs } from './supply-for-pdfjs.ts';

export type PdfLibrary = Pick<typeof import('pdfjs-dist'), 'getDocument' | 'OPS' | 'VerbosityLevel'>;

let loading: Promise<PdfLibrary> | undefined;

/** The library; loaded once for a thread. */
export function loadPdfjs(): Promise<PdfLibrary> {
  supplyForPdfjs();
  loading ??= disguised(async () => {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return import('pdfjs-dist/legacy/build/pdf.mjs');
  });
  return loading;
}

async function disguised<Value>(load: () => Promise<Value>): Promise<Value> {
  const process: unknown = Reflect.get(globalThis, 'process');
  const inNode = typeof process === 'object' && process !== null;
  const hadWindow = 'window' in globalThis;
  if (inNode) Reflect.set(process, Symbol.toStringTag, 'neither Node nor a browser');
  if (!hadWindow) Reflect.set(globalThis, 'window', globalThis);
  try {
    return await load();
  } finally {
    if (inNode) Reflect.set(process, Symbol.toStringTag, 'process');
    if (!hadWindow) Reflect.deleteProperty(globalThis, 'window');
  }
}
