/** Setting a long note with footnotes, when the compiler is warm. */
import { standardForms } from '../../core/dossier/forms.ts';
import path from 'node:path';
import { asNoteId } from '../../core/dossier/ids.ts';
import { exportTypst } from '../../core/exporters/typst/export-typst.ts';
import { resolveNote } from '../../core/note-tree/resolve-note.ts';
import { dossierLookup } from '../../host/dossier-lookup.ts';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { resourcesBeside } from '../../host/resources.ts';
import { createTypesetter } from '../../host/typesetting/typesetter.ts';
import type { BenchRow } from './bench-row.ts';
import { root } from './bench-stage.ts';
import { median, timed } from './statistics.ts';
import { withMadeDossier } from './with-made-dossier.ts';

const footnotes = 100;
const rounds = 7;

export async function benchPdf(): Promise<BenchRow[]> {
  const size = { sources: 1, paragraphs: 200, blocks: 165, citations: footnotes };
  return withMadeDossier(size, async (file) => {
    const opened = openDossierFile(file);
    if (!opened.ok) throw new Error(opened.error.message);
    const dossier = opened.value;
    const resources = resourcesBeside(path.join(root, 'host', 'command-line', 'chancery.ts'));
    const typesetter = createTypesetter({
      workerFile: resources.typesetterWorker,
      fontFolder: resources.fontFolder,
    });
    const note = dossier.notes.find(asNoteId('n1'));
    if (note === undefined) throw new Error('The note was not made.');
    let pages = 0;
    const set = async () => {
      const resolved = resolveNote(note.tree, dossierLookup(dossier, standardForms));
      if (!resolved.ok) throw new Error(resolved.error.message);
      const typeset = await typesetter.typeset(exportTypst(resolved.value));
      if (!typeset.ok) throw new Error(typeset.error.message);
      pages = typeset.value.pages;
    };
    try {
      const first = await timed(set);
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await timed(set));
      return [
        {
          what: `PDF of ${String(pages)} pages with ${String(footnotes)} footnotes, warm`,
          unit: 'ms',
          ours: median(times),
          baseline: first,
          baselineName: 'the first one, cold',
          atMost: 200,
        },
      ];
    } finally {
      await typesetter.close();
      dossier.close();
    }
  });
}
