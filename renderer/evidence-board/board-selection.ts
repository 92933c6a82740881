/** Which card of the board the keyboard is at, and which are chosen: plain values, without the page. */
import type { AnnotationId } from '../../core/dossier/ids.ts';

/** The cards as they stand, column by column. */
export type BoardColumns = readonly {
  readonly key: string;
  readonly ids: readonly AnnotationId[];
}[];

/** One card. With tags as columns the same annotation may have several. */
export interface CardPlace {
  readonly column: string;
  readonly id: AnnotationId;
}

export interface BoardSelection {
  /** Where the keyboard is; `null` only on an empty board. */
  readonly current: CardPlace | null;
  /** Where the columns had it last, for when it goes. */
  readonly at: { readonly column: number; readonly row: number };
  /** Where a range begins. */
  readonly anchor: CardPlace | null;
  /** Chosen on purpose; empty: what is done is done to the current one. */
  readonly chosen: ReadonlySet<AnnotationId>;
}

const none: ReadonlySet<AnnotationId> = new Set();
export const nothingChosen: BoardSelection = {
  current: null,
  at: { column: 0, row: 0 },
  anchor: null,
  chosen: none,
};

const pageOfCards = 8;
export const moveKeys = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
] as const;
export type MoveKey = (typeof moveKeys)[number];

const samePlace = (a: CardPlace | null, b: CardPlace | null) => a?.column === b?.column && a?.id === b?.id;

function indexOf(columns: BoardColumns, { column: key, id }: CardPlace): BoardSelection['at'] | null {
  const column = columns.findIndex((each) => each.key === key);
  const row = columns[column]?.ids.indexOf(id) ?? -1;
  return row === -1 ? null : { column, row };
}

function placeAt(columns: BoardColumns, at: BoardSelection['at']): CardPlace | null {
  const column = columns[Math.min(Math.max(at.column, 0), columns.length - 1)];
  const id = column?.ids[Math.min(Math.max(at.row, 0), column.ids.length - 1)];
  return column === undefined || id === undefined ? null : { column: column.key, id };
}

/** The same card, if need be in another column; when it is gone, the one that took its place. */
function placeNow(columns: BoardColumns, { current, at }: BoardSelection): CardPlace | null {
  if (current === null) return placeAt(columns, { column: 0, row: 0 });
  if (indexOf(columns, current) !== null) return current;
  const moved = columns.find(({ ids }) => ids.includes(current.id));
  return moved === undefined ? placeAt(columns, at) : { column: moved.key, id: current.id };
}

/** After the cards changed: nothing stays chosen that is not seen. Returns the same selection when all of it stands. */
export function settle(columns: BoardColumns, selection: BoardSelection): BoardSelection {
  const current = placeNow(columns, selection);
  const at = (current && indexOf(columns, current)) ?? nothingChosen.at;
  const seen = new Set(columns.flatMap(({ ids }) => ids));
  const left = [...selection.chosen].filter((id) => seen.has(id));
  const isSame =
    samePlace(current, selection.current) &&
    at.column === selection.at.column &&
    at.row === selection.at.row &&
    left.length === selection.chosen.size;
  if (isSame) return selection;
  const chosen = left.length === selection.chosen.size ? selection.chosen : new Set(left);
  return { ...selection, current, at, chosen };
}

function targetOf(columns: BoardColumns, { column, row }: BoardSelection['at'], key: MoveKey, far: boolean) {
  const last = Math.max((columns[column]?.ids.length ?? 1) - 1, 0);
  switch (key) {
    case 'ArrowUp':
      return { column, row: row - 1 };
    case 'ArrowDown':
      return { column, row: row + 1 };
    case 'ArrowLeft':
      return { column: column - 1, row };
    case 'ArrowRight':
      return { column: column + 1, row };
    case 'PageUp':
      return { column, row: row - pageOfCards };
    case 'PageDown':
      return { column, row: row + pageOfCards };
    case 'Home':
      return { column: far ? 0 : column, row: 0 };
    case 'End':
      return far ? { column: columns.length - 1, row: Infinity } : { column, row: last };
  }
}

