import type { ReactNode } from 'react';
import type { AnnotationId } from '../../core/dossier/ids.ts';
import { sharedTags } from '../../core/dossier/tags.ts';
import type { CardEditor } from './BoardColumns.tsx';
import { placeWords } from './board-view.ts';
import { CommentField } from './CommentField.tsx';
import type { EvidenceBoardProps } from './board-props.ts';
import { TagField } from './TagField.tsx';
import type { ShownCards } from './use-shown-cards.ts';

interface CardEditors {
  /** Stands below its card. */
  readonly card: CardEditor | null;
  /** The tags of several cards, in the bar. */
  readonly ofAll: ReactNode;
}

/** What is being written about a card, or about all chosen ones. */
export function useCardEditor(
  props: EvidenceBoardProps,
  { columns, selection, ids }: ShownCards,
  focusCurrent: () => void,
): CardEditors {
  const { all, editing, knownTags, onEdit, onComment, onAddTag, onRemoveTag } = props;
  const done = (leftBy: 'key' | 'elsewhere') => {
    onEdit(null);
    if (leftBy === 'key') focusCurrent();
  };
  const tagFieldOf = (of: readonly AnnotationId[], label: string) => {
    const wanted = new Set(of);
    const annotations = all.flatMap(({ annotation }) => (wanted.has(annotation.id) ? [annotation] : []));
    return (
      <TagField
        label={label}
        tags={sharedTags(annotations)}
        known={knownTags}
        onAdd={(tag) => {
          onAddTag(of, tag);
        }}
        onRemove={(tag) => {
          onRemoveTag(of, tag);
        }}
        onDone={done}
      />
    );
  };

  if (editing === null) return { card: null, ofAll: null };
  const { what, id } = editing;
  if (what === 'tags' && ids.length > 1 && ids.includes(id)) {
    return { card: null, ofAll: tagFieldOf(ids, `Tags of these ${String(ids.length)} cards`) };
  }
  const column =
    selection.current?.id === id
      ? selection.current.column
      : columns.find((each) => each.ids.includes(id))?.key;
  const evidence = all.find(({ annotation }) => annotation.id === id);
  if (column === undefined || evidence === undefined) return { card: null, ofAll: null };
  const field =
    what === 'tags' ? (
      tagFieldOf([id], `Tags of ${placeWords(evidence)}`)
    ) : (
      <CommentField
        comment={evidence.annotation.comment}
        onKeep={(comment) => {
          onComment(id, comment);
        }}
        onDone={done}
      />
    );
  return { card: { column, id, field }, ofAll: null };
}
