/** Runs in the sandbox of the window, in a thread of its own: the only place where a file from outside is opened. */
import { importSource } from '../../core/importers/import-source.ts';

interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** From the program's own files; nothing else is within reach of the window. */
async function readCharacterMap(name: string): Promise<Uint8Array | null> {
  const response = await fetch(new URL(`../character-maps/${name}`, self.location.href));
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  void importSource(data.bytes, data.fileName, { readCharacterMap }).then((result) => {
    self.postMessage(result);
  });
});
