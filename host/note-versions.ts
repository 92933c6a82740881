/** When a version of a note is kept. Each function is one step: all of it is on disk, or none. */
import type { NoteId } from '../core/dossier/ids.ts';
import type { NoteSummary, RestoredNote } from '../core/host-contract.ts';
import type { Note, NoteTree } from '../core/note-tree/note-tree.ts';
import { workVersionIsDue, type NoteVersionSummary } from '../core/note-tree/note-version.ts';
import { done, refused, type Result } from '../core/result.ts';
import type { DossierFile } from './dossier-file/dossier-file.ts';
import { refusingStorageFailures } from './dossier-file/storage-failure.ts';
import { noteNotFound } from './note-not-found.ts';

type Stores = Pick<DossierFile, 'notes' | 'versions' | 'inOneStep'>;

/** Keeps what a note is about to lose, when ten minutes have passed since the last version and the text changes. */
function keepWork({ notes, versions }: Stores, id: NoteId, tree: NoteTree, now: string): void {
  const noteMadeAt = notes.createdAt(id);
  if (noteMadeAt === undefined) return;
  const lastVersionAt = versions.latest(id)?.madeAt ?? null;
  if (!workVersionIsDue({ noteMadeAt, lastVersionAt, now })) return;
  const replaced = notes.find(id)?.tree;
  if (replaced === undefined || JSON.stringify(replaced) === JSON.stringify(tree)) return;
  if (versions.latestHolds(id, replaced)) return;
  versions.add({ note: id, tree: replaced, madeAt: now, reason: 'work' });
}

/** Saves a changed note, and keeps the text that it replaces as a version when one is due. */
export function saveWithHistory(dossier: Stores, note: Note): NoteSummary {
  return dossier.inOneStep(() => {
    keepWork(dossier, note.id, note.tree, note.updatedAt);
    return dossier.notes.save(note);
  });
}

/**
 * Keeps the note that is about to be sent out. Sending out the same text again makes no second version. A dossier that
 * can't be written to just now keeps none: a note can still be got out of it.
 */
export function keepBeforeExport({ versions, inOneStep }: Stores, note: Note, now: string): void {
  refusingStorageFailures(() => {
    inOneStep(() => {
      if (versions.latest(note.id)?.reason === 'export' && versions.latestHolds(note.id, note.tree)) return;
      versions.add({ note: note.id, tree: note.tree, madeAt: now, reason: 'export' });
    });
    return done(null);
  });
}

/** Keeps the note as it is now, under a name. */
export function nameVersion(
  { notes, versions }: Stores,
  { note: id, name, now }: { readonly note: NoteId; readonly name: string; readonly now: string },
): Result<NoteVersionSummary, 'note-not-found'> {
  const note = notes.find(id);
  if (note === undefined) return noteNotFound();
  return done(versions.add({ note: id, tree: note.tree, madeAt: now, reason: 'named', name }));
}

export const versionNotFound = () =>
  refused('version-not-found', 'This note has no such version. Look at its history again.');

/** Makes a note what it was. What it is now is kept as a version first, so that this can be taken back. */
export function restoreVersion(
  { notes, versions, inOneStep }: Stores,
  {
    note: id,
    version: number,
    now,
  }: { readonly note: NoteId; readonly version: number; readonly now: string },
): Result<RestoredNote, 'note-not-found' | 'version-not-found'> {
  return inOneStep(() => {
    const note = notes.find(id);
    if (note === undefined) return noteNotFound();
    const version = versions.find(id, number);
    if (version === undefined) return versionNotFound();
    const latest = versions.latest(id);
    const before =
      latest !== undefined && versions.latestHolds(id, note.tree)
        ? latest
        : versions.add({ note: id, tree: note.tree, madeAt: now, reason: 'before-restore' });
    const restored: Note = { ...note, tree: version.tree, updatedAt: now };
    const summary = notes.save(restored);
    versions.add({ note: id, tree: version.tree, madeAt: now, reason: 'restore', restoredFrom: number });
    return done({ note: restored, summary, before: before.number });
  });
}
