import type { Result } from '../../core/result.ts';
import { openDossierFile, type DossierFile } from '../dossier-file/dossier-file.ts';

/** Opens a dossier for the length of one command, and closes it whatever happens. */
export async function withDossier<Value>(
  path: string,
  work: (dossier: DossierFile) => Promise<Result<Value>> | Result<Value>,
): Promise<Result<Value>> {
  const opened = openDossierFile(path);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}
