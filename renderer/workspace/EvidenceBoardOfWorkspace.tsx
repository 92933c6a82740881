import { useCallback, useEffect, useMemo } from 'react';
import type { AnnotationId } from '../../core/dossier/ids.ts';
import { tagsInUse, withoutTag, withTag } from '../../core/dossier/tags.ts';
import { quotationOf } from '../../core/evidence/evidence.ts';
import type { BoardView } from '../evidence-board/board-view.ts';
import type { BoardEditing } from '../evidence-board/board-props.ts';
import { EvidenceBoard } from '../evidence-board/EvidenceBoard.tsx';
import { dragCitation } from './citation-drag.ts';
import { isReadOnly } from './is-read-only.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

/** The evidence, read again only when something that it rests on has changed. */
function useEvidence({ store, evidence }: Workspace) {
  const annotations = useStore(store, (state) => state.annotations);
  const sources = useStore(store, (state) => state.sources);
  const editions = useStore(store, (state) => state.editions);
  const notes = useStore(store, (state) => state.notes);
  const noteCitations = useStore(store, (state) => state.noteCitations);
  const openNote = useStore(store, (state) => state.note?.id ?? null);
  return useMemo(
    () => evidence.read({ annotations, sources, editions, notes, noteCitations, openNote }),
    [evidence, annotations, sources, editions, notes, noteCitations, openNote],
  );
}

function useEditing({ store }: Workspace): BoardEditing | null {
  const commenting = useStore(store, (state) => state.commenting);
  const tagging = useStore(store, (state) => state.tagging);
  return useMemo(() => {
    if (tagging !== null) return { what: 'tags', id: tagging };
    return commenting === null ? null : { what: 'comment', id: commenting };
  }, [commenting, tagging]);
}

/** The evidence board, told what the workspace knows. */
export function EvidenceBoardOfWorkspace({ workspace }: { readonly workspace: Workspace }) {
  const { store, annotations, evidence } = workspace;
  const all = useEvidence(workspace);
  const summaries = useStore(store, (state) => state.sources);
  const sources = useMemo(() => summaries.map(({ source }) => source), [summaries]);
  const annotated = useStore(store, (state) => state.annotations);
  const knownTags = useMemo(() => tagsInUse(annotated), [annotated]);
  const readOnly = useStore(store, isReadOnly);
  const view = useStore(store, (state) => state.board);
  const editing = useEditing(workspace);

  useEffect(() => evidence.follow(), [evidence]);
  const onView = useCallback(
    (change: Partial<BoardView>) => {
      store.set({ board: { ...store.get().board, ...change } });
    },
    [store],
  );
  const onMeant = useCallback(
    (ids: readonly AnnotationId[]) => {
      store.set({ chosenCards: ids });
    },
    [store],
  );

  return (
    <EvidenceBoard
      all={all}
      sources={sources}
      knownTags={knownTags}
      readOnly={readOnly}
      view={view}
      editing={editing}
      onView={onView}
      onEdit={(next) => {
        store.set({
          commenting: next?.what === 'comment' ? next.id : null,
          tagging: next?.what === 'tags' ? next.id : null,
        });
      }}
      onMeant={onMeant}
      onCite={evidence.cite}
      onQuote={evidence.quote}
      onOpen={(id) => void evidence.open(id)}
      onMark={(ids, category) => void evidence.mark(ids, category)}
      onComment={(id, comment) => void annotations.change(id, { comment })}
      onAddTag={(ids, tag) =>
        void annotations.changeAll(ids, (before) => ({ tags: withTag(before.tags, tag) }))
      }
      onRemoveTag={(ids, tag) =>
        void annotations.changeAll(ids, (before) => ({ tags: withoutTag(before.tags, tag) }))
      }
      onDelete={(ids) => void annotations.removeAll(ids)}
      onDrag={(ids, transfer) => {
        const wanted = new Set(ids);
        const words = all.filter(({ annotation }) => wanted.has(annotation.id));
        const text = words.map(({ annotation }) => quotationOf(annotation)).join('\n');
        dragCitation(transfer, evidence.targetsOf(ids), text);
      }}
      onAddSource={() => {
        workspace.run('add-source');
      }}
      onGoToSource={() => {
        workspace.enterPane('source');
        workspace.focusPane('source');
      }}
    />
  );
}
