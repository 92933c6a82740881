/**
 * What a page draws → its glyphs, each with its place. pdf.js has a text layer of its own, but that drops soft hyphens
 * and joiners, and makes runs in which the place of a single letter is lost: a line whose accented letters come from
 * another font, as office programs make them, can't be put together again from those.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import { multiply, type Matrix } from './matrix.ts';

export interface Glyph {
  /** One letter, or the letters of a ligature in reading order. */
  readonly text: string;
  /** Where it starts, in points from the page's upper left corner; y of the baseline. */
  readonly x: number;
  readonly y: number;
  /** The way to the next glyph: of the length of the glyph's width, and along its baseline. */
  readonly dx: number;
  readonly dy: number;
  /** Height of the type, in points. */
  readonly size: number;
  readonly bold: boolean;
  /** Marked by the program that made the file as no part of the text: a running head, a page number. */
  readonly artifact: boolean;
}

type Operators = typeof import('pdfjs-dist').OPS;

interface Font {
  readonly bold: boolean;
  readonly vertical: boolean;
  /** Units of a glyph's width to units of the text. */
  readonly unit: number;
}

interface TextState {
  readonly toPage: Matrix;
  readonly font: Font | null;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly rise: number;
  readonly leading: number;
}

const boldName = /bold|black|heavy|demi/i;
const normalWeight: Font = { bold: false, vertical: false, unit: 0.001 };

/** Every glyph of a page, in the order in which it is drawn. */
export async function readGlyphs(page: PDFPageProxy, operators: Operators): Promise<Glyph[]> {
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'display' });
  const toPage = matrixOf(page.getViewport({ scale: 1 }).transform) ?? identity;
  const reader = new GlyphReader(operators, toPage, (name) => fontNamed(page, name));
  for (const [index, operator] of fnArray.entries()) reader.take(operator, listOf(argsArray[index]));
  return reader.glyphs;
}

function fontNamed(page: PDFPageProxy, name: string): Font {
  if (!page.commonObjs.has(name)) return normalWeight;
  const font: unknown = page.commonObjs.get(name);
  if (typeof font !== 'object' || font === null) return normalWeight; // the font could not be read
  const named = 'name' in font && typeof font.name === 'string' && boldName.test(font.name);
  const matrix = 'fontMatrix' in font ? numbersOf(font.fontMatrix) : [];
  return {
    bold: named || ('bold' in font && font.bold === true) || ('black' in font && font.black === true),
    vertical: 'vertical' in font && font.vertical === true,
    unit: matrix[0] === undefined || matrix[0] === 0 ? normalWeight.unit : matrix[0],
  };
}

/** The small part of a PDF's imaging model that says where text goes (ISO 32000-2, 9.3 and 9.4). */
class GlyphReader {
  readonly glyphs: Glyph[] = [];
  readonly #operators: Operators;
  readonly #pageMatrix: Matrix;
  readonly #fontNamed: (name: string) => Font;
  #state: TextState;
  readonly #saved: TextState[] = [];
  /** Of the marked content that is open: whether it, or what it is in, is an artifact. */
  readonly #artifacts: boolean[] = [];
  #textMatrix: Matrix = identity;
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;

  constructor(operators: Operators, pageMatrix: Matrix, named: (name: string) => Font) {
    this.#operators = operators;
    this.#pageMatrix = pageMatrix;
    this.#fontNamed = named;
    this.#state = { toPage: pageMatrix, ...plainText };
  }

  take(operator: number, args: readonly unknown[]): void {
    if (!this.#takeState(operator, args) && !this.#takeText(operator, args)) this.#takeMark(operator, args);
  }

  #takeState(operator: number, args: readonly unknown[]): boolean {
    const OPS = this.#operators;
    switch (operator) {
      case OPS.save:
        this.#saved.push(this.#state);
        return true;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.#state = this.#saved.pop() ?? this.#state;
        return true;
      case OPS.transform:
        this.#transform(args);
        return true;
      case OPS.paintFormXObjectBegin:
        this.#saved.push(this.#state);
        this.#transform(args[0]);
        return true;
      case OPS.beginAnnotation:
        this.#saved.push(this.#state);
        this.#state = { toPage: this.#pageMatrix, ...plainText };
        this.#transform(args[2]);
        this.#transform(args[3]);
        return true;
      case OPS.setGState:
        for (const [key, value] of listOf(args[0]).map(listOf)) {
          if (key === 'Font') this.#setFont(listOf(value));
        }
        return true;
      default:
        return false;
    }
  }

