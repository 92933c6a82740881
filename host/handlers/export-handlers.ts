import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { NoteId } from '../../core/dossier/ids.ts';
import type { ExportFormat } from '../../core/host-contract.ts';
import { done, refused, type Result } from '../../core/result.ts';
import { exportNote } from '../export-note.ts';
import type { FileFilter } from '../host-dependencies.ts';
import { noteNotFound } from '../note-not-found.ts';
import { keepBeforeExport } from '../note-versions.ts';
import { safeFileName } from '../safe-file-name.ts';
import type { Typesetter } from '../typesetting/typesetter.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

const filters: Readonly<Record<ExportFormat, FileFilter>> = {
  md: { name: 'Markdown', extensions: ['md'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
};

const withEnding = (path: string, format: ExportFormat) =>
  extname(path).toLowerCase() === `.${format}` ? path : `${path}.${format}`;

/** An exported file by its token, as long as it is still there. */
function exportedFiles() {
  const paths = new Map<string, string>();
  return {
    add: (token: string, path: string) => void paths.set(token, path),
    find(token: string): Result<string, 'export-not-found'> {
      const path = paths.get(token);
      if (path !== undefined && existsSync(path)) return done(path);
      return refused('export-not-found', 'The exported file is no longer there. Export the note again.');
    },
  };
}

type ExportHandlers = Handlers<'exportNote' | 'cancelExport' | 'openExported' | 'showExported'>;

/** Sending a note out. One export at a time. */
export function createExportHandlers(
  { dependencies, current, forms }: HandlerContext,
  typesetter: () => Typesetter,
): ExportHandlers {
  const { ports, send, newId, now, documentsFolder } = dependencies;
  const exported = exportedFiles();
  let folder = documentsFolder;
  let running: AbortController | null = null;

  const noteToExport = (id: NoteId) => {
    const opened = current.get();
    if (!opened.ok) return opened;
    const note = opened.value.notes.find(id);
    return note === undefined ? noteNotFound() : done({ dossier: opened.value, note });
  };

  return {
    async exportNote({ note: id, format, markdown }) {
      if (running !== null) {
        return refused('export-running', 'Another export is under way. Wait for it, or cancel it first.');
      }
      const named = noteToExport(id);
      if (!named.ok) return named;
      const controller = new AbortController();
      running = controller;
      try {
        const name = safeFileName(named.value.note.tree.children[0].title, 'Note');
        const chosen = await ports.chooseSavePath({
          title: 'Export note',
          suggestion: join(folder, `${name}.${format}`),
          filters: [filters[format]],
        });
        if (chosen === null) return done(null);
        const path = withEnding(chosen, format);
        folder = dirname(path);
        const found = noteToExport(id); // again: while the dialog stood open, typing went on
        if (!found.ok) return found;
        const { dossier, note } = found.value;
        const written = await exportNote(
          dossier,
          { tree: note.tree, format, markdown, path },
          {
            forms: forms.current(),
            typesetter,
            newId,
            signal: controller.signal,
            keep: () => {
              keepBeforeExport(dossier, note, now());
            },
            progress: (stage) => {
              send('exportProgress', { stage });
            },
          },
        );
        if (!written.ok) return written;
        const token = newId();
        exported.add(token, path);
        return done({ token, fileName: basename(path), byteLength: written.value.byteLength });
      } finally {
        running = null;
      }
    },
    cancelExport() {
      running?.abort();
      return done(null);
    },
    async openExported({ token }) {
      const path = exported.find(token);
      if (!path.ok) return path;
      const complaint = await ports.openPath(path.value);
      if (complaint === '') return done(null);
      return refused('cannot-open', 'No program on this computer opened the file. Open it from its folder.');
    },
    showExported({ token }) {
      const path = exported.find(token);
      if (!path.ok) return path;
      ports.showInFolder(path.value);
      return done(null);
    },
  };
}
