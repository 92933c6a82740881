/** Glyphs of a page → pieces of lines: what stands on one baseline without a gap as wide as between two columns. */
import { controls } from '../clean-text.ts';
import { inLogicalOrder } from './logical-order.ts';
import type { Glyph } from './read-glyphs.ts';

/** A letter in its place, or the space between two words, which many files only leave empty. */
interface Unit {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly glyph: Glyph | null;
}

/** A run of letters without a space, at UTF-16 offsets of its piece's text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

export interface Type {
  readonly size: number;
  readonly bold: boolean;
}

export interface Piece {
  /** In reading order. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, downwards from the top of the page. */
  readonly base: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly bold: boolean;
  /** What its first and last letters look like, raised marks aside. */
  readonly starts: Type;
  readonly ends: Type;
  readonly artifact: boolean;
  readonly words: readonly Word[];
  /** Of each UTF-16 unit of the text, the address that its letter links to. Empty where the page has no links. */
  readonly urls: readonly (string | null)[];
}

/** In sizes of the type. A narrower gap is inside of a word; a wider one parts pieces. */
const wordGap = 0.16;
const pieceGap = 1.1;
/** A list's mark goes with its text over a wider gap. */
const listGap = 5;
const listMark = /^(?:[-–—*•◦▪●‣·]|\(?\d{1,3}[.)]|\(?\p{Ll}{1,3}[.)])$/u;
/** Baselines that differ by less belong to one line. */
const sameBase = 0.2;

/** A part of a page that can be clicked, in points from its upper left corner. */
export interface PageLink {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** `null` when it leads to another place of the same file. */
  readonly url: string | null;
}

/** Pieces from top to bottom, and from left to right where they stand on one line. */
export function formPieces(glyphs: readonly Glyph[], links: readonly PageLink[] = []): Piece[] {
  return raiseMarks(linesOf(clustersOf(glyphs)))
    .flatMap((line) => piecesOf(line, links))
    .filter(({ text }) => text !== '');
}

/** Accents that are drawn on their own, joined with the letter that they stand on. */
function clustersOf(glyphs: readonly Glyph[]): Unit[] {
  const units: Unit[] = [];
  for (const glyph of glyphs) {
    const text = plainLetters(glyph.text);
    if (text === '') continue;
    const left = Math.min(glyph.x, glyph.x + glyph.dx);
    const right = Math.max(glyph.x, glyph.x + glyph.dx);
    const last = units.at(-1);
    const accents = /^\p{M}+$/u.test(text) && last?.glyph != null && !/^\s*$/u.test(last.text);
    if (accents && left <= last.right + glyph.size * wordGap && right >= last.left - glyph.size * wordGap) {
      units[units.length - 1] = { ...last, text: (last.text + text).normalize('NFC') };
    } else units.push({ text, left, right, glyph });
  }
  return units;
}

// Ligatures and the shapes of Arabic letters are a matter of fonts: a reader types letters. U+F0B7 is the bullet of the
// font Symbol, which office programs use.
const presentationForms = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc]+/g;

function plainLetters(text: string): string {
  return unswapped(text)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/gu, ' ')
    .replace(controls, '')
    .replace(presentationForms, (forms) => forms.normalize('NFKC'))
    .replace(/\uf0b7/g, '•');
}

/** Ghostscript 10.00 writes the letters of ligatures with their bytes swapped: `昀椀` is `fi`. */
function unswapped(text: string): string {
  if (!/^[\u4100-\u7a00]{2,}$/.test(text)) return text;
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  return codes.every((code) => code % 256 === 0)
    ? String.fromCharCode(...codes.map((code) => code / 256))
    : text;
}

interface Line {
  readonly base: number;
  readonly size: number;
  readonly units: Unit[];
}

/** Gathers what stands on the same baseline, wherever the file draws it. */
function linesOf(units: readonly Unit[]): Line[] {
  const lines = new Map<number, Line[]>();
  const inOrder: Line[] = [];
  for (const unit of units) {
    const { y, size } = unit.glyph ?? { y: 0, size: 0 };
    const near = [Math.floor(y), Math.floor(y) - 1, Math.floor(y) + 1];
    const line = near
      .flatMap((key) => lines.get(key) ?? [])
      .find((one) => Math.abs(one.base - y) <= sameBase * Math.min(one.size, size) && one.size < size * 2);
    if (line !== undefined) line.units.push(unit);
    else {
      const opened = { base: y, size, units: [unit] };
      inOrder.push(opened);
      lines.set(Math.floor(y), [...(lines.get(Math.floor(y)) ?? []), opened]);
    }
  }
  return inOrder.toSorted((one, other) => one.base - other.base);
}

const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/**
 * Small type that stands higher or lower in a line goes into the line. Raised figures stay raised, as a note's number
 * after a year would make another year of it.
 */
function raiseMarks(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  const small: Line[] = [];
  for (const line of lines) (line.units.length <= longestMark ? small : kept).push(line);
  for (const line of small) {
    for (const [index, unit] of line.units.entries()) {
      const host = hostOf(unit, line, lines);
      if (host === undefined) {
        kept.push({ ...line, units: line.units.slice(index) });
        break;
      }
      const isRaised = line.base < host.base - sameBase * line.size;
      const text = isRaised ? unit.text.replace(/\d/g, (digit) => raised[digit] ?? digit) : unit.text;
      host.units.push({ ...unit, text });
    }
  }
  return kept.toSorted((one, other) => one.base - other.base);
}

/** Units of a line that can be marks of notes, in several columns side by side. */
const longestMark = 24;

