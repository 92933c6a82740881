import { join } from 'node:path';
import type { DossierSummary, Session } from '../../core/host-contract.ts';
import type { Preferences } from '../../core/preferences.ts';
import { done, refused, type Result } from '../../core/result.ts';
import { dossierFilter, withDossierEnding } from '../dossier-dialog.ts';
import { createDossierFile, dossierEnding, dossierName } from '../dossier-file/dossier-file.ts';
import type { JsonFile } from '../json-file.ts';
import { drivePatienceMessage } from '../drive-watch.ts';
import { formsFolder, makeFormFolders } from '../office-forms.ts';
import { ensureSampleDossier } from '../sample-dossier.ts';
import { showDossier } from '../show-dossier.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

type SessionHandlers = Handlers<
  'session' | 'readDossier' | 'createDossier' | 'openDossier' | 'openSample' | 'openFormsFolder'
>;

/** Which dossier is open, what it holds, and opening another. */
export function createSessionHandlers(
  context: HandlerContext,
  preferences: JsonFile<Preferences>,
  begin: () => Promise<unknown>,
): SessionHandlers {
  const { dependencies, current, recent, drive, forms } = context;
  const { dataFolder, ports, application, now, newId, documentsFolder, otherWindows } = dependencies;

  async function show(path: string, readOnly?: boolean): Promise<Result<DossierSummary>> {
    if (!(await drive.answers(path))) return refused('not-answering', drivePatienceMessage);
    return showDossier(context, path, { readOnly });
  }

  const create = async (path: string): Promise<Result<DossierSummary>> => {
    const details = { title: dossierName(path), now, newId };
    if (current.summary() === null || otherWindows === undefined) return current.create(path, details);
    const created = createDossierFile(path, details);
    if (!created.ok) return created;
    created.value.close();
    return show(path);
  };

  return {
    async session() {
      await begin();
      const office = forms.refresh();
      return done<Session>({
        dossier: current.summary(),
        refusal: current.refusal(),
        recent: await recent.list(),
        preferences: preferences.read(),
        forms: office.forms,
        formFaults: office.faults,
        application,
      });
    },
    readDossier() {
      const opened = current.get();
      if (!opened.ok) return opened;
      const { properties, sources, annotations, notes } = opened.value;
      const numbered = sources.countAllNumbered();
      return done({
        id: properties.id,
        title: properties.title,
        sources: sources.list().map((source) => ({
          source,
          numberedParagraphs: numbered.get(source.currentEdition) ?? 0,
        })),
        notes: notes.list(),
        annotations: annotations.list(),
      });
    },
    async createDossier() {
      const chosen = await ports.chooseSavePath({
        title: 'New dossier',
        suggestion: join(documentsFolder, `New dossier${dossierEnding}`),
        filters: [dossierFilter],
      });
      if (chosen === null) return done(null);
      return create(withDossierEnding(chosen));
    },
    async openDossier({ recent: key, refused: refusedOne, readOnly }) {
      if (refusedOne === true) {
        const path = current.refused()?.path;
        if (path !== undefined) return show(path, readOnly);
        return refused('nothing-refused', 'That dossier is no longer at hand. Open it from its folder.');
      }
      if (key !== undefined) {
        const known = await recent.path(key);
        if (known !== undefined) return show(known, readOnly);
        return refused('recent-not-found', 'That dossier is no longer in the list. Open it from its folder.');
      }
      const [chosen] = await ports.chooseOpenPaths({
        title: 'Open dossier',
        many: false,
        filters: [dossierFilter],
      });
      return chosen === undefined ? done(null) : show(chosen, readOnly);
    },
    async openFormsFolder() {
      const folder = formsFolder(dataFolder);
      makeFormFolders(folder);
      const complaint = await ports.openPath(folder);
      if (complaint === '') return done(null);
      return refused('cannot-open', `No program on this computer opened the folder “${folder}”.`);
    },
    async openSample() {
      const sample = ensureSampleDossier(dependencies);
      return sample.ok ? show(sample.value) : sample;
    },
  };
}
