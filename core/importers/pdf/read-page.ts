/** One page of a PDF → pieces of its lines, upright, and what stands askew on it. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { hostNameOf } from '../platform.ts';
import { formPieces, type PageLink, type Piece } from './form-lines.ts';
import { readGlyphs, type Glyph } from './read-glyphs.ts';

export interface PageText {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Text that runs in another direction than most of the page: a stamp, a label of a drawing. */
  readonly askew: readonly string[];
}

type Operators = typeof import('pdfjs-dist').OPS;

export async function readPage(
  document: PDFDocumentProxy,
  number: number,
  operators: Operators,
): Promise<PageText> {
  const page = await document.getPage(number);
  try {
    const { width, height } = page.getViewport({ scale: 1 });
    const glyphs = (await readGlyphs(page, operators)).filter((glyph) => isOnPage(glyph, width, height));
    const turn = mainTurn(glyphs);
    const links = await readLinks(page);
    const size = { width, height };
    const upright = glyphs
      .filter((glyph) => turnOf(glyph) === turn)
      .map((glyph) => turnGlyph(glyph, turn, size));
    return {
      number,
      height: turn % 2 === 0 ? height : width,
      pieces: formPieces(upright, turn === 0 ? links : []),
      askew: askewTexts(glyphs, turn, size),
    };
  } finally {
    page.cleanup();
  }
}

function isOnPage({ x, y }: Glyph, width: number, height: number): boolean {
  return x >= -1 && y >= -1 && x <= width + 1 && y <= height + 1;
}

/** Quarter turns clockwise in which a text runs; anything else is a text at a slant. */
type Turn = 0 | 1 | 2 | 3 | -1;

function turnOf({ dx, dy }: Glyph): Turn {
  const across = Math.abs(dx);
  const along = Math.abs(dy);
  if (along <= across * 0.05) return dx >= 0 ? 0 : 2;
  if (across <= along * 0.05) return dy > 0 ? 1 : 3;
  return -1;
}

/** The direction of most of the text: whole pages stand sideways where a table was too wide. */
function mainTurn(glyphs: readonly Glyph[]): Exclude<Turn, -1> {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) {
    const turn = turnOf(glyph);
    if (turn !== -1) counts[turn] = (counts[turn] ?? 0) + 1;
  }
  const most = counts.indexOf(Math.max(...counts));
  return most === 1 || most === 2 || most === 3 ? most : 0;
}

interface PageSize {
  readonly width: number;
  readonly height: number;
}

function turnGlyph(glyph: Glyph, turn: Turn, { width, height }: PageSize): Glyph {
  const { x, y, dx, dy } = glyph;
  if (turn === 1) return { ...glyph, x: y, y: width - x, dx: dy, dy: -dx };
  if (turn === 2) return { ...glyph, x: width - x, y: height - y, dx: -dx, dy: -dy };
  if (turn === 3) return { ...glyph, x: height - y, y: x, dx: -dy, dy: dx };
  return glyph;
}

function askewTexts(glyphs: readonly Glyph[], main: Turn, size: PageSize): string[] {
  const turns: readonly Turn[] = [0, 1, 2, 3];
  const sideways = turns
    .filter((turn) => turn !== main)
    .flatMap((turn) => {
      const turned = glyphs
        .filter((glyph) => turnOf(glyph) === turn)
        .map((glyph) => turnGlyph(glyph, turn, size));
      return formPieces(turned).map(({ text }) => text);
    });
  const slanted = glyphs.filter((glyph) => turnOf(glyph) === -1).map(({ text }) => text);
  return slanted.length === 0 ? sideways : [...sideways, slanted.join('')];
}

const longestAddress = 4_000; // UTF-16 units, as the contract with the window has it

/** The page's links: to the web and to mail addresses, and to places in the same file. */
async function readLinks(page: PDFPageProxy): Promise<PageLink[]> {
  const viewport = page.getViewport({ scale: 1 });
  const annotations: readonly unknown[] = await page.getAnnotations().catch(() => []);
  return annotations.flatMap((annotation): PageLink[] => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    if (!('subtype' in annotation) || annotation.subtype !== 'Link') return [];
    const rect = 'rect' in annotation && Array.isArray(annotation.rect) ? annotation.rect.map(Number) : [];
    const url = 'url' in annotation && typeof annotation.url === 'string' ? annotation.url : null;
    if (rect.length !== 4 || !rect.every(Number.isFinite) || (url !== null && !isPlain(url))) return [];
    const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(rect[0] ?? 0, rect[1] ?? 0).map(Number);
    const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(rect[2] ?? 0, rect[3] ?? 0).map(Number);
    return [
      {
        left: Math.min(x1, x2),
        right: Math.max(x1, x2),
        top: Math.min(y1, y2),
        bottom: Math.max(y1, y2),
        url,
      },
    ];
  });
}

function isPlain(url: string): boolean {
  return url.length <= longestAddress && (hostNameOf(url) !== null || /^mailto:[^\s@]+@[^\s@]+$/i.test(url));
}
