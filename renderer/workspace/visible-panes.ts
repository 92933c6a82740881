export const panes = ['dossier', 'source', 'note', 'review'] as const;
export type Pane = (typeof panes)[number];

/** CSS pixels below which a pane is no use. */
const narrowest: Readonly<Record<Pane, number>> = { dossier: 200, source: 340, note: 360, review: 250 };

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
  const byUse = panes.filter((pane) => wanted.has(pane)).toSorted((a, b) => age(a) - age(b));
  const shown: Pane[] = [];
  let used = 0;
  for (const pane of byUse.length === 0 ? (['note'] as const) : byUse) {
    used += narrowest[pane];
    if (used > width && shown.length > 0) break;
    shown.push(pane);
  }
  return panes.filter((pane) => shown.includes(pane));
}
