/**
 * Finding in texts that can be changed: a phrase or a regular expression, with what is to stand in the place of each
 * match. A phrase is found as everywhere in the window (`find-in-text.ts`), or letter by letter when case counts.
 */
import { type Result, done, refused } from '../result.ts';
import { findInText, foldText } from './find-in-text.ts';

export interface Pattern {
  readonly phrase: string;
  /** Case and accents count. */
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  /** The phrase is a JavaScript regular expression with the flag `u`. */
  readonly isExpression: boolean;
}

/** UTF-16 offsets into the text with this index; `end` is exclusive and never `start`. */
export interface PatternMatch {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Of a regular expression: what its groups hold, the whole match first. */
  readonly groups?: readonly (string | undefined)[];
  readonly named?: Readonly<Record<string, string | undefined>>;
}

const inWord = String.raw`[\p{L}\p{N}\p{M}_]`;
const endsInWord = new RegExp(`${inWord}$`, 'u');
const beginsInWord = new RegExp(`^${inWord}`, 'u');

function standsAlone(text: string, start: number, end: number): boolean {
  // Two units before it, as a letter may be a surrogate pair.
  return (
    !endsInWord.test(text.slice(Math.max(0, start - 2), start)) &&
    !beginsInWord.test(text.slice(end, end + 2))
  );
}

/** The regular expression that a pattern stands for, or the sentence that says why it is none. */
export function compileExpression({ phrase, matchCase, wholeWords }: Pattern): Result<RegExp> {
  const flags = matchCase ? 'gu' : 'giu';
  try {
    const plain = new RegExp(phrase, flags);
    return done(wholeWords ? new RegExp(`(?<!${inWord})(?:${phrase})(?!${inWord})`, flags) : plain);
  } catch (error) {
    // `Invalid regular expression: /(/giu: Unterminated group`
    const reason = error instanceof Error ? (error.message.split(/\/[a-z]*: /u).at(-1) ?? '') : '';
    return refused('not-an-expression', `This is not a regular expression: ${reason.toLowerCase()}.`);
  }
}

function findExpression(texts: readonly string[], expression: RegExp): PatternMatch[] {
  return texts.flatMap((text, index) =>
    Array.from(text.matchAll(expression))
      .filter(([whole]) => whole !== '')
      .map((match) => ({
        index,
        start: match.index,
        end: match.index + match[0].length,
        groups: [...match],
        ...(match.groups === undefined ? {} : { named: { ...match.groups } }),
      })),
  );
}

function findPhrase(texts: readonly string[], { phrase, matchCase, wholeWords }: Pattern): PatternMatch[] {
  if (phrase.trim() === '') return [];
  const folded = foldText(phrase);
  const inText = (text: string) => {
    if (!matchCase) return findInText(foldText(text), folded);
    const found: { start: number; end: number }[] = [];
    for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
      found.push({ start: at, end: at + phrase.length });
    }
    return found;
  };
  return texts.flatMap((text, index) =>
    inText(text)
      .filter(({ start, end }) => !wholeWords || standsAlone(text, start, end))
      .map(({ start, end }) => ({ index, start, end })),
  );
}

/** Where the pattern stands in each of the texts, in order. A regular expression may take for ever: mind the time. */
export function findPattern(texts: readonly string[], pattern: Pattern): Result<PatternMatch[]> {
  if (!pattern.isExpression) return done(findPhrase(texts, pattern));
  if (pattern.phrase === '') return done([]);
  const expression = compileExpression(pattern);
  return expression.ok ? done(findExpression(texts, expression.value)) : expression;
}

/**
 * What stands in the place of a match: of a regular expression `$1` and `$<name>` are its groups, `$&` is the whole of
 * it and `$$` a dollar sign, as in JavaScript. A group that is not there stays as it is written.
 */
export function replacementFor(template: string, { groups, named }: PatternMatch): string {
  if (groups === undefined) return template;
  return template.replace(
    /\$(?:([$&])|(\d{1,2})|<([^>]*)>)/gu,
    (written, sign?: string, digits?: string, name?: string) => {
      if (sign !== undefined) return sign === '$' ? '$' : (groups[0] ?? '');
      if (name !== undefined) return named !== undefined && name in named ? (named[name] ?? '') : written;
      const number = Number(digits);
      if (number >= 1 && number < groups.length) return groups[number] ?? '';
      // `$12` with one group is that group and a 2.
      const first = Number(digits?.[0]);
      return digits?.length === 2 && first >= 1 && first < groups.length
        ? `${groups[first] ?? ''}${digits[1] ?? ''}`
        : written;
    },
  );
}
