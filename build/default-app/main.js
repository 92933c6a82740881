/**
 * What an Electron without an application of its own runs: takes `[-r MODULE]… PATH` off the command line and starts the
 * application at PATH, as the one that comes with Electron does. `--version` says the version.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

function readCommandLine(args) {
  const preloads = [];
  for (let position = 0; position < args.length; position += 1) {
    const argument = args[position];
    if (argument === '-r' || argument === '--require') preloads.push(args[(position += 1)]);
    else if (argument === '-v' || argument === '--version') return { preloads, version: true };
    else if (!argument.startsWith('-')) return { preloads, application: path.resolve(argument) };
  }
  return { preloads };
}

function introduce(folder, manifestFile) {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const name = manifest.productName ?? manifest.name;
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  if (name !== undefined) app.setName(name);
  if (process.platform === 'linux') app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(folder);
}

// Read before the preloads run: one of them may take its own arguments off the list.
const wanted = readCommandLine(process.argv.slice(1));

if (wanted.version) {
  console.log(`v${process.versions.electron}`);
  app.exit(0);
} else if (wanted.application === undefined) {
  console.error('usage: electron [-r MODULE] PATH [ARGUMENTS]');
  app.exit(2);
} else {
  const require = createRequire(path.join(process.cwd(), 'from-here.js'));
  for (const preload of wanted.preloads) require(preload);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const manifestFile = path.join(wanted.application, 'package.json');
  if (existsSync(manifestFile)) introduce(wanted.application, manifestFile);
  else app.setAppPath(path.dirname(wanted.application));
  try {
    // Awaited, because Electron is not ready until this module is: what has to happen before, still does.
    await import(pathToFileURL(require.resolve(wanted.application)).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
