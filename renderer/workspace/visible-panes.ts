export const panes = ['dossier', 'source', 'board', 'note', 'review'] as const;
export type Pane = (typeof panes)[number];

/** CSS pixels below which a pane is no use. */
const narrowest: Readonly<Record<Pane, number>> = {
  dossier: 200,
  source: 340,
  board: 420,
  note: 360,
  review: 250,
};

const besideBoard: ReadonlySet<Pane> = new Set(['board', 'note']);

/** The evidence board takes the place of every pane but the note: what those show, it shows as well. */
export function uncovered(wanted: ReadonlySet<Pane>): ReadonlySet<Pane> {
  return wanted.has('board') ? new Set([...wanted].filter((pane) => besideBoard.has(pane))) : wanted;
}

/** What is wanted when this pane is gone to: one that the board covers puts the board away. */
export function wantedWith(wanted: ReadonlySet<Pane>, pane: Pane): ReadonlySet<Pane> {
  const coversIt = wanted.has('board') && !besideBoard.has(pane);
  if (wanted.has(pane) && !coversIt) return wanted;
  return new Set([...wanted, pane].filter((each) => !coversIt || each !== 'board'));
}

/**
 * Which of the wanted panes a window of `width` CSS pixels shows: the ones used last stay, so that a narrow window
 * shows three, then two, then one. Never none. In the order in which they stand.
 */
export function visiblePanes(
  wanted: ReadonlySet<Pane>,
  lastUsed: readonly Pane[],
  width: number,
): readonly Pane[] {
  const age = (pane: Pane) => {
    const index = lastUsed.indexOf(pane);
    return index === -1 ? panes.length : index;
  };
  const open = uncovered(wanted);
  const byUse = panes.filter((pane) => open.has(pane)).toSorted((a, b) => age(a) - age(b));
  const shown: Pane[] = [];
  let used = 0;
  for (const pane of byUse.length === 0 ? (['note'] as const) : byUse) {
    used += narrowest[pane];
    if (used > width && shown.length > 0) break;
    shown.push(pane);
  }
  return panes.filter((pane) => shown.includes(pane));
}

/** What was shown before only the note was. */
export interface PanesBefore {
  readonly wantedPanes: ReadonlySet<Pane>;
  readonly lastUsedPanes: readonly Pane[];
}
