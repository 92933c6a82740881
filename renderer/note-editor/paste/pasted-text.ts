/** Plain text that is pasted, as blocks of a note. */
import type { BlockContent, Blockquote, Paragraph, Table } from 'mdast';
import { longestOf, unwrapLines } from './line-wraps.ts';
import { tidySpaces } from './pasted-line.ts';
import { tableOfRows } from './pasted-table.ts';

/** Every line a paragraph, and no paragraph empty. */
export function paragraphsOfText(text: string): Paragraph[] {
  return linesOf(text).flatMap((line) => paragraphOf(line));
}

/**
 * The same, where the text may come from a spreadsheet, a mail or a PDF: cells parted by tabs become a table, lines that
 * are surely one wrapped paragraph are joined, and what a mail quotes with `>` becomes a quotation.
 */
export function blocksOfText(text: string): BlockContent[] {
  const table = tableOfText(text);
  if (table !== null) return [table];
  const lines = linesOf(text);
  const width = longestOf(lines);
  return groupsOf(lines).flatMap((group) => blocksOfLines(group, width));
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\f\v\u2028\u2029]/u);
}

function paragraphOf(line: string): Paragraph[] {
  const value = tidySpaces(line).trim();
  return value === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}

/** Lines between blank ones; what is quoted stands in groups of its own. */
function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let open: string[] = [];
  const isQuoted = (line: string) => line.startsWith('>');
  for (const line of [...lines, '']) {
    const isBlank = line.trim() === '';
    const [first] = open;
    if (first !== undefined && (isBlank || isQuoted(first) !== isQuoted(line))) {
      groups.push(open);
      open = [];
    }
    if (!isBlank) open.push(line);
  }
  return groups;
}

function blocksOfLines(lines: readonly string[], width: number): (Paragraph | Blockquote)[] {
  if (lines[0]?.startsWith('>') === true) {
    const inside = lines.map((line) => line.replace(/^(?:>\s?)+/, ''));
    const children = groupsOf(inside).flatMap((group) => blocksOfLines(group, longestOf(inside)));
    return children.length === 0 ? [] : [{ type: 'blockquote', children }];
  }
  const trimmed = lines.map((line) => line.trim());
  return unwrapLines(trimmed, width).flatMap(paragraphOf);
}

/** Two lines or more, each with the same number of tabs. A cell in quotation marks may hold line ends, as Excel writes it. */
function tableOfText(text: string): Table | null {
  if (!text.includes('\t')) return null;
  const rows = rowsOfText(text.replace(/(?:\r\n|\n|\r)+$/, ''));
  const columns = rows[0]?.length ?? 0;
  if (rows.length < 2 || columns < 2 || rows.some((row) => row.length !== columns)) return null;
  return tableOfRows(
    rows.map((row) =>
      row.map((cell) => {
        const value = tidySpaces(cell).trim();
        return value === '' ? [] : [{ kind: 'text' as const, value, formats: 0 }];
      }),
    ),
  );
}

const cellOfText = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g;

function rowsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain = '', end] of text.matchAll(cellOfText)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '' || whole === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}
