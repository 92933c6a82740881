/** The thread in which the command line opens a file that somebody sent: it can be stopped, and has its own memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { importSource } from '../../core/importers/import-source.ts';
import type { ImportTask } from './import-in-worker.ts';

const { bytes, fileName } = workerData as ImportTask;
void importSource(bytes, fileName).then((result) => {
  parentPort?.postMessage(result);
});
