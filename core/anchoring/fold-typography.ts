/**
 * Text without what writing programs change unasked: quotation marks, dashes, runs of white space, ligatures, soft
 * hyphens and the Unicode form. Case stays, and so does all that may carry meaning, such as a superscript figure:
 * that is why this is not Unicode's compatibility form.
 */

export interface FoldedText {
  readonly folded: string;
  /**
   * For each unit of `folded` where the character that it came from starts and ends in the text; `null` when the
   * text is its own folded form.
   */
  readonly origins: { readonly starts: Int32Array; readonly ends: Int32Array } | null;
}

/** A run of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const variants: readonly (readonly [characters: string, plain: string])[] = [
  ['‘’‚‛′`´ʼ＇', "'"],
  ['“”„‟″«»＂', '"'],
  ['‐‑‒–—―−', '-'],
  ['…', '...'],
  ['\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff', ''],
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅﬆ', 'st'],
];

const plainOf = new Map<string, string>(
  variants.flatMap(([characters, plain]) =>
    Array.from(characters, (character) => [character, plain] as const),
  ),
);

const variantClass = Array.from(plainOf.keys()).join('');
// A single space is left alone: it is what half of the matches would be.
const special = new RegExp(`[${variantClass}]|\\s{2,}|[^\\S ]`, 'gu');
const isPlain = new RegExp(`^(?!.*(?: {2}|[^\\S ]|[${variantClass}]))`, 'su');
const isAscii = /^[\x21-\x7e]*(?: [\x21-\x7e]+)* ?$/u;

const markedLigature = /[ﬀ-ﬆ]\p{M}/u; // its last letter and the mark are one character

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function isItsOwnFold(text: string): boolean {
  if (!text.includes('`') && isAscii.test(text)) return true;
  return isPlain.test(text) && text.normalize('NFC') === text;
}

/** Puts a folded text together piece by piece. */
function createFolding() {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  const add = (plain: string, start: number, end: number) => {
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    folded += plain;
  };
  return {
    add,
    /** Text that stays as it is, unit for unit, but for a space that follows one. */
    keep(given: string, from: number) {
      const isSecondSpace = given.startsWith(' ') && folded.endsWith(' ');
      if (isSecondSpace) ends[ends.length - 1] = from + 1;
      const text = isSecondSpace ? given.slice(1) : given;
      const start = isSecondSpace ? from + 1 : from;
      for (let unit = start; unit < start + text.length; unit += 1) {
        starts.push(unit);
        ends.push(unit + 1);
      }
      folded += text;
    },
    /** A character that has a plain form, or white space: any run of it is one space. */
    addSpecial(character: string, start: number, end: number) {
      const plain = plainOf.get(character);
      if (plain !== undefined) add(plain, start, end);
      else if (folded.endsWith(' ')) ends[ends.length - 1] = end;
      else add(' ', start, end);
    },
    done: (): FoldedText => ({
      folded,
      origins: { starts: Int32Array.from(starts), ends: Int32Array.from(ends) },
    }),
  };
}

export function foldTypography(text: string): FoldedText {
  if (isItsOwnFold(text)) return { folded: text, origins: null };
  return text.normalize('NFC') === text && !markedLigature.test(text)
    ? foldComposed(text)
    : foldDecomposed(text);
}

function foldComposed(text: string): FoldedText {
  const folding = createFolding();
  let from = 0;
  for (const { 0: character, index } of text.matchAll(special)) {
    folding.keep(text.slice(from, index), from);
    from = index + character.length;
    folding.addSpecial(character, index, from);
  }
  folding.keep(text.slice(from), from);
  return folding.done();
}

/** Slower: what becomes one character has to be found first. */
function foldDecomposed(text: string): FoldedText {
  const folding = createFolding();
  for (const { segment, index } of graphemes.segment(text)) {
    const end = index + segment.length;
    for (const character of segment
      .replaceAll(/[ﬀ-ﬆ]/gu, (one) => plainOf.get(one) ?? one)
      .normalize('NFC')) {
      if (plainOf.has(character) || /\s/u.test(character)) folding.addSpecial(character, index, end);
      else folding.add(character, index, end);
    }
  }
  return folding.done();
}

/** The run of the text that a run of its folded form came from. Whole characters, however little of one is named. */
export function unfoldSpan({ origins }: FoldedText, { start, end }: Span): Span {
  if (origins === null || start >= end) return { start, end };
  return { start: origins.starts[start] ?? 0, end: origins.ends[end - 1] ?? 0 };
}

/** The run of the folded form that a run of the text became: that of the characters that lie in it completely. */
export function foldSpan({ folded, origins }: FoldedText, { start, end }: Span): Span {
  if (origins === null) return { start, end };
  const { starts, ends } = origins;
  return {
    start: firstFrom(folded.length, (unit) => (starts[unit] ?? 0) >= start),
    end: firstFrom(folded.length, (unit) => (ends[unit] ?? 0) > end),
  };
}

/** The first number for which it holds, when it holds for all that follow; `length` when for none. */
function firstFrom(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
