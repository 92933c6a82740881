import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { valueOf } from '../unit/host/dossier-fixture.ts';
import { startHost } from './host-fixture.ts';

/** The sample as a dossier of one's own in a folder, closed and sealed. Returns its path. */
export async function closedSample(folder: string): Promise<string> {
  const host = startHost();
  valueOf(await host.handlers.openSample({}));
  await host.close();
  const path = join(folder, 'Talks.dossier');
  copyFileSync(join(host.folder, 'data', 'Sample.dossier'), path);
  // A change, so that the session that makes it leaves a seal.
  const dossier = valueOf(openDossierFile(path));
  const [note] = dossier.notes.list();
  if (note === undefined) throw new Error('the sample has no note');
  dossier.notes.remove(note.id, '2025-07-12T09:00:00.000Z');
  dossier.notes.restore(note.id);
  dossier.close();
  return path;
}
