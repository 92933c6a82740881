/**
 * LaTeX as it stands in values of BibTeX → plain text: accents become letters, commands of looks go, braces go. A
 * command that is not known stays as it was written, so that it is seen and not lost.
 */
import { latexAccents, latexLooks, latexSymbols } from './latex-symbols.ts';

/** Deeper than any name: what is beyond stays as it was written. */
const deepestAccent = 8;

const ligatures: readonly (readonly [written: string, text: string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['`', '‘'],
];

const escaped = new Set(['&', '%', '$', '#', '_', '{', '}']);
/** A break of the line, and spaces of several widths. */
const spaces = new Set(['\\', ' ', ',', ';', ':', '\n', '\t', '\r']);
/** Where a word may be broken, and where letters may not run together. */
const nothing = new Set(['-', '/', '!', '@', '+', '*']);

interface Piece {
  readonly text: string;
  /** Offset after it. */
  readonly end: number;
}

/** In composed form (NFC); white space as it was. */
export function latexToText(latex: string): string {
  const pieces: string[] = [];
  let at = 0;
  let mathematics = false;
  while (at < latex.length) {
    const letter = latex.charAt(at);
    if (letter === '$') mathematics = !mathematics;
    const piece =
      mathematics && (letter === '^' || letter === '_') ? { text: '', end: at + 1 } : readPiece(latex, at, 0);
    pieces.push(piece.text);
    at = piece.end;
  }
  return pieces.join('').normalize('NFC');
}

/** Of addresses and identifiers: nothing is a ligature there, and `~` is a tilde. */
export function latexToVerbatim(latex: string): string {
  return latex
    .replaceAll(/\\(?:url|path|nolinkurl)(?![A-Za-z])/gu, '')
    .replaceAll(/\\([&%$#_{}~])/gu, '$1')
    .replaceAll(/[{}]/gu, '');
}

function readPiece(latex: string, at: number, depth: number): Piece {
  const letter = latex.charAt(at);
  if (letter === '\\') return readCommand(latex, at, depth);
  if (letter === '{' || letter === '}' || letter === '$') return { text: '', end: at + 1 };
  if (letter === '~') return { text: '\u00A0', end: at + 1 };
  for (const [written, text] of ligatures) {
    if (latex.startsWith(written, at)) return { text, end: at + written.length };
  }
  return { text: letter, end: at + 1 };
}

const commandName = /[A-Za-z]+/y;
const blanks = /\s*/y;

function passOver(pattern: RegExp, latex: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(latex) ? pattern.lastIndex : at;
}

function readCommand(latex: string, at: number, depth: number): Piece {
  const start = at + 1;
  const nameEnd = passOver(commandName, latex, start);
  const isWord = nameEnd > start;
  const name = latex.slice(start, isWord ? nameEnd : start + 1);
  const end = start + name.length;
  const mark = latexAccents.get(name);
  if (mark !== undefined) return readAccented(latex, end, mark, depth) ?? { text: latex.slice(at, end), end };
  if (!isWord) {
    if (escaped.has(name)) return { text: name, end };
    if (spaces.has(name)) return { text: ' ', end };
    return { text: nothing.has(name) ? '' : latex.slice(at, end), end };
  }
  // LaTeX swallows the white space after a command that is a word.
  const after = passOver(blanks, latex, end);
  const symbol = latexSymbols.get(name);
  if (symbol !== undefined) return { text: symbol, end: after };
  if (latexLooks.has(name)) return { text: '', end: after };
  if (name === 'enquote' || name === 'mkbibquote')
    return readQuoted(latex, after) ?? { text: '', end: after };
  return { text: latex.slice(at, end), end };
}

/** The letter that the mark sits on: bare, in braces, a symbol (`\i`), or one that bears a mark already. */
function readAccented(latex: string, at: number, mark: string, depth: number): Piece | undefined {
  if (depth >= deepestAccent) return undefined;
  const start = passOver(blanks, latex, at);
  const braced = latex.charAt(start) === '{';
  const base = braced ? passOver(/\{*/y, latex, start) : start;
  const isEmpty = base >= latex.length || latex.charAt(base) === '}';
  if (isEmpty) return undefined;
  const piece = latex.charAt(base) === '\\' ? readCommand(latex, base, depth + 1) : wholeLetter(latex, base);
  // Marks go on the letter, and it needs no dot of its own.
  const text = piece.text.replace(/^ı/u, 'i').replace(/^ȷ/u, 'j');
  const [first = '', ...rest] = Array.from(text.normalize('NFD'));
  const marks = rest.findIndex((one) => !/^\p{M}$/u.test(one));
  const cut = marks < 0 ? rest.length : marks;
  return {
    text: [first, ...rest.slice(0, cut), mark, ...rest.slice(cut)].join('').normalize('NFC'),
    end: piece.end,
  };
}

function wholeLetter(latex: string, at: number): Piece {
  const text = String.fromCodePoint(latex.codePointAt(at) ?? 0x20);
  return { text, end: at + text.length };
}

/** `\enquote{…}`: its braces are the quotation marks. Nothing where they do not match. */
function readQuoted(latex: string, at: number): Piece | undefined {
  const quoted = /\{([^{}]*)\}/y;
  quoted.lastIndex = at;
  const match = quoted.exec(latex);
  return match === null ? undefined : { text: `“${latexToText(match[1] ?? '')}”`, end: quoted.lastIndex };
}
