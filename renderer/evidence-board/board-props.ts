import type { Category } from '../../core/dossier/annotation.ts';
import type { AnnotationId } from '../../core/dossier/ids.ts';
import type { Source } from '../../core/dossier/source.ts';
import type { Evidence } from '../../core/evidence/evidence.ts';
import type { BoardView } from './board-view.ts';

/** What is being written about a card. */
export interface BoardEditing {
  readonly what: 'comment' | 'tags';
  readonly id: AnnotationId;
}

export interface EvidenceBoardProps {
  /** In reading order. */
  readonly all: readonly Evidence[];
  readonly sources: readonly Source[];
  /** All tags of the dossier, the ones to suggest first. */
  readonly knownTags: readonly string[];
  readonly readOnly: boolean;
  readonly view: BoardView;
  readonly editing: BoardEditing | null;
  readonly onView: (change: Partial<BoardView>) => void;
  readonly onEdit: (editing: BoardEditing | null) => void;
  /** The cards that an action would be about are these now. */
  readonly onMeant: (ids: readonly AnnotationId[]) => void;
  readonly onCite: (ids: readonly AnnotationId[]) => void;
  /** Put the words themselves into the note, each with its citation. */
  readonly onQuote: (ids: readonly AnnotationId[]) => void;
  readonly onOpen: (id: AnnotationId) => void;
  readonly onMark: (ids: readonly AnnotationId[], category: Category) => void;
  readonly onComment: (id: AnnotationId, comment: string) => void;
  readonly onAddTag: (ids: readonly AnnotationId[], tag: string) => void;
  readonly onRemoveTag: (ids: readonly AnnotationId[], tag: string) => void;
  readonly onDelete: (ids: readonly AnnotationId[]) => void;
  readonly onDrag: (ids: readonly AnnotationId[], transfer: DataTransfer) => void;
  readonly onAddSource: () => void;
  readonly onGoToSource: () => void;
}
