import { join } from 'node:path';
import type { Preferences, Session } from '../../core/host-contract.ts';
import { done, refused } from '../../core/result.ts';
import { dossierEnding, dossierName } from '../dossier-file/dossier-file.ts';
import type { FileFilter } from '../host-dependencies.ts';
import type { JsonFile } from '../json-file.ts';
import { openSampleDossier } from '../sample-dossier.ts';
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
  const { ports, application, now, newId, documentsFolder } = dependencies;
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
      const path = withEnding(chosen);
      return current.create(path, { title: dossierName(path), now, newId });
    },
    async openDossier({ recent: key }) {
      if (key !== undefined) {
        const known = recent.path(key);
        if (known !== undefined) return current.open(known);
        return refused('recent-not-found', 'That dossier is no longer in the list. Open it from its folder.');
      }
      const [chosen] = await ports.chooseOpenPaths({
        title: 'Open dossier',
        many: false,
        filters: [dossierFilter],
      });
      return chosen === undefined ? done(null) : current.open(chosen);
    },
    openSample: () => openSampleDossier(dependencies, current),
  };
}