function hostOf(unit: Unit, { base, size }: Line, lines: readonly Line[]): Line | undefined {
  return lines.find(
    (line) =>
      size < line.size * 0.85 &&
      base > line.base - line.size * 0.7 &&
      base < line.base + line.size * 0.35 &&
      line.units.some(
        (one) =>
          unit.left < one.right + size * 2 && unit.right > one.left - size * 2 && one.text.trim() !== '',
      ),
  );
}

function piecesOf(line: Line, links: readonly PageLink[]): Piece[] {
  const units = line.units
    .filter(({ text }) => text.trim() !== '')
    .toSorted((one, other) => one.left - other.left);
  const pieces: Unit[][] = [];
  let piece: Unit[] = [];
  let last: Unit | undefined;
  for (const unit of units) {
    const size = Math.min(unit.glyph?.size ?? 0, last?.glyph?.size ?? Infinity);
    if (last !== undefined && isOverprint(last, unit, size)) continue;
    const gap = last === undefined ? Infinity : unit.left - last.right;
    const afterMark = gap < listGap * line.size && listMark.test(piece.map(({ text }) => text).join(''));
    if (gap > pieceGap * line.size && !afterMark) pieces.push((piece = []));
    else if (gap > wordGap * size) {
      piece.push({ text: ' ', left: last?.right ?? unit.left, right: unit.left, glyph: null });
    }
    piece.push(unit);
    last = unit;
  }
  return pieces.map((one) => describePiece(raiseLinkedMarks(one, links), line, links));
}

/** Bold type that is made by drawing each letter twice. */
function isOverprint(last: Unit, unit: Unit, size: number): boolean {
  return unit.text === last.text && Math.abs(unit.left - last.left) < size * 0.1 && unit.right > unit.left;
}

function describePiece(units: readonly Unit[], line: Line, links: readonly PageLink[]): Piece {
  const ordered = withHyphens(inLogicalOrder(units));
  const glyphs = ordered.flatMap(({ glyph }) => glyph ?? []);
  const plain = ordered.flatMap(({ glyph, text }) => (glyph === null || /^\p{No}$/u.test(text) ? [] : glyph));
  return {
    text: ordered.map(({ text }) => text).join(''),
    words: wordsIn(ordered),
    urls:
      links.length === 0
        ? []
        : ordered.flatMap((unit) =>
            Array.from({ length: unit.text.length }, () => linkAt(unit, links)?.url ?? null),
          ),
    left: units[0]?.left ?? 0,
    right: Math.max(...units.slice(-3).map(({ right }) => right)),
    base: line.base,
    size: mostCommon(glyphs.map(({ size }) => Math.round(size * 10) / 10)) ?? line.size,
    bold: glyphs.filter(({ bold }) => bold).length > glyphs.length * 0.8,
    starts: typeOf(plain[0] ?? glyphs[0], line),
    ends: typeOf(plain.at(-1) ?? glyphs[0], line),
    artifact: glyphs.filter(({ artifact }) => artifact).length > glyphs.length / 2,
  };
}

function typeOf(glyph: Glyph | undefined, line: Line): Type {
  return { size: glyph?.size ?? line.size, bold: glyph?.bold ?? false };
}

function wordsIn(units: readonly Unit[]): Word[] {
  const words: Word[] = [];
  let at = 0;
  let last: Word | undefined;
  for (const { text, left, right, glyph } of units) {
    const end = at + text.length;
    if (glyph === null) last = undefined;
    else if (last === undefined) words.push((last = { start: at, end, left, right }));
    else {
      last = { ...last, end, left: Math.min(last.left, left), right: Math.max(last.right, right) };
      words[words.length - 1] = last;
    }
    at = end;
  }
  return words;
}

/**
 * Raised figures can be letters of their own in a font, which are as large as any other. What gives them away: a figure
 * close to a word, or before one, that leads to a note.
 */
function raiseLinkedMarks(units: readonly Unit[], links: readonly PageLink[]): Unit[] {
  if (!links.some(({ url }) => url === null)) return [...units];
  const linked = units.map((unit) => linkAt(unit, links));
  const ofWords = new Set(linked.filter((_, index) => !/^\d$/.test(units[index]?.text ?? '')));
  const isMark = units.map((_, index) => linked[index]?.url === null && !ofWords.has(linked[index]));
  return units.map((unit, index) => {
    if (!isMark[index]) return unit;
    const before = units.slice(0, index).findLast((_, at) => linked[at] !== linked[index]);
    const after = units.slice(index).find((_, at) => !isMark[index + at]);
    const follows = before !== undefined && /[\p{L}\p{Nd}.,;:!?)”’"»]$/u.test(before.text);
    const leads = before === undefined && after !== undefined && /^[\p{L}“"«(]/u.test(after.text);
    return follows || leads ? { ...unit, text: raised[unit.text] ?? unit.text } : unit;
  });
}

function linkAt({ left, right, glyph }: Unit, links: readonly PageLink[]): PageLink | undefined {
  if (glyph === null) return undefined;
  const x = (left + right) / 2;
  const y = glyph.y - glyph.size * 0.25;
  return links.find((link) => x >= link.left && x <= link.right && y >= link.top && y <= link.bottom);
}

/** A soft hyphen that can be seen, and not where a line ends, is a hyphen: some fonts have one glyph for both. */
function withHyphens(units: readonly Unit[]): Unit[] {
  return units.map((unit, index) =>
    index < units.length - 1 && unit.text.includes('\u00ad')
      ? { ...unit, text: unit.text.replaceAll('\u00ad', '-') }
      : unit,
  );
}

/** The value that occurs most often; the first of several. */
export function mostCommon(
  values: readonly number[],
  weight: (index: number) => number = () => 1,
): number | undefined {
  const counts = new Map<number, number>();
  for (const [index, value] of values.entries()) counts.set(value, (counts.get(value) ?? 0) + weight(index));
  let best: number | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
