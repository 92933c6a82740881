import type { NoteId } from '../../core/dossier/ids.ts';
import type { NoteLength } from '../../core/host-contract.ts';

/** How long the open note is, as it was measured last. */
export interface ShownLength {
  readonly note: NoteId | null;
  /** `null`: not measured yet, or it can't be. */
  readonly length: NoteLength | null;
  /** Why it can't be measured; `null` where nothing is wrong. */
  readonly refusal: string | null;
}

export const notMeasured: ShownLength = { note: null, length: null, refusal: null };

/** Tenths of a page: `1.2`. Never 2.0 for what has begun a third page, nor 0 for what is there. */
function pagesInWords(pages: number): string {
  return (Math.max(1, Math.ceil(pages * 10 - 0.05)) / 10).toFixed(1);
}

/** Whether a note is longer than it may be, as the pages of its PDF count. */
export function isOver({ pages, budget }: NoteLength): boolean {
  return budget !== null && Number(pagesInWords(pages)) > budget;
}

/** `1.2 of 2 pages`. */
export function lengthInWords({ length }: ShownLength): string {
  if (length === null) return '— pages';
  const pages = pagesInWords(length.pages);
  if (length.budget === null) return pages === '1.0' ? '1.0 page' : `${pages} pages`;
  const allowed = `${pages} of ${String(length.budget)} ${length.budget === 1 ? 'page' : 'pages'}`;
  if (!isOver(length)) return allowed;
  return `▲ ${allowed}, ${(Number(pages) - length.budget).toFixed(1)} over`;
}
