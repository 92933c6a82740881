/** Looks for words that were quoted by a program that knows no paragraphs: a browser, for which a page is one text. */
import type { Edition } from '../dossier/source.ts';
import type { ParagraphRange } from './describe-passage.ts';
import { occurrencesOf } from './match-quote.ts';

/** Words as they were selected, with any white space between paragraphs, or none. */
export interface LooseQuote {
  readonly exact: string;
  /** Empty when not known. */
  readonly prefix: string;
  readonly suffix: string;
}

export type LooseFind =
  | { readonly state: 'found'; readonly ranges: readonly ParagraphRange[] }
  | { readonly state: 'ambiguous'; readonly count: number }
  | { readonly state: 'not-found' };

export interface EditionText {
  /** Finds words that stand once, or once with these surroundings. Only white space may differ. */
  find(quote: LooseQuote): LooseFind;
}

const withoutSpace = (text: string) => text.replaceAll(/\s/gu, '');

interface Squeezed {
  /** The paragraphs, a line break between two. */
  readonly whole: string;
  /** The same without white space. */
  readonly squeezed: string;
  /** Of each unit of `squeezed` the offset in `whole`. */
  readonly offsets: Int32Array;
}

function squeeze(whole: string): Squeezed {
  const squeezed = withoutSpace(whole);
  const offsets = new Int32Array(squeezed.length);
  let unit = 0;
  for (let offset = 0; offset < whole.length; offset += 1) {
    if (/\s/u.test(whole.charAt(offset))) continue;
    offsets[unit] = offset;
    unit += 1;
  }
  return { whole, squeezed, offsets };
}

/** The text of an edition, prepared once for many look-ups. */
export function createEditionText(edition: Edition): EditionText {
  const { whole, squeezed, offsets } = squeeze(edition.paragraphs.map(({ text }) => text).join('\n'));
  return {
    find({ exact, prefix, suffix }) {
      const words = withoutSpace(exact);
      const spanOf = (start: number) => ({
        from: offsets[start] ?? 0,
        to: (offsets[start + words.length - 1] ?? 0) + 1,
      });
      const all = occurrencesOf(words, squeezed).filter((start) => {
        const { from, to } = spanOf(start);
        return differInBreaksOnly(exact.trim(), whole.slice(from, to));
      });
      if (all.length === 0) return { state: 'not-found' };
      const near = all.filter(
        (start) =>
          squeezed.endsWith(withoutSpace(prefix), start) &&
          squeezed.startsWith(withoutSpace(suffix), start + words.length),
      );
      const [only, second] = all.length > 1 ? near : all;
      if (only === undefined || second !== undefined) return { state: 'ambiguous', count: all.length };
      const { from, to } = spanOf(only);
      return { state: 'found', ranges: rangesBetween(edition, from, to) };
    },
  };
}

/** The parts of paragraphs between two offsets of the text in which a line break parts them. */
function rangesBetween({ paragraphs }: Edition, from: number, to: number): ParagraphRange[] {
  const ranges: ParagraphRange[] = [];
  let first = 0; // of the paragraph, in the whole text
  for (const { id, text } of paragraphs) {
    const start = Math.max(from - first, 0);
    const end = Math.min(to - first, text.length);
    if (start < end) ranges.push({ paragraph: id, start, end });
    first += text.length + 1;
  }
  return ranges;
}

/** White space stands where it stood; a break between paragraphs may be any white space, or none. */
function differInBreaksOnly(quoted: string, there: string): boolean {
  let at = 0;
  let offset = 0;
  while (at < quoted.length && offset < there.length) {
    const isSpace = /\s/u.test(quoted.charAt(at));
    const space = /^\s+/u.exec(there.slice(offset, offset + 64))?.[0] ?? '';
    if (!isSpace && space === '') {
      at += 1;
      offset += 1;
      continue;
    }
    if (isSpace !== (space !== '') && !space.includes('\n')) return false;
    while (at < quoted.length && /\s/u.test(quoted.charAt(at))) at += 1;
    offset += space.length;
  }
  return true;
}
