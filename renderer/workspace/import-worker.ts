/** Runs in the sandbox of the window, in a thread of its own: the only place where a file from outside is opened. */
import { importSource } from '../../core/importers/import-source.ts';

interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  self.postMessage(importSource(data.bytes, data.fileName));
});
