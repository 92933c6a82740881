/** A worker thread with a warm Typst compiler: documents in, PDF out, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { createCompiler } from './typst-compiler.ts';
import type { TypesetReply, TypesetRequest, TypesetterSettings } from './typesetter-protocol.ts';

const port = parentPort;
if (port === null) throw new Error('The typesetter runs as a worker thread.');

const compiler = createCompiler(workerData as TypesetterSettings);

const answer = (reply: TypesetReply, moved: ArrayBuffer[] = []) => {
  port.postMessage(reply, moved);
};

port.on('message', ({ job, document, measured }: TypesetRequest) => {
  if (measured) {
    answer({ job, measured, result: compiler.measure(document) });
    return;
  }
  const result = compiler.typeset(document);
  answer({ job, measured, result }, result.ok ? [result.value.pdf.buffer as ArrayBuffer] : []);
});