  #takeText(operator: number, args: readonly unknown[]): boolean {
    const OPS = this.#operators;
    const number = numberOf(args[0]);
    switch (operator) {
      case OPS.beginText:
        this.#setTextMatrix(identity);
        return true;
      case OPS.setFont:
        this.#setFont(args);
        return true;
      case OPS.setCharSpacing:
        this.#state = { ...this.#state, charSpacing: number };
        return true;
      case OPS.setWordSpacing:
        this.#state = { ...this.#state, wordSpacing: number };
        return true;
      case OPS.setHScale:
        this.#state = { ...this.#state, scale: number / 100 };
        return true;
      case OPS.setTextRise:
        this.#state = { ...this.#state, rise: number };
        return true;
      case OPS.setLeading:
        this.#state = { ...this.#state, leading: -number };
        return true;
      case OPS.setLeadingMoveText:
        this.#state = { ...this.#state, leading: numberOf(args[1]) };
        this.#moveText(number, numberOf(args[1]));
        return true;
      case OPS.moveText:
        this.#moveText(number, numberOf(args[1]));
        return true;
      case OPS.nextLine:
        this.#moveText(0, this.#state.leading);
        return true;
      case OPS.setTextMatrix:
        this.#setTextMatrix(matrixOf(args.length === 1 ? args[0] : args) ?? identity);
        return true;
      case OPS.showText:
        for (const item of listOf(args[0])) this.#show(item);
        return true;
      default:
        return false;
    }
  }

  #takeMark(operator: number, args: readonly unknown[]): void {
    const OPS = this.#operators;
    if (operator === OPS.endMarkedContent) this.#artifacts.pop();
    if (operator !== OPS.beginMarkedContent && operator !== OPS.beginMarkedContentProps) return;
    this.#artifacts.push(this.#artifacts.at(-1) === true || nameOf(args[0]) === 'Artifact');
  }

  #transform(args: unknown): void {
    const matrix = matrixOf(args);
    if (matrix !== null) this.#state = { ...this.#state, toPage: multiply(this.#state.toPage, matrix) };
  }

  #setFont([name, size]: readonly unknown[]): void {
    if (typeof name !== 'string') return;
    this.#state = { ...this.#state, font: this.#fontNamed(name), size: numberOf(size) };
  }

  #setTextMatrix(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }

  #moveText(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  #show(item: unknown): void {
    const { font, size, scale, charSpacing, wordSpacing, rise } = this.#state;
    if (font === null || size === 0) return;
    if (typeof item === 'number') {
      this.#advance((-item / 1000) * size);
      return;
    }
    if (typeof item !== 'object' || item === null || !('width' in item)) return;
    const width = numberOf(item.width) * font.unit * size;
    const text = 'unicode' in item && typeof item.unicode === 'string' ? item.unicode : '';
    if (text !== '') {
      const toPage = multiply(this.#state.toPage, this.#textMatrix);
      const [a, b, c, d, e, f] = toPage;
      const y = this.#y + rise;
      this.glyphs.push({
        text,
        x: a * this.#x + c * y + e,
        y: b * this.#x + d * y + f,
        dx: font.vertical ? -c * size : a * width * scale,
        dy: font.vertical ? -d * size : b * width * scale,
        size: Math.hypot(c, d) * Math.abs(size),
        bold: font.bold,
        artifact: this.#artifacts.at(-1) ?? false,
      });
    }
    const spacing = charSpacing + ('isSpace' in item && item.isSpace === true ? wordSpacing : 0);
    if (font.vertical) this.#advance(-size - spacing);
    else this.#advance(width + spacing);
  }

  #advance(by: number): void {
    if (this.#state.font?.vertical === true) this.#y += by;
    else this.#x += by * this.#state.scale;
  }
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const plainText = {
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  leading: 0,
} as const;

// pdf.js types an operator's arguments as `any`: each is looked at before it is used.
const numberOf = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function numbersOf(value: unknown): number[] {
  const isList = Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;
  return isList ? Array.from(value, numberOf) : [];
}

function matrixOf(value: unknown): Matrix | null {
  const [a, b, c, d, e, f] = numbersOf(value);
  if (a === undefined || b === undefined || c === undefined) return null;
  return d === undefined || e === undefined || f === undefined ? null : [a, b, c, d, e, f];
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}
