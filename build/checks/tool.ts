import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand, type CommandOutcome } from '../run-command.ts';

interface Manifest {
  readonly bin?: string | Readonly<Record<string, string>>;
}

/**
 * Runs a program of an installed package with this Node, without a shell: the same on every system.
 * `root` is the folder whose node_modules hold it; `folder` the one it works in.
 */
export function runTool(
  root: string,
  tool: { readonly package: string; readonly program: string },
  args: readonly string[],
  folder = root,
): Promise<CommandOutcome> {
  const packageFolder = path.join(root, 'node_modules', tool.package);
  const manifest = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as Manifest;
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[tool.program];
  if (script === undefined) throw new Error(`${tool.package} has no program ${tool.program}`);
  return runCommand(process.execPath, [path.join(packageFolder, script), ...args], { cwd: folder });
}
