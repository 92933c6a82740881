/** Setting aside what stands in the margins of pages and is no part of the text: running heads and page numbers. */
import type { Piece } from './form-lines.ts';
import type { PageText } from './read-page.ts';

export interface SortedPage extends PageText {
  /** Perhaps of the margin, perhaps not: kept, and shown apart. */
  readonly leftovers: readonly Piece[];
}

/** Shares of a page's height in which a running head may stand. */
const headZone = 0.12;
const footZone = 0.88;
/** A running head stands on so many of the pages, or of the left or right ones. */
const shareOfPages = 0.6;
/** Lines of a margin that are looked at. */
const linesOfMargin = 3;
/** Points by which its height may differ. */
const sameHeight = 4;

const ordinal = String.raw`(?:\d{1,4}|[ivxlc]{1,7})`;
const pageNumber = new RegExp(
  String.raw`^(?:(?:page|p\.|trang|seite|página|pagina|стр\.|صفحة|第)\s*)?[-–—[(|]?\s*${ordinal}\s*` +
    String.raw`(?:(?:of|/|sur|von|de|di|من)\s*${ordinal}\s*)?[-–—\])|]?(?:\s*页)?$`,
  'iu',
);

/** Takes the running heads and page numbers out of all pages of a file. */
export function setFurnitureAside(pages: readonly PageText[]): SortedPage[] {
  const inMargins = pages.map((page) => ({ page, margin: marginOf(page) }));
  const repeated = repeatedLines(inMargins);
  return inMargins.map(({ page, margin }) => {
    const dropped = new Set<Piece>();
    const doubtful = new Set<Piece>();
    for (const piece of margin) {
      if (pageNumber.test(piece.text) || repeated.has(keyOf(piece, page))) dropped.add(piece);
    }
    for (const piece of page.pieces) if (piece.artifact && !dropped.has(piece)) doubtful.add(piece);
    return {
      ...page,
      pieces: page.pieces.filter((piece) => !dropped.has(piece) && !doubtful.has(piece)),
      leftovers: page.pieces.filter((piece) => doubtful.has(piece)),
    };
  });
}

/** The outermost lines, if they stand where running heads do. */
function marginOf({ pieces, height }: PageText): Piece[] {
  const bases = [...new Set(pieces.map(({ base }) => Math.round(base)))].toSorted(
    (one, other) => one - other,
  );
  const top = bases.slice(0, linesOfMargin).filter((base) => base < height * headZone);
  const bottom = bases.slice(-linesOfMargin).filter((base) => base > height * footZone);
  const wanted = new Set([...top, ...bottom]);
  return pieces.filter(({ base }) => wanted.has(Math.round(base)));
}

/** The same words at the same height in the same size; figures may differ, as the number of the page does. */
function keyOf({ text, size, base }: Piece, { height }: PageText): string {
  const fromEdge = base < height / 2 ? base : base - height;
  return [text.replace(/\d+/g, '#'), Math.round(size), Math.round(fromEdge / sameHeight)].join('\n');
}

function repeatedLines(pages: readonly { page: PageText; margin: readonly Piece[] }[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { page, margin } of pages) {
    for (const key of new Set(margin.map((piece) => keyOf(piece, page)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const half = Math.max(2, Math.ceil((pages.length / 2) * shareOfPages));
  return new Set([...counts].filter(([, count]) => count >= half).map(([key]) => key));
}
