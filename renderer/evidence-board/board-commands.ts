import { everything } from '../../core/evidence/filter-evidence.ts';
import type { BoardKey } from './board-keys.ts';
import { chooseAll, chooseNone, move, toggleCurrent, type BoardSelection } from './board-selection.ts';
import type { BoardEditing, EvidenceBoardProps } from './board-props.ts';
import type { ShownCards } from './use-shown-cards.ts';

/** What the keys and the buttons of the board do to the cards that are meant. */
export interface BoardCommands {
  do(key: BoardKey): void;
  select(selection: BoardSelection): void;
}

interface BoardCommandOptions {
  readonly props: EvidenceBoardProps;
  readonly cards: ShownCards;
  /** Puts the keyboard on the card it was at last. */
  readonly focusCards: () => void;
  /** Puts the keyboard into the field that finds cards. */
  readonly focusSearch: () => void;
}

export function createBoardCommands({
  props,
  cards,
  focusCards,
  focusSearch,
}: BoardCommandOptions): BoardCommands {
  const { columns, selection, ids } = cards;
  const select = (next: BoardSelection) => {
    props.onView({ selection: next });
  };
  // Among several chosen cards, a comment is written about the one that the keyboard is at.
  const one = selection.chosen.size === 0 || ids.length > 1 ? selection.current?.id : ids[0];
  const edit = (what: BoardEditing['what']) => {
    const id = what === 'tags' && ids.length > 1 ? ids[0] : one;
    if (!props.readOnly && id !== undefined) props.onEdit({ what, id });
  };
  return {
    select,
    do(key) {
      switch (key.do) {
        case 'move':
          return select(move(columns, selection, key.key, key));
        case 'mark':
          return props.onMark(ids, key.category);
        case 'cite':
          return props.onCite(ids);
        case 'quote':
          return props.onQuote(ids);
        case 'open':
          return one === undefined ? undefined : props.onOpen(one);
        case 'comment':
        case 'tag':
          return edit(key.do === 'tag' ? 'tags' : 'comment');
        case 'delete':
          return props.onDelete(ids);
        case 'toggle':
          return select(toggleCurrent(selection));
        case 'all':
          return select(chooseAll(columns, selection));
        case 'none':
          if (selection.chosen.size > 0) select(chooseNone(selection));
          else props.onView({ filter: everything });
          return focusCards();
        case 'search':
          return focusSearch();
      }
    },
  };
}
