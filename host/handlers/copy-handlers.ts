import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { done } from '../../core/result.ts';
import { askWhere } from '../dossier-dialog.ts';
import { makeDossierCopy } from '../dossier-file/copy-dossier.ts';
import { dossierName } from '../dossier-file/dossier-file.ts';
import { refusingStorageFailures } from '../dossier-file/storage-failure.ts';
import { showDossier } from '../show-dossier.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

/** The open dossier as a file: copying it, and giving room back. */
export function createCopyHandlers({
  dependencies,
  current,
}: HandlerContext): Handlers<'saveCopy' | 'duplicateDossier' | 'compactDossier'> {
  const { newId } = dependencies;

  /** Asks where and copies. `null`: the person thought better of it. */
  async function copy(title: string, nameAfterFile: boolean) {
    const asked = current.get();
    if (!asked.ok) return asked;
    const target = await askWhere(dependencies, { title, name: `${dossierName(asked.value.path)} (copy)` });
    if (target === null) return done(null);
    const opened = current.get(); // again: another may have been opened while the dialog stood
    if (!opened.ok) return opened;
    const dossier = opened.value;
    const copied = makeDossierCopy(
      (path) => {
        dossier.copyInto(path);
      },
      {
        target,
        newId,
        key: dossier.key,
        properties: {
          id: newId(),
          isSample: false,
          ...(nameAfterFile ? { title: dossierName(target) } : {}),
        },
      },
    );
    return copied.ok ? done({ target, key: dossier.key }) : copied;
  }

  return {
    async saveCopy() {
      const copied = await copy('Save a copy as', false);
      if (!copied.ok) return copied;
      return done(copied.value === null ? null : { fileName: basename(copied.value.target) });
    },
    async duplicateDossier() {
      const copied = await copy('Duplicate the dossier', true);
      if (!copied.ok) return copied;
      if (copied.value === null) return done(null);
      const { target, key } = copied.value;
      return showDossier({ current, dependencies }, target, { key });
    },
    compactDossier() {
      const opened = current.get();
      if (!opened.ok) return opened;
      const { path } = opened.value;
      return refusingStorageFailures(() => {
        const before = statSync(path).size;
        opened.value.compact();
        return done({ before, after: statSync(path).size });
      });
    },
  };
}
