/**
 * Bundles everything that runs into dist/: the shell, its preload, the workers, the command line, and the window.
 * Native packages stay outside (they are the only entries under `dependencies` in package.json).
 */
import { cp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defaultClientConditions, type InlineConfig } from 'vite';
import { largeFontFiles, usualFontFiles } from '../host/typesetting/fonts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const nativePackages = Object.keys(
  (createRequire(import.meta.url)('../package.json') as { dependencies: Record<string, string> })
    .dependencies,
);

/** Electron 33 is the oldest runtime that the tests use: Chrome 130, Node 20.18. */
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

interface BundleOptions {
  readonly minify?: boolean;
}

function nodeBundle(folder: string, entries: Record<string, string>, options: BundleOptions): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external: nativePackages, target: 'node' },
    build: {
      ssr: true,
      outDir: path.join(dist, folder),
      emptyOutDir: false,
      target: nodeTarget,
      minify: options.minify ?? false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, path.join(root, file)]),
        ),
        external: ['electron', /^node:/, ...nativePackages],
        // CommonJS: a sandboxed preload has to be, and the rest starts quicker as it is.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'shared/[name]-[hash].cjs' },
      },
    },
  };
}

function windowBundle(options: BundleOptions): InlineConfig {
  return {
    configFile: false,
    root: path.join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    // What a package has for workers runs in the window too; what it has for browsers may ask for a `document`, and the
    // worker that opens files has none.
    resolve: { conditions: ['worker', ...defaultClientConditions] },
    worker: { format: 'es' },
    build: {
      outDir: path.join(dist, 'renderer'),
      emptyOutDir: false,
      target: chromeTarget,
      minify: options.minify ?? true,
      // A `data:` font would need a hole in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      // A remark on how long the bundling took, which on a busy computer is no one's fault.
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  };
}

/** What PDFs with Chinese, Japanese or Korean text may name instead of holding it. */
async function copyCharacterMaps(folder: string): Promise<void> {
  await cp(path.join(root, 'node_modules', 'pdfjs-dist', 'cmaps'), path.join(folder, 'character-maps'), {
    recursive: true,
  });
}

async function copyResources(): Promise<void> {
  const fonts = path.join(dist, 'resources', 'fonts');
  for (const file of [...usualFontFiles, ...largeFontFiles]) {
    await cp(path.join(root, 'node_modules', '@expo-google-fonts', file), path.join(fonts, file));
  }
  // For the command line, and for the window, which has no other way to a file.
  for (const folder of ['resources', 'renderer']) await copyCharacterMaps(path.join(dist, folder));
  await cp(path.join(root, 'seeds'), path.join(dist, 'resources', 'seeds'), { recursive: true });
}

/** Empties the folders it fills, then fills them. Throws with the bundler's own message where code does not build. */
export async function bundle(options: BundleOptions = {}): Promise<void> {
  for (const folder of ['electron', 'command-line', 'renderer', 'resources']) {
    await rm(path.join(dist, folder), { recursive: true, force: true });
  }
  await build(
    nodeBundle(
      'electron',
      { main: 'electron/main.ts', 'typesetter-worker': 'host/typesetting/typesetter-worker.ts' },
      options,
    ),
  );
  // Alone, so that nothing of it lands in a shared file: a sandboxed preload can't load a second one.
  await build(nodeBundle('electron', { preload: 'electron/preload.ts' }, options));
  await build(
    nodeBundle(
      'command-line',
      {
        chancery: 'host/command-line/chancery.ts',
        'import-worker': 'host/command-line/import-worker.ts',
        'typesetter-worker': 'host/typesetting/typesetter-worker.ts',
      },
      options,
    ),
  );
  await build(windowBundle(options));
  await copyResources();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await bundle({ minify: process.argv.includes('--minify') });
}
