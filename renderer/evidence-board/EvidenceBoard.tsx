import { useId } from 'react';
import { everything } from '../../core/evidence/filter-evidence.ts';
import { createBoardCommands } from './board-commands.ts';
import type { EvidenceBoardProps } from './board-props.ts';
import { arriveAt } from './board-selection.ts';
import { meaningOfUse, placeWords } from './board-view.ts';
import { BoardFilters } from './BoardFilters.tsx';
import { CardArea } from './CardArea.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { EmptyBoard } from './EmptyBoard.tsx';
import { useCardEditor } from './use-card-editor.tsx';
import { useCardFocus } from './use-card-focus.ts';
import { useShownCards } from './use-shown-cards.ts';
import './evidence-board.css';

/** All annotations of the dossier as cards in columns, to be found, sorted and cited. */
export function EvidenceBoard(props: EvidenceBoardProps) {
  const { all, view, onView } = props;
  const hintId = useId();
  const cards = useShownCards(props);
  const { columns, selection, ids } = cards;
  const { root, focusCurrent, onFocus, onBlur } = useCardFocus(cards, (place) => {
    const there = arriveAt(columns, selection, place);
    if (there !== selection) onView({ selection: there });
  });
  const editor = useCardEditor(props, cards, focusCurrent);
  const commands = createBoardCommands({
    props,
    cards,
    focusCards: focusCurrent,
    focusSearch: () => root.current?.querySelector<HTMLElement>('.board-search')?.focus(),
  });
  const showAll = () => {
    onView({ filter: everything });
  };

  if (all.length === 0) return <EmptyBoard {...props} />;
  const only = ids.length === 1 ? all.find(({ annotation }) => annotation.id === ids[0]) : undefined;
  return (
    <div ref={root} className="evidence-board" onFocus={onFocus} onBlur={onBlur}>
      <BoardFilters
        all={all}
        filter={view.filter}
        counted={cards.filter}
        shown={cards.shown.length}
        grouping={view.grouping}
        sources={props.sources}
        knownTags={props.knownTags}
        onView={onView}
        onLeave={focusCurrent}
      />
      <ChosenBar
        name={only === undefined ? `${String(ids.length)} cards` : placeWords(only)}
        count={ids.length}
        readOnly={props.readOnly}
        isChosen={selection.chosen.size > 0}
        commands={commands}
        tagField={editor.ofAll}
      />
      <CardArea
        cards={cards}
        commands={commands}
        editor={editor.card}
        count={all.length}
        onOpen={props.onOpen}
        onDrag={props.onDrag}
        onShowAll={showAll}
        hintId={hintId}
      />
      <p id={hintId} className="board-hint">
        <kbd>↵</kbd> cites, <kbd>Q</kbd> quotes, <kbd>Ctrl ↵</kbd> opens, <kbd>1</kbd>…<kbd>5</kbd> mark,{' '}
        <kbd>C</kbd> comments, <kbd>T</kbd> tags, <kbd>Del</kbd> deletes, <kbd>Shift</kbd> and arrows choose
        several. {meaningOfUse}
      </p>
    </div>
  );
}
