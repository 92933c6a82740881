import { join } from 'node:path';
import { dossierEnding } from './dossier-file/dossier-file.ts';
import type { FileFilter, HostDependencies } from './host-dependencies.ts';
import { safeFileName } from './safe-file-name.ts';

export const dossierFilter: FileFilter = {
  name: 'Chancery dossiers',
  extensions: [dossierEnding.slice(1)],
};

export const withDossierEnding = (path: string) =>
  path.toLowerCase().endsWith(dossierEnding) ? path : `${path}${dossierEnding}`;

/** Asks where a new dossier file is to be. `null`: the person thought better of it. */
export async function askWhere(
  { ports, documentsFolder }: HostDependencies,
  { title, name }: { readonly title: string; readonly name: string },
): Promise<string | null> {
  const chosen = await ports.chooseSavePath({
    title,
    suggestion: join(documentsFolder, `${safeFileName(name, 'Dossier')}${dossierEnding}`),
    filters: [dossierFilter],
  });
  return chosen === null ? null : withDossierEnding(chosen);
}
