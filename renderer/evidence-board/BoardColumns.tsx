import { memo, startTransition, useEffect, useState, type ReactNode } from 'react';
import { categoryWords } from '../../core/dossier/annotation.ts';
import type { AnnotationId } from '../../core/dossier/ids.ts';
import type { Evidence } from '../../core/evidence/evidence.ts';
import type { EvidenceGroup } from '../../core/evidence/group-evidence.ts';
import type { CardPlace } from './board-selection.ts';
import { EvidenceCard } from './EvidenceCard.tsx';

export interface CardEditor extends CardPlace {
  readonly field: ReactNode;
}

interface ColumnProps {
  readonly group: EvidenceGroup;
  /** The card of this column that the keyboard comes to. */
  readonly current: AnnotationId | null;
  readonly chosen: ReadonlySet<AnnotationId>;
  /** What is being written about a card of this column. */
  readonly editor: CardEditor | null;
}

const firstCards = 40; // more than fits a column of a high screen

/** The cards that are seen first come at once, the others of a long column as soon as there is time. */
function useCardsOf({ items }: EvidenceGroup, current: AnnotationId | null): readonly Evidence[] {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    startTransition(() => {
      setWhole(true);
    });
  }, []);
  if (isWhole || items.length <= firstCards) return items;
  const first = items.slice(0, firstCards);
  const isAmongThem = current === null || first.some(({ annotation }) => annotation.id === current);
  return isAmongThem ? first : items;
}

/** Remembered: moving about one column leaves the others as they are. */
const Column = memo(function Column({ group, current, chosen, editor }: ColumnProps) {
  const { key, name, label, category, items } = group;
  const count = String(items.length);
  const cards = useCardsOf(group, current);
  return (
    <section className="board-column" aria-label={`${name}: ${count} ${count === '1' ? 'card' : 'cards'}`}>
      <h3>
        {category !== undefined && (
          <span className="category-dot" data-category={category} aria-hidden="true">
            {categoryWords[category].letter}
          </span>
        )}
        {label !== undefined && <span className="source-label">{label}</span>}
        <span className="board-column-name" dir="auto">
          {name}
        </span>
        <span className="count">{count}</span>
      </h3>
      <ul className="board-cards" aria-label={`${name}, ${count}`}>
        {cards.map((evidence) => {
          const { id } = evidence.annotation;
          return (
            <EvidenceCard
              key={id}
              evidence={evidence}
              column={key}
              isCurrent={current === id}
              isChosen={chosen.has(id)}
              editor={editor?.id === id ? editor.field : undefined}
            />
          );
        })}
      </ul>
    </section>
  );
});

const noneChosen: ReadonlySet<AnnotationId> = new Set();

interface BoardColumnsProps {
  readonly groups: readonly EvidenceGroup[];
  readonly current: CardPlace | null;
  readonly chosen: ReadonlySet<AnnotationId>;
  readonly editor: CardEditor | null;
}

export const BoardColumns = memo(function BoardColumns(props: BoardColumnsProps) {
  const { groups, current, chosen, editor } = props;
  return groups.map((group) => (
    <Column
      key={group.key}
      group={group}
      current={current?.column === group.key ? current.id : null}
      chosen={group.items.some(({ annotation }) => chosen.has(annotation.id)) ? chosen : noneChosen}
      editor={editor?.column === group.key ? editor : null}
    />
  ));
});
