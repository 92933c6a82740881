import { refused, type Refusal } from '../core/result.ts';

export type FileProblem =
  'file-not-found' | 'not-a-file' | 'no-permission' | 'read-only-folder' | 'no-such-folder' | 'disk-full';

const reading: Readonly<Record<string, readonly [FileProblem, string]>> = {
  ENOENT: ['file-not-found', 'is not there. It may have been moved, renamed or deleted.'],
  ENOTDIR: ['file-not-found', 'is not there. It may have been moved, renamed or deleted.'],
  EISDIR: ['not-a-file', 'is a folder. Choose a file.'],
  EACCES: ['no-permission', 'may not be read by you. Ask its owner for access.'],
  EPERM: ['no-permission', 'may not be read by you. Ask its owner for access.'],
};

const writing: Readonly<Record<string, readonly [FileProblem, string]>> = {
  ENOENT: ['no-such-folder', 'can’t be written: its folder does not exist. Choose another folder.'],
  ENOTDIR: ['no-such-folder', 'can’t be written: its folder does not exist. Choose another folder.'],
  EISDIR: ['not-a-file', 'can’t be written: a folder has that name. Choose another name.'],
  EACCES: ['read-only-folder', 'can’t be written: you may not write in that folder. Choose another folder.'],
  EPERM: ['read-only-folder', 'can’t be written: you may not write in that folder. Choose another folder.'],
  EROFS: ['read-only-folder', 'can’t be written: that folder is read-only. Choose another folder.'],
  EBUSY: ['no-permission', 'can’t be written: another program has it open. Close it there and try again.'],
  ENOSPC: ['disk-full', 'can’t be written: the disk is full. Make room and try again.'],
  EDQUOT: ['disk-full', 'can’t be written: the disk is full. Make room and try again.'],
};

function refuse(reasons: typeof reading, thrown: unknown, fileName: string) {
  const reason = reasons[(thrown as NodeJS.ErrnoException | undefined)?.code ?? ''];
  if (reason === undefined) throw thrown;
  return refused(reason[0], `“${fileName}” ${reason[1]}`) satisfies { error: Refusal<FileProblem> };
}

/** A failure of node:fs while reading, as a refusal that names the file; anything else is thrown on. */
export const refusalForReading = (thrown: unknown, fileName: string) => refuse(reading, thrown, fileName);

/** The same while writing. */
export const refusalForWriting = (thrown: unknown, fileName: string) => refuse(writing, thrown, fileName);
