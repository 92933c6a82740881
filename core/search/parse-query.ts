import { wordsOf } from './words-of.ts';

/** Words that have to stand one after the other. */
export interface SearchTerm {
  /** As they are compared; never none. */
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly prefix: boolean;
}

// A query that is a whole pasted page would keep the index busy, and finds no more than its beginning does.
const mostWords = 64;
const quotationMarks = /["“”„«»]/;

function termOf(text: string, prefix: boolean): SearchTerm[] {
  const words = wordsOf(text).map(({ folded }) => folded);
  return words.length === 0 ? [] : [{ words, prefix }];
}

function limited(terms: readonly SearchTerm[]): SearchTerm[] {
  let room = mostWords;
  return terms.flatMap(({ words, prefix }) => {
    const kept = words.slice(0, room);
    room -= kept.length;
    return kept.length === 0 ? [] : [{ words: kept, prefix: prefix && kept.length === words.length }];
  });
}

/**
 * Reads what a person typed, of any characters: words, and "phrases" in quotation marks. What is not a letter or a
 * digit only parts words, so that `1,500` and `yellow-card` are phrases. The last word is taken as unfinished until a
 * space or a quotation mark ends it, and so is one before a `*`. All terms have to be found; beyond 64 words the rest
 * is not looked for. Empty when there is nothing to look for.
 */
export function parseQuery(query: string): SearchTerm[] {
  const pieces = query.split(quotationMarks);
  const terms = pieces.flatMap((piece, index) => {
    const isOpenEnd = index === pieces.length - 1 && /\S$/.test(piece);
    if (index % 2 === 1) return termOf(piece, isOpenEnd);
    const chunks = piece.split(/\s+/).filter((chunk) => chunk !== '');
    return chunks.flatMap((chunk, at) =>
      termOf(chunk, chunk.endsWith('*') || (isOpenEnd && at === chunks.length - 1)),
    );
  });
  return limited(terms);
}

/**
 * The same as an FTS5 expression: every term is a string of letters, digits and spaces in quotation marks, so that no
 * query can be a syntax error. https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function fullTextQuery(terms: readonly SearchTerm[]): string {
  return terms.map(({ words, prefix }) => `"${words.join(' ')}"${prefix ? ' *' : ''}`).join(' ');
}
