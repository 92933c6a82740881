import { controls, visible } from '../clean-text.ts';

// Form feed and vertical tab end a page or a line in old text files; NEL, LS and PS are Unicode's own line ends.
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

export interface Line {
  /** Without white space at both ends and without control characters; otherwise as it stands in the file. Empty on a blank line. */
  readonly text: string;
  /** Width of the white space before it; a tab counts as one. */
  readonly indent: number;
}

/** Splits a text into its lines, whatever system they were written on. */
export function splitLines(text: string): Line[] {
  return text.split(lineEnd).map((raw) => {
    const line = raw.replace(controls, '');
    const trimmed = line.trim();
    if (!visible.test(trimmed)) return { text: '', indent: 0 };
    return { text: trimmed, indent: line.length - line.trimStart().length };
  });
}

/** Groups lines into the blocks that blank lines part. No block is empty. */
export function splitBlocks(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  for (const line of lines) {
    if (line.text !== '') {
      if (block.length === 0) blocks.push(block);
      block.push(line);
    } else if (block.length > 0) {
      block = [];
    }
  }
  return blocks;
}
