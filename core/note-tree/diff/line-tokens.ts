import type { Citation } from '../note-tree.ts';
import type { NoteLine } from './note-lines.ts';

/** A word, the space between two, a sign, or a citation as a whole. */
export interface Token {
  readonly text: string;
  readonly kind: 'word' | 'space' | 'sign' | 'citation';
  readonly citation: Citation | null;
  /** Equal for tokens that are the same: the same text, or citations of the same passages. */
  readonly key: string;
}

const tokenPattern =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:[.'’][\p{L}\p{N}]|(?<=\p{N}),(?=\p{N})\p{N})[\p{L}\p{N}\p{M}]*)*|\s+|[^]/gu;
/** The same in a text of ASCII, several times as quick. */
const asciiTokenPattern =
  /[A-Za-z0-9]+(?:(?:[.'][A-Za-z0-9]|(?<=[0-9]),(?=[0-9])[0-9])[A-Za-z0-9]*)*|\s+|[^]/g;
const ascii = /^[\u0000-\u007f]*$/;
// Written without spaces between the words: a dictionary has to find them.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function textToken(text: string): Token {
  const kind = /^\s/u.test(text) ? 'space' : /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'sign';
  return { text, kind, citation: null, key: `t${text}` };
}

export function citationKey(citation: Citation): string {
  return `c${JSON.stringify([citation.targets, citation.prefix, citation.suffix])}`;
}

/**
 * Cuts text into words, spaces and signs; joined again, they are the text. One cutter for all that is compared: words
 * come again and again, and making each only once is most of the speed.
 */
export function createTextCutter(): (text: string) => Token[] {
  const known = new Map<string, Token>();
  const tokenOf = (text: string): Token => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = textToken(text);
    known.set(text, made);
    return made;
  };
  return (text) => {
    if (ascii.test(text)) return (text.match(asciiTokenPattern) ?? []).map(tokenOf);
    const pieces = text.match(tokenPattern) ?? [];
    if (!unspaced.test(text)) return pieces.map(tokenOf);
    return pieces.flatMap((piece) =>
      unspaced.test(piece)
        ? Array.from(segmenter.segment(piece), ({ segment }) => tokenOf(segment))
        : [tokenOf(piece)],
    );
  };
}

/** Cuts lines into tokens, a citation being one; joined again, they are the line. */
export function createLineCutter(): (line: NoteLine) => readonly Token[] {
  const cut = createTextCutter();
  const lines = new Map<NoteLine, readonly Token[]>();
  return (line) => {
    const before = lines.get(line);
    if (before !== undefined) return before;
    const tokens = line.pieces.flatMap(({ text, citation }): Token[] =>
      citation === null ? cut(text) : [{ text, kind: 'citation', citation, key: citationKey(citation) }],
    );
    lines.set(line, tokens);
    return tokens;
  };
}
