import type { Evidence } from '../../core/evidence/evidence.ts';
import { everything, type EvidenceFilter } from '../../core/evidence/filter-evidence.ts';
import type { EvidenceGroup, Grouping } from '../../core/evidence/group-evidence.ts';
import { nothingChosen, type BoardColumns, type BoardSelection } from './board-selection.ts';

/** How a person looks at the board; it stays so while the board is put away. */
export interface BoardView {
  readonly grouping: Grouping;
  readonly filter: EvidenceFilter;
  readonly selection: BoardSelection;
}

export const firstView: BoardView = {
  grouping: 'category',
  filter: everything,
  selection: nothingChosen,
};

export const columnsOf = (groups: readonly EvidenceGroup[]): BoardColumns =>
  groups.map(({ key, items }) => ({ key, ids: items.map(({ annotation }) => annotation.id) }));

const counted = (count: number, one: string, many = `${one}s`) =>
  `${String(count)} ${count === 1 ? one : many}`;

/** `11 cards`, or `3 of 11 cards`. */
export const countOfCards = (shown: number, all: number): string =>
  shown === all ? counted(all, 'card') : `${String(shown)} of ${counted(all, 'card')}`;

/** Whether a note uses it, as it stands on the card. */
export function wordsOfUse({ use, otherNotes, besideCited }: Evidence): string {
  const others = otherNotes.length > 1 ? `${String(otherNotes.length)} other notes` : 'another note';
  const words = {
    here: otherNotes.length > 0 ? `In this note and ${others}` : 'In this note',
    elsewhere: `In ${others}`,
    unused: 'Not used yet',
  }[use];
  return besideCited ? `${words}; this note cites other words here` : words;
}

/** What the marks of use mean, said on the board itself. */
export const meaningOfUse =
  'Used means that a note cites these words, words that take them in, or their whole paragraph.';

/** Where the words stand: `A ¶12`. */
export const placeWords = ({ place, source }: Evidence): string => place ?? `${source.label}, not numbered`;
