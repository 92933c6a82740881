/** A worker thread with a warm Typst compiler: documents in, PDF out, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { createCompiler } from './typst-compiler.ts';
import type { TypesetReply, TypesetRequest, TypesetterSettings } from './typesetter-protocol.ts';

const port = parentPort;
if (port === null) throw new Error('The typesetter runs as a worker thread.');

const compiler = createCompiler(workerData as TypesetterSettings);

port.on('message', ({ job, document }: TypesetRequest) => {
  const result = compiler.typeset(document);
  const reply: TypesetReply = { job, result };
  port.postMessage(reply, result.ok ? [result.value.pdf.buffer as ArrayBuffer] : []);
});
