/** One text made of two, and two of one, with the links on their words. UTF-16 offsets throughout. */
import { visible } from '../importers/clean-text.ts';
import { importLimits } from '../importers/limits.ts';
import { done, refused, type Result } from '../result.ts';
import type { ImportedParagraph, ParagraphLink } from './source.ts';

/**
 * What stands between the words of two joined texts. `drop-hyphen` takes the hyphen at the end of the first away, as of
 * a word that was broken over two lines; nobody but a person can tell that from `short-term`.
 */
export const seams = ['space', 'nothing', 'drop-hyphen'] as const;
export type Seam = (typeof seams)[number];

/** `-`, soft hyphen, U+2010. Dashes are no hyphens. */
const lastHyphen = /[-\u00AD\u2010]$/u;

interface LinkedText {
  readonly text: string;
  readonly links?: readonly ParagraphLink[];
}

export type JoinProblem = 'no-hyphen' | 'paragraph-too-long';

/** The text of both, and the links of both; one link that went over the line end is one again. */
export function joinTexts(
  first: LinkedText,
  second: LinkedText,
  seam: Seam,
): Result<LinkedText, JoinProblem> {
  if (seam === 'drop-hyphen' && !lastHyphen.test(first.text)) {
    return refused(
      'no-hyphen',
      'The first of the two does not end in a hyphen, so there is none to take away.',
    );
  }
  if (first.text.length + second.text.length > importLimits.charactersPerParagraph - 1) {
    return refused('paragraph-too-long', 'Joined, the two would be longer than a paragraph can be.');
  }
  const head = seam === 'drop-hyphen' ? first.text.slice(0, -1) : first.text;
  const start = head.length + (seam === 'space' ? 1 : 0);
  const before = cutLinks(first.links ?? [], 0, head.length);
  const after = (second.links ?? []).map((link) => moved(link, start));
  const [last, next] = [before.at(-1), after[0]];
  const isOne = last?.end === head.length && next?.start === start && next.url === last.url;
  const links = isOne
    ? [...before.slice(0, -1), { ...last, end: next.end }, ...after.slice(1)]
    : [...before, ...after];
  return done({ text: head + (seam === 'space' ? ' ' : '') + second.text, ...withLinks(links) });
}

export type CutProblem = 'outside-text' | 'inside-character' | 'empty-half';

/** Both halves without the white space at the cut, and with their share of the links. */
export function splitText(
  { text, links = [] }: LinkedText,
  at: number,
): Result<[LinkedText, LinkedText], CutProblem> {
  if (!Number.isInteger(at) || at < 0 || at > text.length) {
    return refused('outside-text', 'The place to split at is not in this paragraph.');
  }
  if (isInsideCharacter(text, at)) {
    return refused('inside-character', 'The place to split at is within a letter. Choose one beside it.');
  }
  const left = text.slice(0, at).trimEnd();
  const right = text.slice(at).trimStart();
  if (!visible.test(left) || !visible.test(right)) {
    return refused('empty-half', 'One half would be empty. Choose a place with words on both sides.');
  }
  const start = text.length - right.length;
  const after = cutLinks(links, start, text.length).map((link) => moved(link, -start));
  return done([
    { text: left, ...withLinks(cutLinks(links, 0, left.length)) },
    { text: right, ...withLinks(after) },
  ]);
}

/** Between the halves of a surrogate pair, before a mark that sits on the letter, or beside a joiner of emoji. */
function isInsideCharacter(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  return (
    (/[\uD800-\uDBFF]$/.test(before) && /^[\uDC00-\uDFFF]/.test(after)) ||
    /^[\p{M}\u200D]/u.test(after) ||
    before.endsWith('\u200D')
  );
}

const moved = ({ start, end, url }: ParagraphLink, by: number): ParagraphLink => ({
  start: start + by,
  end: end + by,
  url,
});

function cutLinks(links: readonly ParagraphLink[], from: number, to: number): ParagraphLink[] {
  return links
    .map(({ start, end, url }) => ({ start: Math.max(start, from), end: Math.min(end, to), url }))
    .filter(({ start, end }) => start < end);
}

const withLinks = (links: readonly ParagraphLink[]): Pick<ImportedParagraph, 'links'> =>
  links.length === 0 ? {} : { links };
