import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { importLimits } from '../../core/importers/limits.ts';
import { done, refused } from '../../core/result.ts';
import { exportAnnotations, importAnnotations } from '../annotation-exchange.ts';
import { dossierName } from '../dossier-file/dossier-file.ts';
import { refusalForReading, refusalForWriting } from '../file-refusal.ts';
import { safeFileName } from '../safe-file-name.ts';
import { writeAtomically } from '../write-atomically.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

const filters = [{ name: 'Annotations', extensions: ['jsonld', 'json'] }];

/** Annotations out of the dossier and into it, as files. */
export function createAnnotationExchangeHandlers({
  dependencies,
  current,
}: HandlerContext): Handlers<'exportAnnotations' | 'importAnnotations'> {
  const { ports, documentsFolder, newId } = dependencies;
  return {
    async exportAnnotations() {
      const asked = current.get();
      if (!asked.ok) return asked;
      const name = safeFileName(`${dossierName(asked.value.path)} annotations`, 'Annotations');
      const path = await ports.chooseSavePath({
        title: 'Export annotations',
        suggestion: join(documentsFolder, `${name}.jsonld`),
        filters,
      });
      if (path === null) return done(null);
      const opened = current.get(); // again: another may have been opened while the dialog stood
      if (!opened.ok) return opened;
      try {
        writeAtomically(path, Buffer.from(exportAnnotations(opened.value)), newId);
      } catch (thrown) {
        return refusalForWriting(thrown, basename(path));
      }
      return done({ fileName: basename(path), count: opened.value.annotations.list().length });
    },
    async importAnnotations({ unclassified }) {
      const asked = current.get();
      if (!asked.ok) return asked;
      const [path] = await ports.chooseOpenPaths({ title: 'Import annotations', many: false, filters });
      if (path === undefined) return done(null);
      const opened = current.get();
      if (!opened.ok) return opened;
      const name = basename(path);
      let text: string;
      try {
        if (statSync(path).size > importLimits.bytes) {
          return refused(
            'file-too-large',
            `“${name}” is larger than any file of annotations that can be read.`,
          );
        }
        text = readFileSync(path, 'utf8');
      } catch (thrown) {
        return refusalForReading(thrown, name);
      }
      const taken = importAnnotations(opened.value, text, { ...dependencies, unclassified });
      if (!taken.ok) return taken;
      const { added, replaced, refused: left } = taken.value;
      return done({
        added,
        replaced,
        refused: left.map(({ index, name: called, error }) => ({
          index,
          name: called,
          message: error.message,
        })),
        annotations: opened.value.annotations.list(),
      });
    },
  };
}
