import { join } from 'node:path';
import type { DossierSummary, Preferences, Session } from '../../core/host-contract.ts';
import { done, refused, type Result } from '../../core/result.ts';
import { createDossierFile, dossierEnding, dossierName } from '../dossier-file/dossier-file.ts';
import type { FileFilter } from '../host-dependencies.ts';
import type { JsonFile } from '../json-file.ts';
import { ensureSampleDossier } from '../sample-dossier.ts';
import { openAtStart } from '../open-at-start.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

const dossierFilter: FileFilter = { name: 'Chancery dossiers', extensions: [dossierEnding.slice(1)] };

const withEnding = (path: string) =>
  path.toLowerCase().endsWith(dossierEnding) ? path : `${path}${dossierEnding}`;

type SessionHandlers = Handlers<'session' | 'readDossier' | 'createDossier' | 'openDossier' | 'openSample'>;

/** Which dossier is open, what it holds, and opening another. */
export function createSessionHandlers(
  context: HandlerContext,
  preferences: JsonFile<Preferences>,
): SessionHandlers {
  const { dependencies, current, recent } = context;
  const { ports, application, now, newId, documentsFolder, otherWindows } = dependencies;

  /** In this window while nothing is open in it, otherwise in one of its own. */
  const show = (path: string): Result<DossierSummary> => {
    const here = current.summary() === null && otherWindows?.isOpenIn(path) !== true;
    return here || otherWindows === undefined ? current.open(path) : otherWindows.show(path);
  };

  const create = (path: string): Result<DossierSummary> => {
    const details = { title: dossierName(path), now, newId };
    if (current.summary() === null || otherWindows === undefined) return current.create(path, details);
    const created = createDossierFile(path, details);
    if (!created.ok) return created;
    created.value.close();
    return otherWindows.show(path);
  };

  return {
    session() {
      openAtStart(context);
      return done<Session>({
        dossier: current.summary(),
        refusal: current.refusal(),
        recent: recent.list(),
        preferences: preferences.read(),
        application,
      });
    },
    readDossier() {
      const opened = current.get();
      if (!opened.ok) return opened;
      const { properties, sources, annotations, notes } = opened.value;
      return done({
        title: properties.title,
        sources: sources.list().map((source) => ({
          source,
          numberedParagraphs: sources.countNumbered(source.currentEdition),
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
      return create(withEnding(chosen));
    },
    async openDossier({ recent: key }) {
      if (key !== undefined) {
        const known = recent.path(key);
        if (known !== undefined) return show(known);
        return refused('recent-not-found', 'That dossier is no longer in the list. Open it from its folder.');
      }
      const [chosen] = await ports.chooseOpenPaths({
        title: 'Open dossier',
        many: false,
        filters: [dossierFilter],
      });
      return chosen === undefined ? done(null) : show(chosen);
    },
    openSample() {
      const sample = ensureSampleDossier(dependencies);
      return sample.ok ? show(sample.value) : sample;
    },
  };
}
