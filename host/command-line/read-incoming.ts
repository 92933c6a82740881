import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { done, type Result } from '../../core/result.ts';
import type { Incoming } from '../add-source.ts';
import { refusalForReading } from '../file-refusal.ts';
import type { CommandContext } from './command.ts';
import { importInWorker } from './import-in-worker.ts';

/** Bytes from outside, opened in a thread with limits. */
export async function openIncoming(
  { bytes, fileName }: Pick<Incoming, 'bytes' | 'fileName'>,
  { resources }: CommandContext,
): Promise<Result<Incoming>> {
  const { importWorker, characterMapFolder } = resources;
  const document = await importInWorker(importWorker, { bytes, fileName, characterMapFolder });
  return document.ok ? done({ bytes, fileName, document: document.value }) : document;
}

/** The same with a file. */
export async function readIncoming(path: string, context: CommandContext): Promise<Result<Incoming>> {
  const fileName = basename(path);
  try {
    return await openIncoming({ bytes: readFileSync(path), fileName }, context);
  } catch (thrown) {
    return refusalForReading(thrown, fileName);
  }
}
