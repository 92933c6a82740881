/** Where the program's own files are: in a checkout run as TypeScript, or beside the bundle in `dist/`. */
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Resources {
  readonly importWorker: string | URL;
  readonly typesetterWorker: string | URL;
  readonly fontFolder: string;
  /** Of PDFs with Chinese, Japanese or Korean text. */
  readonly characterMapFolder: string;
  readonly packageFile: string;
}

/**
 * A worker that is written in TypeScript: Node 20 does not hand tsx on to threads, so each has to begin with it.
 * The address carries that beginning itself.
 */
function typescriptWorker(entry: string, worker: string): URL {
  // `tsx/esm/api` by its file: `require` would find its CommonJS twin, which can't be imported from such an address.
  const tsxFolder = dirname(createRequire(entry).resolve('tsx/package.json'));
  const tsx = pathToFileURL(join(tsxFolder, 'dist', 'esm', 'api', 'index.mjs')).href;
  const file = pathToFileURL(worker).href;
  const beginning = `import { register } from ${JSON.stringify(tsx)}; register(); import(${JSON.stringify(file)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(beginning)}`);
}

/** @param entry absolute path of the command line's entry, `host/command-line/chancery.ts` or its bundle */
export function resourcesBeside(entry: string): Resources {
  const folder = dirname(entry);
  const root = join(folder, '..', '..');
  if (extname(entry) === '.ts') {
    return {
      importWorker: typescriptWorker(entry, join(folder, 'import-worker.ts')),
      typesetterWorker: typescriptWorker(entry, join(root, 'host', 'typesetting', 'typesetter-worker.ts')),
      fontFolder: join(root, 'node_modules', '@expo-google-fonts'),
      characterMapFolder: join(root, 'node_modules', 'pdfjs-dist', 'cmaps'),
      packageFile: join(root, 'package.json'),
    };
  }
  return {
    importWorker: join(folder, 'import-worker.cjs'),
    typesetterWorker: join(folder, 'typesetter-worker.cjs'),
    fontFolder: join(root, 'dist', 'resources', 'fonts'),
    characterMapFolder: join(root, 'dist', 'resources', 'character-maps'),
    packageFile: join(root, 'package.json'),
  };
}