/** Everything from one card to another, as the board is read: down a column, then the next. */
function between(columns: BoardColumns, from: CardPlace, to: CardPlace): ReadonlySet<AnnotationId> {
  const all = columns.flatMap(({ key, ids }) => ids.map((id) => ({ column: key, id })));
  const ends = [from, to].map((end) => all.findIndex((each) => samePlace(each, end)));
  return new Set(all.slice(Math.min(...ends), Math.max(...ends) + 1).map(({ id }) => id));
}

interface Manner {
  /** Shift: from where the range began to here. */
  readonly extend: boolean;
  /** Ctrl: what is chosen stays so. */
  readonly keep: boolean;
}

function goTo(
  columns: BoardColumns,
  selection: BoardSelection,
  current: CardPlace,
  { extend, keep }: Manner,
): BoardSelection {
  const at = indexOf(columns, current) ?? selection.at;
  if (extend) {
    const anchor = selection.anchor ?? selection.current ?? current;
    const from = indexOf(columns, anchor) === null ? current : anchor;
    return { current, at, anchor: from, chosen: between(columns, from, current) };
  }
  return { current, at, anchor: current, chosen: keep ? selection.chosen : none };
}

/** An arrow key and its kin; with Ctrl, Home and End go to the ends of the board. */
export function move(
  columns: BoardColumns,
  selection: BoardSelection,
  key: MoveKey,
  manner: Manner,
): BoardSelection {
  const next = placeAt(columns, targetOf(columns, selection.at, key, manner.keep));
  return next === null ? selection : goTo(columns, selection, next, manner);
}

/** A click; with Ctrl the card is chosen as well, or no more. */
export function pick(
  columns: BoardColumns,
  selection: BoardSelection,
  place: CardPlace,
  manner: Manner,
): BoardSelection {
  if (manner.extend || !manner.keep) return goTo(columns, selection, place, manner);
  const { anchor, chosen } = selection;
  // The card that was gone to before is meant as well when another one is added to it.
  const already =
    chosen.size === 0 && anchor !== null && anchor.id !== place.id ? new Set([anchor.id]) : chosen;
  return { ...goTo(columns, selection, place, manner), chosen: toggled(already, place.id) };
}

function toggled(chosen: ReadonlySet<AnnotationId>, id: AnnotationId): ReadonlySet<AnnotationId> {
  const others = [...chosen].filter((each) => each !== id);
  return new Set(chosen.has(id) ? others : [...others, id]);
}

/** The keyboard was put there by the page itself, as a screen reader does: what is chosen stays. */
export function arriveAt(columns: BoardColumns, selection: BoardSelection, place: CardPlace): BoardSelection {
  const at = indexOf(columns, place);
  if (at === null || samePlace(place, selection.current)) return selection;
  return { ...selection, current: place, at };
}

export function toggleCurrent(selection: BoardSelection): BoardSelection {
  const { current, chosen } = selection;
  return current === null
    ? selection
    : { ...selection, anchor: current, chosen: toggled(chosen, current.id) };
}

export const chooseAll = (columns: BoardColumns, selection: BoardSelection): BoardSelection => ({
  ...selection,
  chosen: new Set(columns.flatMap(({ ids }) => ids)),
});

export const chooseNone = (selection: BoardSelection): BoardSelection => ({
  ...selection,
  anchor: selection.current,
  chosen: none,
});

/** What an action is about: the chosen cards, each annotation once, as the board has them; otherwise the current one. */
export function meant(columns: BoardColumns, { current, chosen }: BoardSelection): readonly AnnotationId[] {
  if (chosen.size === 0) return current === null ? [] : [current.id];
  return [...new Set(columns.flatMap(({ ids }) => ids.filter((id) => chosen.has(id))))];
}
