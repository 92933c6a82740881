import type { Pane } from './visible-panes.ts';

/** Widths as the person left them: CSS pixels of the side panes, and what the source, or the board, takes of what it shares with the note. */
export interface PaneLayout {
  readonly dossier: number;
  readonly review: number;
  /** 0–1. */
  readonly source: number;
  /** 0–1. */
  readonly board: number;
}

export const layoutLimits = {
  dossier: [180, 420],
  review: [220, 520],
  source: [0.25, 0.75],
  board: [0.3, 0.8],
} as const;

const usual: PaneLayout = { dossier: 232, review: 296, source: 0.48, board: 0.6 };

function within(value: number | undefined, key: keyof PaneLayout): number {
  const [least, most] = layoutLimits[key];
  return value === undefined || !Number.isFinite(value) ? usual[key] : Math.min(Math.max(value, least), most);
}

/** Reads what was kept, whatever it holds. */
export function readLayout(kept: Readonly<Record<string, number>>): PaneLayout {
  return {
    dossier: within(kept['dossier'], 'dossier'),
    review: within(kept['review'], 'review'),
    source: within(kept['source'], 'source'),
    board: within(kept['board'], 'board'),
  };
}

/** The columns of the grid, edges between them included, for the panes that are shown. */
export function gridColumns(shown: readonly Pane[], layout: PaneLayout): string {
  const shared = shown.includes('board') ? layout.board : layout.source;
  const middle = (shown.includes('source') || shown.includes('board')) && shown.includes('note');
  const width = (pane: Pane): string => {
    if (pane === 'dossier' || pane === 'review') {
      return shown.length === 1 ? 'minmax(0, 1fr)' : `${String(layout[pane])}px`;
    }
    if (!middle) return 'minmax(0, 1fr)';
    return `minmax(0, ${(pane === 'note' ? 1 - shared : shared).toFixed(4)}fr)`;
  };
  return shown.map(width).join(' 0px ');
}

/** After the edge on the right of `left` was moved by some CSS pixels; `between` is what the two of them share. */
export function moveEdge(
  layout: PaneLayout,
  left: Pane,
  right: Pane,
  by: number,
  between: number,
): PaneLayout {
  if (left === 'dossier') return { ...layout, dossier: within(layout.dossier + by, 'dossier') };
  if (right === 'review') return { ...layout, review: within(layout.review - by, 'review') };
  const key = left === 'board' ? 'board' : 'source';
  return { ...layout, [key]: within(layout[key] + by / Math.max(between, 1), key) };
}
