import type { DragEvent, KeyboardEvent, MouseEvent } from 'react';
import type { AnnotationId } from '../../core/dossier/ids.ts';
import { BoardColumns, type CardEditor } from './BoardColumns.tsx';
import type { BoardCommands } from './board-commands.ts';
import { boardKey } from './board-keys.ts';
import { pick } from './board-selection.ts';
import { placeOf } from './use-card-focus.ts';
import type { ShownCards } from './use-shown-cards.ts';

interface CardAreaProps {
  readonly cards: ShownCards;
  readonly commands: BoardCommands;
  readonly editor: CardEditor | null;
  /** Of all cards, the ones not shown included. */
  readonly count: number;
  readonly onOpen: (id: AnnotationId) => void;
  readonly onDrag: (ids: readonly AnnotationId[], transfer: DataTransfer) => void;
  readonly onShowAll: () => void;
  /** Of the element that says what the keys do. */
  readonly hintId: string;
}

/** The columns. The cards are buttons; their keys and clicks are answered here, for thousands of them at once. */
export function CardArea(props: CardAreaProps) {
  const { cards, commands, editor, count, onOpen, onDrag, onShowAll, hintId } = props;
  const { groups, columns, selection, ids } = cards;
  const onKeyDown = (event: KeyboardEvent) => {
    const isOnCard = event.target instanceof Element && event.target.matches('.evidence-card');
    const key = isOnCard && !event.nativeEvent.isComposing ? boardKey(event) : null;
    if (key === null) return;
    event.preventDefault();
    commands.do(key);
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place === null) return;
    const manner = { extend: event.shiftKey, keep: event.ctrlKey || event.metaKey };
    commands.select(pick(columns, selection, place, manner));
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place !== null) onOpen(place.id);
  };
  const onDragStart = (event: DragEvent) => {
    const place = placeOf(event.target);
    if (place !== null) onDrag(ids.includes(place.id) ? ids : [place.id], event.dataTransfer);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cards inside take the focus; keys and clicks are heard once for all of them
    <div
      className="board-columns"
      role="group"
      aria-label="Cards"
      aria-describedby={hintId}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onDragStart={onDragStart}
    >
      <BoardColumns groups={groups} current={selection.current} chosen={selection.chosen} editor={editor} />
      {groups.length === 0 && (
        <div className="pane-empty">
          <p>No card has all of this.</p>
          <button type="button" className="button" onClick={onShowAll}>
            Show all {count} cards
          </button>
        </div>
      )}
    </div>
  );
}
