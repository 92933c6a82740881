import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { done, type Result } from '../../core/result.ts';
import type { Incoming } from '../add-source.ts';
import { refusalForReading } from '../file-refusal.ts';
import type { CommandContext } from './command.ts';
import { importInWorker } from './import-in-worker.ts';

/** A file from outside, opened in a thread with limits. */
export async function readIncoming(path: string, { resources }: CommandContext): Promise<Result<Incoming>> {
  const fileName = basename(path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (thrown) {
    return refusalForReading(thrown, fileName);
  }
  const document = await importInWorker(resources.importWorker, {
    bytes,
    fileName,
    characterMapFolder: resources.characterMapFolder,
  });
  return document.ok ? done({ bytes, fileName, document: document.value }) : document;
}
