import { resolve } from 'node:path';
import { exportFormats, type ExportFormat } from '../../../core/host-contract.ts';
import { findMarkingFaults, overrideFindings } from '../../../core/checks/marking-roll-up.ts';
import type { Note } from '../../../core/note-tree/note-tree.ts';
import { resolveNote } from '../../../core/note-tree/resolve-note.ts';
import { done } from '../../../core/result.ts';
import type { DossierFile } from '../../dossier-file/dossier-file.ts';
import { dossierLookup } from '../../dossier-lookup.ts';
import { exportNote, markingCheckOf, type MarkdownFlavour } from '../../export-note.ts';
import { noteNotFound } from '../../note-not-found.ts';
import { keepBeforeExport } from '../../note-versions.ts';
import { createTypesetter, type Typesetter } from '../../typesetting/typesetter.ts';
import { wrongUsage, type Command, type CommandContext } from '../command.ts';
import { withDossier } from '../with-dossier.ts';

const isFormat = (word: string | undefined): word is ExportFormat =>
  (exportFormats as readonly (string | undefined)[]).includes(word);
const isFlavour = (word: string): word is MarkdownFlavour => word === 'chancery' || word === 'pandoc';

/** A note by its id, or by its number in `note list`. */
function findNote({ notes }: DossierFile, name: string) {
  const summary = notes.list().find(({ id }, index) => id === name || String(index + 1) === name);
  return summary && notes.find(summary.id);
}

interface Wanted {
  readonly note: string;
  readonly format: ExportFormat;
  readonly markdown: MarkdownFlavour;
  readonly out: string;
  /** Somebody’s reason for leaving the markings as they are. */
  readonly overrideMarking: string | undefined;
}

/** The note with the reason on record, where one was given for something that is asked about. */
function answered(
  dossier: DossierFile,
  note: Note,
  { overrideMarking: reason }: Wanted,
  { forms, now }: CommandContext,
): Note {
  if (reason === undefined) return note;
  const resolved = resolveNote(note.tree, dossierLookup(dossier, forms));
  if (!resolved.ok) return note; // the export refuses it by its name
  const faults = findMarkingFaults(note.tree, markingCheckOf(resolved.value));
  if (faults.length === 0) return note;
  const at = now();
  const changed = { ...note, tree: overrideFindings(note.tree, faults, { reason, at }), updatedAt: at };
  dossier.notes.save(changed);
  return changed;
}

async function exportFrom(dossier: DossierFile, wanted: Wanted, context: CommandContext) {
  const { output, resources, forms, now, newId } = context;
  const found = findNote(dossier, wanted.note);
  if (found === undefined) return noteNotFound();
  const note = answered(dossier, found, wanted, context);
  let typesetter: Typesetter | null = null;
  const startTypesetter = () =>
    (typesetter ??= createTypesetter({
      workerFile: resources.typesetterWorker,
      fontFolder: resources.fontFolder,
    }));
  try {
    const { format, markdown, out } = wanted;
    const written = await exportNote(
      dossier,
      { tree: note.tree, format, markdown, path: resolve(out) },
      {
        forms,
        typesetter: startTypesetter,
        newId,
        progress: () => undefined,
        signal: new AbortController().signal,
        keep: () => {
          keepBeforeExport(dossier, note, now());
        },
      },
    );
    if (!written.ok) return written;
    const { byteLength } = written.value;
    output.result({ file: out, format, byteLength }, [`${out}: ${String(byteLength)} bytes`]);
    return done(null);
  } finally {
    await (typesetter as Typesetter | null)?.close();
  }
}

export const exportCommand: Command = {
  name: 'export',
  usage: `FILE.dossier --note N --to ${exportFormats.join('|')} --out PATH [--markdown=pandoc] [--override-marking REASON]`,
  summary: 'write a note as a file; N is its id, or its number in “note list”',
  options: ['note', 'to', 'out', 'markdown', 'override-marking'],
  async run({ positionals, options }, context) {
    const [file, ...rest] = positionals;
    const { note, to: format, out, markdown = 'chancery' } = options;
    if (file === undefined || note === undefined || out === undefined || rest.length > 0) {
      return wrongUsage('“export” takes a dossier, --note, --to and --out.');
    }
    if (!isFormat(format)) return wrongUsage(`A note can be exported --to ${exportFormats.join(' or ')}.`);
    if (!isFlavour(markdown)) return wrongUsage('--markdown is “chancery” or “pandoc”.');
    return withDossier(file, context, (dossier) =>
      exportFrom(
        dossier,
        { note, format, markdown, out, overrideMarking: options['override-marking'] },
        context,
      ),
    );
  },
};
