/** Runs in the sandbox of the window, in a thread of its own: the only place where a file from outside is opened. */
import { importSource } from '../../core/importers/import-source.ts';

interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  void importSource(data.bytes, data.fileName).then((result) => {
    self.postMessage(result);
  });
});
