#!/usr/bin/env node
/** The entry of the command line: arguments in, an exit code out. */
import { realpathSync } from 'node:fs';
import { newId } from '../new-id.ts';
import { resourcesBeside } from '../resources.ts';
import { runCommandLine } from './run-command-line.ts';

// Whoever read the output has gone, as `head` does: nothing is left to be said.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

void runCommandLine({
  argv: process.argv.slice(2),
  stdout: process.stdout,
  stderr: process.stderr,
  resources: resourcesBeside(realpathSync(process.argv[1] ?? '')),
  now: () => new Date().toISOString(),
  newId,
  passphrase: process.env['CHANCERY_PASSPHRASE'],
}).then((code) => {
  process.exitCode = code;
});
