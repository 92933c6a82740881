/** A table that is pasted: every row as long as the longest, what spans several cells in the first of them. */
import type { Table } from 'mdast';
import { type InlineRun, inlineFormats, phrasingFromRuns } from '../inline-runs.ts';

export interface PastedCell {
  readonly runs: readonly InlineRun[];
  readonly columns: number;
  readonly rows: number;
}

/** More columns than that no page holds; a span of thousands would make as many cells. */
const mostColumns = 60;

/** `null` where the table holds no text at all. Empty rows and columns at the edges are left out. */
export function tableOfCells(rows: readonly (readonly PastedCell[])[]): Table | null {
  const grid: (readonly InlineRun[])[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column += 1;
      if (column >= mostColumns) break;
      for (let below = 0; below < Math.min(cell.rows, rows.length - at); below += 1) {
        for (let beside = 0; beside < Math.min(cell.columns, mostColumns - column); beside += 1) {
          const line = grid[at + below];
          if (line !== undefined) line[column + beside] = below + beside === 0 ? cell.runs : [];
        }
      }
      column += cell.columns;
    }
  }
  const full = withoutEmptyEdges(grid);
  return full.length === 0 ? null : tableOfRows(full);
}

export function tableOfRows(rows: readonly (readonly (readonly InlineRun[] | undefined)[])[]): Table {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return {
    type: 'table',
    align: Array.from({ length: columns }, () => null),
    children: rows.map((row, index) => ({
      type: 'tableRow',
      children: Array.from({ length: columns }, (_, column) => ({
        type: 'tableCell',
        children: phrasingFromRuns(
          index === 0 ? plainHeader(row[column] ?? []) : (row[column] ?? []),
          'line',
        ),
      })),
    })),
  };
}

/** The header stands out by itself: bold that all of it bears says nothing more. */
function plainHeader(runs: readonly InlineRun[]): readonly InlineRun[] {
  return withoutOverallBold(runs);
}

/** Of a heading or a header cell. */
export function withoutOverallBold(runs: readonly InlineRun[]): readonly InlineRun[] {
  const bit = inlineFormats.strong;
  const isBold = (run: InlineRun): boolean => {
    if (run.kind === 'text') return (run.formats & bit) !== 0 || run.value.trim() === '';
    return run.kind === 'link' ? run.runs.every(isBold) : true;
  };
  const plain = (run: InlineRun): InlineRun => {
    if (run.kind === 'text') return { ...run, formats: run.formats & ~bit };
    return run.kind === 'link' ? { ...run, runs: run.runs.map(plain) } : run;
  };
  return runs.every(isBold) ? runs.map(plain) : runs;
}

function withoutEmptyEdges(
  grid: readonly (readonly (readonly InlineRun[] | undefined)[])[],
): (readonly (readonly InlineRun[] | undefined)[])[] {
  const isFilled = (cell: readonly InlineRun[] | undefined) => cell !== undefined && cell.length > 0;
  const rows = grid.filter((row) => row.some(isFilled));
  const last = rows.reduce((most, row) => Math.max(most, row.findLastIndex(isFilled)), -1);
  return rows.map((row) => Array.from({ length: last + 1 }, (_, column) => row[column]));
}
