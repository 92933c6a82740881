import type { ImportedParagraph, ParagraphKind, ParagraphLink } from '../../dossier/source.ts';
import { controls, visible } from '../clean-text.ts';
import { importLimits } from '../limits.ts';

const whiteSpace = /[ \t\n\r\v\f\u0085\u2028\u2029]+/g;

/** Text that is being put together, with white space as `cleanText` has it and the links at their places. */
export interface TextRun {
  append(text: string): void;
  /** From here on the text belongs to this link, or with `null` to none. */
  setLink(url: string | null): void;
  /** Whether nothing that can be seen was appended yet. */
  isBlank(): boolean;
  /** The text without white space around it, and begins anew; the link goes on. Empty when nothing can be seen. */
  take(): { readonly text: string; readonly links: readonly ParagraphLink[] };
}

function startTextRun(): TextRun {
  let pieces: string[] = [];
  let length = 0;
  let endsInSpace = false;
  let blank = true;
  let links: ParagraphLink[] = [];
  let link: { readonly url: string; readonly start: number } | null = null;

  const endLink = () => {
    if (link !== null && link.start < length) links.push({ start: link.start, end: length, url: link.url });
  };
  return {
    append(text) {
      let flat = text.replace(whiteSpace, ' ').replace(controls, '').replace(/ {2,}/g, ' ');
      if (endsInSpace && flat.startsWith(' ')) flat = flat.slice(1);
      if (flat === '') return;
      pieces.push(flat);
      length += flat.length;
      endsInSpace = flat.endsWith(' ');
      if (blank && visible.test(flat)) blank = false;
    },
    setLink(url) {
      endLink();
      link = url === null || url.length > importLimits.linkAddress ? null : { url, start: length };
    },
    isBlank: () => blank,
    take() {
      endLink();
      const taken = blank ? { text: '', links: [] } : trim(pieces.join(''), links);
      pieces = [];
      links = [];
      length = 0;
      endsInSpace = false;
      blank = true;
      if (link !== null) link = { url: link.url, start: 0 };
      return taken;
    },
  };
}

/** Takes white space off both ends of a text and of its links; a link of which nothing is left to see goes. */
function trim(raw: string, rawLinks: readonly ParagraphLink[]) {
  const text = raw.trim();
  const before = raw.length - raw.trimStart().length;
  const links: ParagraphLink[] = [];
  for (const { start, end, url } of rawLinks) {
    const words = raw.slice(start, end);
    if (!visible.test(words) || links.length === importLimits.linksPerParagraph) continue;
    const from = start + words.length - words.trimStart().length - before;
    links.push({ start: from, end: from + words.trim().length, url });
  }
  return { text, links };
}

/** Puts paragraphs into a list as they come, and the cells of a table's rows together. */
export interface ParagraphWriter {
  readonly run: TextRun;
  /** Ends the paragraph, if anything of it can be seen. */
  endParagraph(kind: ParagraphKind, leftover: boolean): boolean;
  /** Ends a cell; the row goes on. */
  endCell(): void;
  /** Ends the row: a paragraph, if anything of it can be seen. */
  endRow(leftover: boolean): void;
  readonly paragraphs: readonly ImportedParagraph[];
}

export function writeParagraphs(): ParagraphWriter {
  const run = startTextRun();
  const paragraphs: ImportedParagraph[] = [];
  let cells: ReturnType<TextRun['take']>[] = [];
  const write = (kind: ParagraphKind, text: string, links: readonly ParagraphLink[], leftover: boolean) => {
    paragraphs.push({ kind, text, leftover, ...(links.length === 0 ? {} : { links }) });
  };
  return {
    run,
    paragraphs,
    endParagraph(kind, leftover) {
      const { text, links } = run.take();
      if (text !== '') write(kind, text, links, leftover);
      return text !== '';
    },
    endCell() {
      cells.push(run.take());
    },
    endRow(leftover) {
      const { text, links } = joinCells(cells);
      cells = [];
      if (text !== '') write('table', text, links, leftover);
    },
  };
}

/** Empty cells keep their tab, so that columns stay under one another, but at both ends of a row. */
function joinCells(cells: readonly ReturnType<TextRun['take']>[]) {
  const first = cells.findIndex(({ text }) => text !== '');
  const last = cells.findLastIndex(({ text }) => text !== '');
  const kept = first === -1 ? [] : cells.slice(first, last + 1);
  const links: ParagraphLink[] = [];
  let length = 0;
  for (const cell of kept) {
    for (const { start, end, url } of cell.links) {
      if (links.length === importLimits.linksPerParagraph) break;
      links.push({ start: start + length, end: end + length, url });
    }
    length += cell.text.length + 1;
  }
  return { text: kept.map(({ text }) => text).join('\t'), links };
}
