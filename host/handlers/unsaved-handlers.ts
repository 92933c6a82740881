import { basename, dirname, join } from 'node:path';
import { done } from '../../core/result.ts';
import { continueInCopy } from '../continue-in-copy.ts';
import { dossierEnding, dossierName } from '../dossier-file/dossier-file.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

/** What is left to do when the open dossier can't be written any more. */
export function createUnsavedHandlers({ dependencies, current }: HandlerContext): Handlers<'continueInCopy'> {
  const { ports, documentsFolder } = dependencies;
  return {
    async continueInCopy(unsaved) {
      const before = current.get();
      if (!before.ok) return before;
      const { path } = before.value;
      const chosen = await ports.chooseSavePath({
        title: 'Save a copy as',
        suggestion: join(documentsFolder, `${dossierName(path)} (copy)${dossierEnding}`),
        filters: [{ name: 'Chancery dossiers', extensions: [dossierEnding.slice(1)] }],
      });
      if (chosen === null) return done(null);
      const opened = current.get(); // again: another may have been opened while the dialog stood
      if (!opened.ok) return opened;
      const named = basename(chosen).toLowerCase().endsWith(dossierEnding)
        ? chosen
        : join(dirname(chosen), `${basename(chosen)}${dossierEnding}`);
      const copied = continueInCopy(opened.value, { path: named, unsaved }, dependencies);
      return copied.ok ? current.open(named, { key: opened.value.key }) : copied;
    },
  };
}
