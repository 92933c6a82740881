/**
 * `npm run package -- [--dir] [--test-build]`: makes what people install, for the system that this runs on. With `--dir`,
 * only the folder. `--dir --test-build` makes one for tests, with whatever Electron there is, which says what it is.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { done, refused, type Result } from '../core/result.ts';
import { bundle } from './bundle.ts';
import { packageConfiguration, type PackageKind } from './electron-builder.ts';
import { findElectronRuntime, findOfficialRuntime, searchOnThisMachine } from './electron-runtime.ts';
import { askOnTerminal, logToPerson } from './terminal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const usage = 'usage: npm run package -- [--dir] [--test-build]   (--test-build only together with --dir)';

interface Wanted {
  readonly dir: boolean;
  readonly testBuild: boolean;
}

function readArguments(args: string[]): Wanted | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        dir: { type: 'boolean', default: false },
        'test-build': { type: 'boolean', default: false },
      },
    });
    const wanted = { dir: values.dir, testBuild: values['test-build'] };
    // An installer is made to be handed on, a test build is not.
    return wanted.testBuild && !wanted.dir ? undefined : wanted;
  } catch {
    return undefined;
  }
}

async function chooseKind({ testBuild }: Wanted): Promise<Result<PackageKind>> {
  const search = await searchOnThisMachine({ env: process.env, log: logToPerson, ask: askOnTerminal() });
  if (testBuild) {
    const runtime = await findElectronRuntime(search);
    return runtime.ok ? done({ name: 'test-build', runtime: runtime.value }) : runtime;
  }
  const official = await findOfficialRuntime(search);
  if (official.ok) return done({ name: 'release' });
  return refused(
    'official-runtime-missing',
    `${official.error.message} A release is made from nothing else. ` +
      'For a build that is only for tests: npm run package -- --dir --test-build',
  );
}

async function makePackage(): Promise<number> {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted === undefined) {
    logToPerson(usage);
    return 2;
  }
  const kind = await chooseKind(wanted);
  if (!kind.ok) {
    logToPerson(`${kind.error.code}: ${kind.error.message}`);
    return 1;
  }
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  await bundle({ minify: true });
  await build({
    projectDir: root,
    dir: wanted.dir,
    config: packageConfiguration({ root, version: manifest.version }, kind.value),
  });
  return 0;
}

process.exitCode = await makePackage();
