import { useEffect, useMemo, type ReactNode } from 'react';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import { NoteEditor } from '../note-editor/NoteEditor.tsx';
import { CitationCard } from './CitationCard.tsx';
import { describeTargets } from './describe-targets.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

/** The note editor, told what the workspace knows. */
export function NotePaneOfWorkspace({ workspace }: { readonly workspace: Workspace }) {
  const { store } = workspace;
  const note = useStore(store, (state) => state.note);
  const sources = useStore(store, (state) => state.sources);
  const editions = useStore(store, (state) => state.editions);

  const citations = useMemo(
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
      version: editions,
    }),
    [workspace, sources, editions],
  );

  // Steps in a note can be taken back as long as its editor stands.
  const noteId = note?.id;
  const owner = useMemo(() => ({ noteId }), [noteId]);
  useEffect(
    () => () => {
      workspace.history.forget(owner);
    },
    [workspace, owner],
  );

  if (note === null) {
    return (
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
    );
  }
  return (
    <NoteEditor
      ref={workspace.noteEditor}
      key={note.id}
      noteKey={note.id}
      tree={note.tree}
      citations={citations}
      onChange={workspace.notes.changed}
      onHistoryEntry={(entry) => {
        workspace.history.push(entry, owner);
      }}
    />
  );
}
