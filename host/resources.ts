/** Where the program's own files are: in a checkout run as TypeScript, or beside the bundle in `dist/`. */
import { dirname, extname, join } from 'node:path';

export interface Resources {
  readonly importWorker: string;
  readonly typesetterWorker: string;
  /** Made by bundling; without it a checkout can do everything but set a PDF. */
  readonly fontFolder: string;
  readonly seedsFolder: string;
  readonly packageFile: string;
}

/** @param entry absolute path of the command line's entry, `host/command-line/chancery.ts` or its bundle */
export function resourcesBeside(entry: string): Resources {
  const folder = dirname(entry);
  const root = join(folder, '..', '..');
  if (extname(entry) === '.ts') {
    return {
      importWorker: join(folder, 'import-worker.ts'),
      typesetterWorker: join(root, 'host', 'typesetting', 'typesetter-worker.ts'),
      fontFolder: join(root, 'dist', 'resources', 'fonts'),
      seedsFolder: join(root, 'seeds'),
      packageFile: join(root, 'package.json'),
    };
  }
  return {
    importWorker: join(folder, 'import-worker.cjs'),
    typesetterWorker: join(folder, 'typesetter-worker.cjs'),
    fontFolder: join(root, 'dist', 'resources', 'fonts'),
    seedsFolder: join(root, 'dist', 'resources', 'seeds'),
    packageFile: join(root, 'package.json'),
  };
}
