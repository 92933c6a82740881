import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { done, type Result } from '../../../core/result.ts';
import { exportAnnotations, importAnnotations } from '../../annotation-exchange.ts';
import { refusalForReading, refusalForWriting } from '../../file-refusal.ts';
import { writeAtomically } from '../../write-atomically.ts';
import { wrongUsage, type Command } from '../command.ts';
import { withDossier } from '../with-dossier.ts';

export const annotationsExportCommand: Command = {
  name: 'annotations export',
  usage: 'FILE.dossier PATH',
  summary: 'write all annotations as W3C Web Annotations (JSON-LD)',
  options: [],
  async run({ positionals: [file, path, ...rest] }, context): Promise<Result<null>> {
    if (file === undefined || path === undefined || rest.length > 0) {
      return wrongUsage('“annotations export” takes a dossier and where to write.');
    }
    return withDossier(file, context, (dossier): Result<null> => {
      try {
        writeAtomically(path, Buffer.from(exportAnnotations(dossier)), context.newId);
      } catch (thrown) {
        return refusalForWriting(thrown, basename(path));
      }
      const count = dossier.annotations.list().length;
      context.output.result({ path, annotations: count }, [`${String(count)} annotations in ${path}`]);
      return done(null);
    });
  },
};

export const annotationsImportCommand: Command = {
  name: 'annotations import',
  usage: 'FILE.dossier PATH',
  summary: 'take Web Annotations, or an export of Hypothesis, whose words stand where they say',
  options: [],
  async run({ positionals: [file, path, ...rest] }, context): Promise<Result<null>> {
    if (file === undefined || path === undefined || rest.length > 0) {
      return wrongUsage('“annotations import” takes a dossier and a file.');
    }
    return withDossier(file, context, (dossier): Result<null> => {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (thrown) {
        return refusalForReading(thrown, basename(path));
      }
      const taken = importAnnotations(dossier, text, { ...context, unclassified: 'fact' });
      if (!taken.ok) return taken;
      const { added, replaced, refused } = taken.value;
      const left = refused.map(({ index, name, error }) => ({ index, name, ...error }));
      context.output.result({ added, replaced, refused: left }, [
        `${String(added)} added, ${String(replaced)} replaced, ${String(left.length)} refused`,
        ...left.map(({ index, code, message }) => `${String(index + 1)}: ${message} [${code}]`),
      ]);
      return done(null);
    });
  },
};
