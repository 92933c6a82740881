/**
 * Whether lines are one paragraph that a mail program or a PDF has wrapped. Only when it is sure: each line but the last
 * is about as long as the longest, had no room for the first word of the next, and a sentence runs on over a line's end.
 * `width` is the longest line of the whole text, in UTF-16 units.
 */
export function areWraps(lines: readonly string[], width = longestOf(lines)): boolean {
  if (lines.length < 2 || width < narrowest || width > widest) return false;
  const ends = lines.slice(0, -1).map((line, index) => ({ line, next: lines[index + 1] ?? '' }));
  const full = ends.every(({ line, next }) => isFull(line, next, width) && !beginsItem.test(next));
  const running = ends.filter(({ line, next }) => runsOn(line, next)).length;
  return full && running > 0 && (lines.length > 2 || running === ends.length);
}

const narrowest = 45;
const widest = 130;
/** A proportional font fills a line with more or fewer letters. */
const leastFilled = 0.6;
const mostRoom = 0.92;
const beginsItem = /^\s*(?:[-–—*•◦▪·>]|\(?\w{1,3}[.)])\s/u;

export function longestOf(lines: readonly string[]): number {
  return lines.reduce((longest, line) => Math.max(longest, line.length), 0);
}

function isFull(line: string, next: string, width: number): boolean {
  const word = /^\S+/.exec(next)?.[0].length ?? 0;
  return line.length >= leastFilled * width && line.length + 1 + word > mostRoom * width;
}

function runsOn(line: string, next: string): boolean {
  return !/[.!?:;]["'”’)\]]*$/u.test(line) && /^["'“‘(]?\p{Ll}/u.test(next);
}

/** The paragraphs of lines that follow each other: those that are surely wraps are joined, each other line is one. */
export function unwrapLines(lines: readonly string[], width: number): string[] {
  const stretches: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined && isFull(before, line, width)) stretches.at(-1)?.push(line);
    else stretches.push([line]);
  }
  return stretches.flatMap((stretch) => (areWraps(stretch, width) ? [joinWraps(stretch)] : stretch));
}

/** Lines that are wraps, as one; a word that was parted at a hyphen keeps the hyphen, as nobody can say whose it is. */
function joinWraps(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
    return /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text + line : `${text.trimEnd()} ${line}`;
  });
}
