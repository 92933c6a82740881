/**
 * Which dossiers this process has open. On Linux and macOS a process loses SQLite's lock on a file as soon as it closes
 * any other descriptor of it (https://www.sqlite.org/howtocorrupt.html, 2.2), so an open dossier must not even be
 * looked into. The locks belong to the process, and so does this list.
 */
import { statSync } from 'node:fs';

const open = new Set<string>();

/** The same for every way to the same file; `undefined` when there is none. Throws the errors of node:fs. */
export function fileIdentity(path: string): string | undefined {
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false });
  return facts && `${String(facts.dev)}:${String(facts.ino)}`;
}

/** Whether a path, however it is written, leads to a dossier that this process has open. Opens nothing. */
export function isOpenHere(path: string): boolean {
  try {
    const file = fileIdentity(path);
    return file !== undefined && open.has(file);
  } catch {
    return false; // a path that leads nowhere
  }
}

/** Returns what is to be called when the file is closed. Throws the errors of node:fs. */
export function noteAsOpen(path: string): () => void {
  const file = fileIdentity(path);
  if (file === undefined) throw new Error('An open dossier has no file.');
  open.add(file);
  return () => {
    open.delete(file);
  };
}
