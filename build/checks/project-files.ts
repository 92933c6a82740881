import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../run-command.ts';

/**
 * The files that belong to the project, relative to `root` with `/` between folders: what Git tracks or would track.
 * Without Git (an unpacked archive), everything but what is made or installed.
 */
export async function projectFiles(root: string): Promise<string[]> {
  const listed = await runCommand('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  const tracked = listed.stdout.split('\0').filter((file) => file !== '');
  return listed.exitCode === 0 && tracked.length > 0 ? tracked : filesBelow(root, '');
}

const madeOrInstalled = new Set(['.git', 'node_modules', 'dist', 'release']);

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return madeOrInstalled.has(entry.name) ? [] : filesBelow(root, file);
    return entry.isFile() ? [file] : [];
  });
}

/** The text of a project file; `null` for a binary one and for one that was deleted but is still tracked. */
export function readProjectText(root: string, file: string): string | null {
  try {
    const bytes = readFileSync(path.join(root, file));
    return bytes.subarray(0, 8_192).includes(0) ? null : bytes.toString('utf8');
  } catch {
    return null;
  }
}
