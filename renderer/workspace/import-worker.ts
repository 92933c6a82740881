/** Runs in the sandbox of the window, in a thread of its own: the only place where a file from outside is opened. */
import type { ImportAnswers, ImportMessage, ImportRequest } from './import-request.ts';
import type { Result } from '../../core/result.ts';

const say = (message: ImportMessage) => {
  self.postMessage(message);
};

async function answer(request: ImportRequest): Promise<Result<ImportAnswers[ImportRequest['kind']]>> {
  switch (request.kind) {
    case 'file': {
      const { importSource } = await import('../../core/importers/import-source.ts');
      const progress = (share: number) => {
        say({ kind: 'progress', share });
      };
      return importSource(request.bytes, request.fileName, { progress, readCharacterMap });
    }
    case 'pasted': {
      const { importPasted } = await import('../../core/importers/pasted/import-pasted.ts');
      return importPasted(request.pasted);
    }
    case 'bibliography': {
      const [{ decodeText }, { readBibliography }] = await Promise.all([
        import('../../core/importers/text/decode-text.ts'),
        import('../../core/bibliography/read-bibliography.ts'),
      ]);
      const text = decodeText(request.bytes, request.fileName);
      return text.ok ? readBibliography(text.value, request.fileName) : text;
    }
  }
}

/** From the program's own files; nothing else is within reach of the window. */
async function readCharacterMap(name: string): Promise<Uint8Array | null> {
  const response = await fetch(new URL(`../character-maps/${name}`, self.location.href));
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  void answer(data).then(
    (result) => {
      say({ kind: 'answer', result });
    },
    (thrown: unknown) => {
      // Said by the worker's `error` event, which also tells the log.
      setTimeout(() => {
        throw thrown;
      });
    },
  );
});
