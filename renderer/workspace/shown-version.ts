import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import type { NoteVersionSummary } from '../../core/note-tree/note-version.ts';

/** A version that is being looked at. */
export interface ShownVersion {
  readonly summary: NoteVersionSummary;
  readonly tree: NoteTree;
  /** The version before it; `null` when it is the first. */
  readonly before: { readonly summary: NoteVersionSummary; readonly tree: NoteTree } | null;
}
