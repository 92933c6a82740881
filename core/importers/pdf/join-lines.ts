/** The lines of a paragraph → its text and links. */
import type { ParagraphLink } from '../../dossier/source.ts';
import { cleanText } from '../clean-text.ts';
import { jointOf, wordsOf } from '../text/hard-wrap.ts';
import type { Line } from './form-paragraphs.ts';

export interface JoinedText {
  readonly text: string;
  readonly links?: readonly ParagraphLink[];
}

/** Every word of the file, which decides whether a hyphen at a line's end stays. */
export function wordsOfLines(lines: readonly Line[]): Set<string> {
  return wordsOf([lines.map(({ text }) => ({ text, indent: 0 }))]);
}

/** Joins lines. `glue` stands between the pieces of one line: a space, or a tab in a table. */
export function joinLines(lines: readonly Line[], words: ReadonlySet<string>, glue: ' ' | '\t'): JoinedText {
  let text = '';
  const urls: (string | null)[] = [];
  let before: string | undefined;
  for (const line of lines) {
    const cells = line.pieces.map((piece) => ({ ...piece, text: cleanText(piece.text) }));
    const own = cells.map((cell) => cell.text).join(glue);
    if (before !== undefined) {
      const joint = jointOf(withPlainHyphen(before, own, words), own, words);
      if (joint.dropsHyphen) {
        text = text.slice(0, -1);
        urls.pop();
      } else if (text.endsWith('\u00ad')) text = `${text.slice(0, -1)}-`;
      text += joint.glue;
      urls.push(...Array.from(joint.glue, () => null));
    }
    text += own;
    for (const [index, cell] of cells.entries()) {
      if (index > 0) urls.push(null);
      for (let at = 0; at < cell.text.length; at += 1) urls.push(cell.urls[at] ?? null);
    }
    before = own;
  }
  const links = linksOf(urls, text);
  return links.length === 0 ? { text } : { text, links };
}

/** A soft hyphen only divides, unless the text has the word with a hyphen: some fonts have one glyph for both. */
function withPlainHyphen(before: string, after: string, words: ReadonlySet<string>): string {
  if (!before.endsWith('\u00ad')) return before;
  const head = /[\p{L}\p{M}\p{N}]+(?=\u00ad$)/u.exec(before.slice(-longestWord))?.[0] ?? '';
  const tail = /^[\p{L}\p{M}\p{N}]+/u.exec(after.slice(0, longestWord))?.[0] ?? '';
  return words.has(`${head}-${tail}`.toLowerCase()) ? `${before.slice(0, -1)}-` : before;
}

const longestWord = 60; // UTF-16 units
const mostLinks = 1_000;

/** Runs of letters with the same address; the spaces between them belong to it. */
function linksOf(urls: readonly (string | null)[], text: string): ParagraphLink[] {
  const links: ParagraphLink[] = [];
  for (const [at, url] of urls.entries()) {
    if (url === null || links.length >= mostLinks) continue;
    const last = links.at(-1);
    if (last?.url === url && text.slice(last.end, at).trim() === '') {
      links[links.length - 1] = { ...last, end: at + 1 };
    } else links.push({ start: at, end: at + 1, url });
  }
  return links;
}
