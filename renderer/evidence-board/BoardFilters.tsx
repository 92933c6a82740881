import { useMemo, type KeyboardEvent } from 'react';
import { categories, categoryWords } from '../../core/dossier/annotation.ts';
import { uses, type Evidence, type Use } from '../../core/evidence/evidence.ts';
import {
  countChoices,
  everything,
  isFiltering,
  withoutAnyTag,
  type EvidenceFilter,
} from '../../core/evidence/filter-evidence.ts';
import { groupings, type Grouping } from '../../core/evidence/group-evidence.ts';
import type { Source } from '../../core/dossier/source.ts';
import { countOfCards, meaningOfUse, type BoardView } from './board-view.ts';

const groupingNames: Readonly<Record<Grouping, string>> = {
  category: 'Category',
  source: 'Source',
  side: 'Whose account',
  tag: 'Tag',
};
const useNames: Readonly<Record<Use, string>> = {
  here: 'In this note',
  elsewhere: 'In another note only',
  unused: 'Not used yet',
};

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly title?: string;
  readonly anyCount: number;
  readonly value: Value | null;
  readonly options: readonly (readonly [Value, string])[];
  readonly counts: ReadonlyMap<Value, number>;
  readonly onChoose: (value: Value | null) => void;
}

/** A choice of one or of all. An option that would show nothing is left out, unless it is the chosen one. */
function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, title, anyCount, value, options, counts, onChoose } = props;
  const there = options.filter(([key]) => key === value || (counts.get(key) ?? 0) > 0);
  // By number, because the key of a choice may be empty.
  return (
    <label className="board-choice" title={title} data-set={value === null ? undefined : ''}>
      {name}
      <select
        value={there.findIndex(([key]) => key === value)}
        onChange={(event) => {
          onChoose(there[Number(event.target.value)]?.[0] ?? null);
        }}
      >
        <option value={-1}>All ({anyCount})</option>
        {there.map(([key, label], index) => (
          <option key={key} value={index}>
            {label} ({counts.get(key) ?? 0})
          </option>
        ))}
      </select>
    </label>
  );
}

interface BoardFiltersProps {
  readonly all: readonly Evidence[];
  /** What is typed and chosen now. */
  readonly filter: EvidenceFilter;
  /** What the cards and the numbers show, a moment behind quick typing. */
  readonly counted: EvidenceFilter;
  readonly shown: number;
  readonly grouping: Grouping;
  readonly sources: readonly Source[];
  readonly knownTags: readonly string[];
  readonly onView: (change: Partial<BoardView>) => void;
  /** The keyboard goes to the cards. */
  readonly onLeave: () => void;
}

/** The choices, each with how many cards it would show. */
function Choices(props: BoardFiltersProps) {
  const { all, filter, counted, sources, knownTags, onView } = props;
  const counts = useMemo(() => countChoices(all, counted), [all, counted]);
  const set = (change: Partial<EvidenceFilter>) => {
    onView({ filter: { ...filter, ...change } });
  };
  return (
    <>
      <Choice
        name="Category"
        anyCount={counts.any.category}
        value={filter.category}
        options={categories.map((category) => [category, categoryWords[category].name])}
        counts={counts.category}
        onChoose={(category) => {
          set({ category });
        }}
      />
      <Choice
        name="Source"
        anyCount={counts.any.source}
        value={filter.source}
        options={sources.map(({ id, label, title }) => [id, `${label} ${title}`])}
        counts={counts.source}
        onChoose={(source) => {
          set({ source });
        }}
      />
      <Choice
        name="Tag"
        anyCount={counts.any.tag}
        value={filter.tag}
        options={[...knownTags.map((tag) => [tag, tag] as const), [withoutAnyTag, 'No tag']]}
        counts={counts.tag}
        onChoose={(tag) => {
          set({ tag });
        }}
      />
      <Choice
        name="Use"
        title={meaningOfUse}
        anyCount={counts.any.use}
        value={filter.use}
        options={uses.map((use) => [use, useNames[use]])}
        counts={counts.use}
        onChoose={(use) => {
          set({ use });
        }}
      />
    </>
  );
}

/** What is shown of all cards, and how it is put into columns. */
export function BoardFilters(props: BoardFiltersProps) {
  const { all, filter, shown, grouping, onView, onLeave } = props;
  const find = (text: string) => {
    onView({ filter: { ...filter, text } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && filter.text !== '') find('');
    else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <div className="board-filters" role="search" aria-label="Filter the cards">
      <input
        type="search"
        className="board-search"
        aria-label="Find among the cards"
        placeholder="Find among the cards  ( / )"
        value={filter.text}
        maxLength={500}
        spellCheck={false}
        onChange={(event) => {
          find(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <label className="board-choice">
        Columns
        <select
          value={grouping}
          onChange={(event) => {
            onView({ grouping: groupings.find((each) => each === event.target.value) ?? 'category' });
          }}
        >
          {groupings.map((each) => (
            <option key={each} value={each}>
              {groupingNames[each]}
            </option>
          ))}
        </select>
      </label>
      <Choices {...props} />
      {isFiltering(filter) && (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            onView({ filter: everything });
          }}
        >
          Show all
        </button>
      )}
      <span className="board-count" role="status">
        {countOfCards(shown, all.length)}
      </span>
    </div>
  );
}
