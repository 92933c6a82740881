/**
 * The entries of a BibTeX or biblatex file, their values still in LaTeX: `@type{key, field = {value} # macro, …}`.
 * Braces are counted as BibTeX counts them, a backslash before one makes no difference; what stands between entries is
 * a comment. One pass, without recursion, so that neither depth nor length harms.
 */
import { bibliographyLimits } from './bibliography-record.ts';

export interface BibtexEntry {
  /** In lower case, as are the names of the fields. */
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

export interface BibtexFault {
  /** UTF-16 offset into the file. */
  readonly at: number;
  /** A sentence. */
  readonly fault: string;
}

/** Thrown and caught in this file only. */
class Broken extends Error {
  readonly at: number;
  constructor(at: number, fault: string) {
    super(fault);
    this.at = at;
  }
}

/** Reads no more than one entry above the limit, which is enough to see that there are too many. */
export function bibtexEntries(text: string): readonly BibtexEntry[] | BibtexFault {
  try {
    return new Scanner(text).entries();
  } catch (error) {
    if (error instanceof Broken) return { at: error.at, fault: error.message };
    throw error;
  }
}

const opening = /@\s{0,100}([A-Za-z]{1,100})\s{0,100}([{(])/y;
const white = /\s*/y;
const word = /[^\s"#%'(),={}]+/y;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

class Scanner {
  readonly #text: string;
  #at = 0;
  /** Characters of all values so far. */
  #length = 0;
  /** The months stand for themselves. */
  readonly #macros = new Map(months.map((month) => [month, month]));

  constructor(text: string) {
    this.#text = text;
  }

  entries(): BibtexEntry[] {
    const entries: BibtexEntry[] = [];
    while (entries.length <= bibliographyLimits.entries) {
      const start = this.#text.indexOf('@', this.#at);
      if (start < 0) break;
      this.#at = start;
      const match = this.#match(opening);
      // An `@` of a comment, such as one in an address.
      if (match === null) this.#at = start + 1;
      else this.#block(start, match[1]?.toLowerCase() ?? '', match[2] === '(' ? ')' : '}', entries);
    }
    return entries;
  }

  #block(start: number, type: string, close: string, entries: BibtexEntry[]): void {
    if (type === 'comment' || type === 'preamble') {
      this.#group(close, start);
    } else if (type === 'string') {
      const fields = this.#fields(start, close);
      for (const [name, value] of fields) this.#macros.set(name, value);
    } else {
      const key = this.#key(start, close);
      entries.push({ type, key, fields: this.#fields(start, close) });
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  /** And comments, which biber allows between fields. */
  #skipWhite(): void {
    this.#match(white);
    while (this.#text.charAt(this.#at) === '%') {
      const end = this.#text.indexOf('\n', this.#at);
      this.#at = end < 0 ? this.#text.length : end;
      this.#match(white);
    }
  }

  #key(start: number, close: string): string {
    const from = this.#at;
    while (this.#at < this.#text.length) {
      const letter = this.#text.charAt(this.#at);
      if (letter === ',' || letter === close) break;
      if (letter === '=' || letter === '{' || letter === '"') {
        throw new Broken(start, 'The entry that begins here has no key before its first comma.');
      }
      this.#at += 1;
    }
    const key = this.#text.slice(from, this.#at).trim();
    if (this.#text.charAt(this.#at) === ',') this.#at += 1;
    return key;
  }

  #fields(start: number, close: string): Map<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      this.#skipWhite();
      const letter = this.#text.charAt(this.#at);
      if (letter === '') throw new Broken(start, `The entry that begins here has no “${close}” at its end.`);
      if (letter === close || letter === ',') {
        this.#at += 1;
        if (letter === close) return fields;
        continue;
      }
      const [name, value] = this.#field(start);
      // BibTeX takes the first of two fields with one name.
      if (!fields.has(name)) fields.set(name, value);
    }
  }

  #field(start: number): [string, string] {
    const at = this.#at;
    const name = this.#match(word)?.[0].toLowerCase();
    this.#skipWhite();
    if (name === undefined || this.#text.charAt(this.#at) !== '=') {
      throw new Broken(at, 'Here the name of a field was expected, and “=” after it.');
    }
    this.#at += 1;
    return [name, this.#value(start)];
  }

  #value(start: number): string {
    const pieces: string[] = [];
    for (;;) {
      this.#skipWhite();
      const piece = this.#piece(start);
      this.#length += piece.length;
      if (this.#length > bibliographyLimits.characters) {
        throw new Broken(start, 'The macros of the file make its values too long.');
      }
      pieces.push(piece);
      this.#skipWhite();
      if (this.#text.charAt(this.#at) !== '#') return pieces.join('');
      this.#at += 1;
    }
  }

  #piece(start: number): string {
    const letter = this.#text.charAt(this.#at);
    if (letter === '{' || letter === '"') {
      const from = this.#at + 1;
      this.#at = from;
      this.#group(letter === '{' ? '}' : '"', start);
      return this.#text.slice(from, this.#at - 1);
    }
    const at = this.#at;
    const bare = this.#match(word)?.[0];
    if (bare === undefined) throw new Broken(at, 'Here the value of a field was expected.');
    return /^\d+$/u.test(bare) ? bare : (this.#macros.get(bare.toLowerCase()) ?? bare);
  }

  /** Goes on after the end of a group whose beginning was passed. */
  #group(close: string, start: number): void {
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const letter = this.#text.charAt(this.#at);
      if (depth === 0 && letter === close) {
        this.#at += 1;
        return;
      }
      if (letter === '{') depth += 1;
      else if (letter === '}') depth -= 1;
      if (depth < 0) break;
    }
    throw new Broken(start, `In the entry that begins here, the braces do not match.`);
  }
}
