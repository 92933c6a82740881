import { useDeferredValue, useEffect, useMemo } from 'react';
import type { AnnotationId } from '../../core/dossier/ids.ts';
import type { Evidence } from '../../core/evidence/evidence.ts';
import { filterEvidence, type EvidenceFilter } from '../../core/evidence/filter-evidence.ts';
import { groupEvidence, type EvidenceGroup } from '../../core/evidence/group-evidence.ts';
import { meant, settle, type BoardColumns, type BoardSelection } from './board-selection.ts';
import { columnsOf, type BoardView } from './board-view.ts';

interface ShownCardsOptions {
  readonly all: readonly Evidence[];
  readonly view: BoardView;
  readonly onView: (change: Partial<BoardView>) => void;
  readonly onMeant: (ids: readonly AnnotationId[]) => void;
}

export interface ShownCards {
  /** What is filtered by, a moment behind quick typing. */
  readonly filter: EvidenceFilter;
  readonly shown: readonly Evidence[];
  readonly groups: readonly EvidenceGroup[];
  readonly columns: BoardColumns;
  readonly selection: BoardSelection;
  /** What an action is about. */
  readonly ids: readonly AnnotationId[];
}

/** The cards that are shown, and where the keyboard is among them. */
export function useShownCards({ all, view, onView, onMeant }: ShownCardsOptions): ShownCards {
  // Typing goes on while thousands of cards follow.
  const filter = useDeferredValue(view.filter);
  const shown = useMemo(() => filterEvidence(all, filter), [all, filter]);
  const groups = useMemo(() => groupEvidence(shown, view.grouping), [shown, view.grouping]);
  const columns = useMemo(() => columnsOf(groups), [groups]);
  const selection = useMemo(() => settle(columns, view.selection), [columns, view.selection]);
  const ids = useMemo(() => meant(columns, selection), [columns, selection]);
  useEffect(() => {
    if (selection !== view.selection) onView({ selection });
  }, [selection, view.selection, onView]);
  useEffect(() => {
    onMeant(ids);
  }, [ids, onMeant]);
  return { filter, shown, groups, columns, selection, ids };
}
