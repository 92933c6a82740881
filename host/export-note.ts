import { basename, dirname, extname, join } from 'node:path';
import type { Forms } from '../core/dossier/forms.ts';
import type { NewId } from '../core/dossier/ids.ts';
import { exportMarkdown } from '../core/exporters/markdown/export-markdown.ts';
import { exportPandocMarkdown } from '../core/exporters/markdown/export-pandoc-markdown.ts';
import { exportTypst } from '../core/exporters/typst/export-typst.ts';
import type { ExportFormat, HostEvents } from '../core/host-contract.ts';
import { findMarkingFaults, type MarkingCheck, type MarkingFinding } from '../core/checks/marking-roll-up.ts';
import type { NoteTree } from '../core/note-tree/note-tree.ts';
import { resolveNote } from '../core/note-tree/resolve-note.ts';
import type { ResolvedNote } from '../core/note-tree/resolved-note.ts';
import { done, refused, type Result } from '../core/result.ts';
import type { DossierFile } from './dossier-file/dossier-file.ts';
import { isOpenHere } from './dossier-file/open-files.ts';
import { dossierLookup } from './dossier-lookup.ts';
import { refusalForWriting } from './file-refusal.ts';
import type { Typesetter } from './typesetting/typesetter.ts';
import { writeAtomically } from './write-atomically.ts';

export type MarkdownFlavour = 'chancery' | 'pandoc';

export interface ExportRequest {
  readonly tree: NoteTree;
  readonly format: ExportFormat;
  readonly markdown: MarkdownFlavour;
  /** Absolute; what is there is replaced. */
  readonly path: string;
}

export interface ExportTools {
  readonly forms: Forms;
  readonly typesetter: () => Typesetter;
  readonly newId: NewId;
  readonly progress: (stage: HostEvents['exportProgress']['stage']) => void;
  readonly signal: AbortSignal;
  /** Called when the note is known to be one that can be sent out, and before anything is written. */
  readonly keep: () => void;
}

interface OutgoingFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The bibliography stands beside the note under the same name. */
const bibliographyPath = (path: string) => join(dirname(path), `${basename(path, extname(path))}.json`);

function markdownFiles(note: ResolvedNote, { path, markdown }: ExportRequest): OutgoingFile[] {
  if (markdown === 'chancery') return [{ path, bytes: Buffer.from(exportMarkdown(note)) }];
  const exported = exportPandocMarkdown(note);
  // The bibliography first: a note is never there without what it cites.
  return [
    { path: bibliographyPath(path), bytes: Buffer.from(exported.bibliography) },
    { path, bytes: Buffer.from(exported.markdown) },
  ];
}

async function makeFiles(
  note: ResolvedNote,
  request: ExportRequest,
  { typesetter, progress, signal }: ExportTools,
): Promise<Result<OutgoingFile[]>> {
  if (request.format === 'md') return done(markdownFiles(note, request));
  progress('typesetting');
  const set = await typesetter().typeset(exportTypst(note), signal);
  return set.ok ? done([{ path: request.path, bytes: set.value.pdf }]) : set;
}

/** What the check of the markings needs of a note that is resolved. */
export function markingCheckOf({ scheme, template, sources }: ResolvedNote): MarkingCheck {
  const cited = new Map(sources.map(({ source }) => [source.id, source]));
  return { scheme, portionMarks: template.portionMarks, source: (id) => cited.get(id) };
}

const markingQuestion = (faults: readonly MarkingFinding[]) =>
  `${faults.map(({ message }) => message).join(' ')} Change the marking, or say why it stays.`;

/** Writes a note of a dossier as a file, whole or not at all. Returns the length of the file in bytes. */
export async function exportNote(
  dossier: DossierFile,
  request: ExportRequest,
  tools: ExportTools,
): Promise<Result<{ byteLength: number }>> {
  if (isOpenHere(request.path)) {
    return refused('open-dossier', 'That is the dossier itself. Choose another name for the exported note.');
  }
  tools.progress('resolving');
  const resolved = resolveNote(request.tree, dossierLookup(dossier, tools.forms));
  if (!resolved.ok) return resolved;
  const faults = findMarkingFaults(request.tree, markingCheckOf(resolved.value));
  if (faults.length > 0) return refused('marking-too-low', markingQuestion(faults));
  tools.keep();
  const files = await makeFiles(resolved.value, request, tools);
  if (!files.ok) return files;
  if (tools.signal.aborted) return refused('cancelled', 'The export was cancelled. Nothing was written.');
  tools.progress('writing');
  for (const { path, bytes } of files.value) {
    try {
      writeAtomically(path, bytes, tools.newId);
    } catch (thrown) {
      return refusalForWriting(thrown, basename(path));
    }
  }
  return done({ byteLength: files.value.at(-1)?.bytes.length ?? 0 });
}
