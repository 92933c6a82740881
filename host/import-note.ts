import { basename, extname } from 'node:path';
import { asNoteId, type NewId, type Now } from '../core/dossier/ids.ts';
import { templateFor, type Forms } from '../core/dossier/forms.ts';
import type { NoteSummary } from '../core/host-contract.ts';
import { parseNoteMarkdown } from '../core/note-tree/parse-note-markdown.ts';
import { done, refused, type Result } from '../core/result.ts';
import type { DossierStores } from './dossier-file/filled-dossier.ts';
import { dossierLookup } from './dossier-lookup.ts';

export interface IncomingNote {
  /** Markdown as UTF-8, with or without a byte-order mark. */
  readonly bytes: Uint8Array;
  /** Without folders; its stem is the title of a note that bears none. */
  readonly fileName: string;
}

const maxBytes = 10 * 1024 * 1024;

function readUtf8({ bytes, fileName }: IncomingNote): Result<string> {
  if (bytes.length > maxBytes) {
    return refused('file-too-large', `“${fileName}” is larger than 10 MiB, the most that a note may be.`);
  }
  try {
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('bad-encoding', `“${fileName}” is not UTF-8. Save it as UTF-8, then import it again.`);
  }
}

/** Stores a Markdown file as a new note of the dossier whose sources it cites. */
export function importNote(
  dossier: DossierStores,
  incoming: IncomingNote,
  { forms, now, newId }: { readonly forms: Forms; readonly now: Now; readonly newId: NewId },
): Result<NoteSummary> {
  const markdown = readUtf8(incoming);
  if (!markdown.ok) return markdown;
  const { fileName } = incoming;
  const tree = parseNoteMarkdown(markdown.value, dossierLookup(dossier, forms), {
    template: templateFor(forms, 'plain'),
    title: basename(fileName, extname(fileName)),
    language: 'en',
  });
  if (!tree.ok) return tree;
  const at = now();
  return done(dossier.notes.save({ id: asNoteId(newId()), tree: tree.value, createdAt: at, updatedAt: at }));
}
