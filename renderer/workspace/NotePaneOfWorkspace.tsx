import { memo, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import { NoteEditor, type NoteCitations } from '../note-editor/NoteEditor.tsx';
import { UsedValuesContext } from '../note-editor/used-values-context.ts';
import type { NoteEditorHandle } from '../note-editor/note-editor-handle.ts';
import { CitationCard } from './CitationCard.tsx';
import { describeTargets } from './describe-targets.ts';
import { isReadOnly } from './is-read-only.ts';
import type { OpenNote } from './open-notes.ts';
import type { ShownVersion } from './shown-version.ts';
import { useStore } from './store.ts';
import { VersionDifference } from './VersionDifference.tsx';
import type { Workspace } from './workspace.ts';

function useCitations(workspace: Workspace): NoteCitations {
  const sources = useStore(workspace.store, (state) => state.sources);
  const editions = useStore(workspace.store, (state) => state.editions);
  return useMemo(
    () => ({
      describe: (targets: readonly CitationTarget[]) => describeTargets(targets, sources, editions),
      renderCard: (targets: readonly CitationTarget[]): ReactNode => (
        <CitationCard workspace={workspace} targets={targets} />
      ),
      open: (targets: readonly CitationTarget[], index: number) => {
        const target = targets[index];
        if (target === undefined) return;
        workspace.enterPane('source');
        void workspace.sources.reveal(target.source, target.edition, target.paragraph, target.passage);
      },
      finder: workspace.citing,
      version: editions,
    }),
    [workspace, sources, editions],
  );
}

interface StandingNoteProps {
  readonly workspace: Workspace;
  readonly open: OpenNote;
  readonly citations: NoteCitations;
  readonly isShown: boolean;
}

/** One editor. It stands also while another note is shown, with its caret and all that can be undone in it. */
const StandingNote = memo(function StandingNote({ workspace, open, citations, isShown }: StandingNoteProps) {
  const { note } = open;
  const readOnly = useStore(workspace.store, isReadOnly);
  const register = useCallback(
    (handle: NoteEditorHandle | null) => {
      workspace.noteEditor.register(note.id, handle);
    },
    [workspace, note.id],
  );
  return (
    <div className="note-place" hidden={!isShown}>
      <NoteEditor
        ref={register}
        noteKey={note.id}
        tree={note.tree}
        readOnly={readOnly}
        citations={citations}
        onTouched={workspace.notes.touched}
        onChange={(tree) => {
          workspace.notes.changed(open, tree);
        }}
        onHistoryEntry={(entry) => {
          workspace.stepDone(open, entry);
        }}
        onNotice={(text) => {
          workspace.store.set({ notice: { kind: 'refused', text } });
        }}
      />
    </div>
  );
});

/** Apart from the editors, which have no need of the note's text as it grows. */
function ShownDifference({
  workspace,
  shown,
}: {
  readonly workspace: Workspace;
  readonly shown: ShownVersion;
}) {
  const note = useStore(workspace.store, (state) => state.note);
  return note === null ? null : <VersionDifference workspace={workspace} shown={shown} note={note} />;
}

const keyOf = ({ note, stand }: OpenNote) => `${note.id} ${String(stand)}`;

/** The note editors, told what the workspace knows; the one of the open note is seen. */
export function NotePaneOfWorkspace({ workspace }: { readonly workspace: Workspace }) {
  const { store } = workspace;
  const shownNote = useStore(store, (state) => state.note?.id);
  const openNotes = useStore(store, (state) => state.openNotes);
  const shownVersion = useStore(store, (state) => state.shownVersion);
  const citations = useCitations(workspace);
  const usedValues = useStore(store, (state) => state.usedValues);
  useEffect(() => {
    if (shownNote !== undefined) void workspace.notes.readUsedValues();
  }, [workspace, shownNote]);
  // In an order of their own: moving an editor within the page would cost it its place in the text.
  const inPlace = openNotes.toSorted((a, b) => a.stand - b.stand);

  return (
    <div className="note-pane">
      <UsedValuesContext value={usedValues}>
        {inPlace.map((open) => (
          <StandingNote
            key={keyOf(open)}
            workspace={workspace}
            open={open}
            citations={citations}
            isShown={open.note.id === shownNote && shownVersion === null}
          />
        ))}
      </UsedValuesContext>
      {shownVersion !== null && <ShownDifference workspace={workspace} shown={shownVersion} />}
      {shownNote === undefined && (
        <div className="pane-empty">
          <p>No note is open.</p>
          <button
            type="button"
            className="button primary"
            onClick={() => {
              workspace.run('new-note');
            }}
          >
            New note…
          </button>
        </div>
      )}
    </div>
  );
}
