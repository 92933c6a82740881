/** Files that a person chose, dropped or pasted, by a token: the window names them, and never their paths. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { NewId } from '../core/dossier/ids.ts';
import type { PickedFile } from '../core/host-contract.ts';
import { importLimits } from '../core/importers/limits.ts';
import { done, refused, type Result } from '../core/result.ts';
import { isOpenHere } from './dossier-file/open-files.ts';
import { refusalForReading } from './file-refusal.ts';

interface Picked {
  readonly name: string;
  /** `null`: the window itself had the bytes. */
  readonly path: string | null;
  /** Held from the moment the sandbox gets them, so that what is stored is what was parsed. */
  bytes: Uint8Array | null;
}

export interface HeldFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface PickedFiles {
  /** Good until the next time something is picked. */
  pick(paths: readonly string[]): Result<PickedFile[]>;
  /** Bytes that the window has; good until they are taken. */
  hold(file: HeldFile): PickedFile;
  read(token: string): Result<Uint8Array>;
  /** What the sandbox has read; `not-picked` for what it has not. */
  held(token: string): Result<HeldFile>;
  /** It is not needed any more. */
  drop(token: string): void;
}

const notPicked = () =>
  refused('not-picked', 'That file is no longer at hand. Choose it, or drop it, again.');

function readBytes({ path, name }: Picked): Result<Uint8Array> {
  if (path === null) return notPicked();
  if (isOpenHere(path)) {
    return refused(
      'open-dossier',
      `“${name}” is the dossier that is open. Choose the documents to add to it.`,
    );
  }
  try {
    if (statSync(path).size > importLimits.bytes) {
      const limit = `${String(importLimits.bytes / 1024 / 1024)} MiB`;
      return refused('file-too-large', `“${name}” is larger than ${limit}. Split it, then import its parts.`);
    }
    return done(readFileSync(path));
  } catch (thrown) {
    return refusalForReading(thrown, name);
  }
}

export function createPickedFiles(newId: NewId): PickedFiles {
  const files = new Map<string, Picked>();
  return {
    pick(paths) {
      for (const [token, { path }] of files) if (path !== null) files.delete(token);
      const picked: PickedFile[] = [];
      for (const path of paths) {
        const name = basename(path);
        const token = newId();
        try {
          picked.push({ token, name, byteLength: statSync(path).size });
        } catch (thrown) {
          return refusalForReading(thrown, name);
        }
        files.set(token, { path, name, bytes: null });
      }
      return done(picked);
    },
    hold({ fileName, bytes }) {
      const token = newId();
      files.set(token, { path: null, name: fileName, bytes });
      return { token, name: fileName, byteLength: bytes.length };
    },
    read(token) {
      const file = files.get(token);
      if (file === undefined) return notPicked();
      if (file.bytes !== null) return done(file.bytes);
      const read = readBytes(file);
      if (read.ok) file.bytes = read.value;
      return read;
    },
    held(token) {
      const file = files.get(token);
      return file?.bytes == null ? notPicked() : done({ fileName: file.name, bytes: file.bytes });
    },
    drop(token) {
      files.delete(token);
    },
  };
}
