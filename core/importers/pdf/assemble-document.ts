/** All pages → the paragraphs of the document, joined over columns and pages. */
import type { ImportedParagraph, ParagraphKind } from '../../dossier/source.ts';
import { visible } from '../clean-text.ts';
import { startsItem } from '../text/line-kinds.ts';
import { mostCommon, type Piece } from './form-lines.ts';
import { endsSentence, formParagraphs, linesOfPieces, type Line, type LineGroup } from './form-paragraphs.ts';
import { joinLines, wordsOfLines } from './join-lines.ts';
import { setFurnitureAside, type SortedPage } from './page-furniture.ts';
import type { PageText } from './read-page.ts';
import { inReadingOrder } from './reading-order.ts';

interface Draft {
  readonly kind: ParagraphKind;
  readonly lines: Line[];
  readonly page: number;
  readonly leftover: boolean;
  reachesEnd: boolean;
}

/** What most of the text looks like. */
interface BodyType {
  readonly size: number;
  readonly bold: boolean;
}

/** In shares of the size of the body's type. */
const headingSize = 1.12;
const noteSize = 0.92;
const longestHeading = 200; // UTF-16 units
const noteMark = /^(?:\(?\d{1,3}[.)]?|[\p{No}]+|[*†‡§]+|\[\d+\])\s*\P{Nd}/u;

export function assembleDocument(pages: readonly PageText[]): ImportedParagraph[] {
  const sorted = setFurnitureAside(pages);
  const body = bodyTypeOf(sorted);
  const slanted = repeatedAskew(pages);
  const drafts: Draft[] = [];
  let latest: Draft | null = null;
  for (const page of sorted) {
    const { text, notes } = draftPage(page, body, latest);
    latest = text.at(-1) ?? latest;
    const askew = page.askew
      .filter((one) => !slanted.has(one))
      .flatMap((one) => linesOfPieces([loosePiece(one)]));
    const aside = [...linesOfPieces(page.leftovers), ...askew].map((line) =>
      draftLeftover(line, page.number),
    );
    drafts.push(...text, ...notes, ...aside);
  }
  const words = wordsOfLines(drafts.flatMap(({ lines }) => lines));
  return drafts.flatMap(({ kind, lines, page, leftover }): ImportedParagraph[] => {
    const joined = joinLines(lines, words, kind === 'table' ? '\t' : ' ');
    return visible.test(joined.text) ? [{ kind, ...joined, leftover, page }] : [];
  });
}

function bodyTypeOf(pages: readonly SortedPage[]): BodyType {
  const pieces = pages.flatMap((page) => page.pieces);
  const letters = (index: number) => pieces[index]?.text.length ?? 0;
  const size = mostCommon(
    pieces.map((piece) => piece.size),
    letters,
  );
  const bold = mostCommon(
    pieces.map((piece) => Number(piece.bold)),
    letters,
  );
  return { size: size ?? 0, bold: bold === 1 };
}

/** What runs askew over most pages, as the word “Draft” does. */
function repeatedAskew(pages: readonly PageText[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { askew } of pages) {
    for (const text of new Set(askew)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([, count]) => count >= 2 && count > pages.length / 2).map(([text]) => text),
  );
}

function loosePiece(text: string): Piece {
  const type = { size: 0, bold: false };
  const nowhere = { left: 0, right: 0, base: 0, starts: type, ends: type };
  return { text, ...nowhere, ...type, artifact: false, words: [], urls: [] };
}

function draftLeftover(line: Line, page: number): Draft {
  return { kind: 'text', lines: [line], page, leftover: true, reachesEnd: false };
}

/** The paragraphs of a page. What goes on from the page before is added to `latest`, the last paragraph of that. */
function draftPage(
  page: SortedPage,
  body: BodyType,
  latest: Draft | null,
): { text: Draft[]; notes: Draft[] } {
  const text: Draft[] = [];
  const notes: Draft[] = [];
  for (const block of inReadingOrder(page.pieces)) {
    const groups = formParagraphs(block);
    const firstNote = indexOfNotes(groups, body, page.height);
    for (const [index, group] of groups.entries()) {
      const isNote = index >= firstNote;
      const before = isNote ? notes.at(-1) : (text.at(-1) ?? latest);
      if (before != null && goesOn(before, group)) {
        before.lines.push(...group.lines);
        before.reachesEnd = group.reachesEnd;
      } else {
        const kind = isNote ? 'text' : kindOf(group, body);
        const draft = { kind, lines: [...group.lines], page: page.number, leftover: false };
        (isNote ? notes : text).push({ ...draft, reachesEnd: group.reachesEnd });
      }
    }
  }
  return { text, notes };
}

/**
 * Where the notes at the foot of a column begin: in smaller type, with a mark, and with no text after them. A raised
 * mark will do without smaller type.
 */
function indexOfNotes(groups: readonly LineGroup[], body: BodyType, height: number): number {
  const startsNote = ({ lines: [{ text, base }] }: LineGroup) => noteMark.test(text) && base > height / 2;
  const isSmall = ({ lines: [{ size }] }: LineGroup) => size <= body.size * noteSize;
  const isRaised = (group: LineGroup) => startsNote(group) && /^\p{No}/u.test(group.lines[0].text);
  const from = groups.findLastIndex((group) => !isSmall(group) && !isRaised(group)) + 1;
  const first = groups.slice(from).findIndex(startsNote);
  return first === -1 ? groups.length : from + first;
}

function kindOf({ lines, isTableRow }: LineGroup, body: BodyType): ParagraphKind {
  if (isTableRow) return 'table';
  const text = lines.map((line) => line.text).join(' ');
  if (looksLikeHeading(text, lines, body)) return 'heading';
  return startsItem(text) ? 'item' : 'text';
}

function looksLikeHeading(text: string, lines: LineGroup['lines'], body: BodyType): boolean {
  const size = Math.min(...lines.map((line) => line.size));
  const bold = lines.every((line) => line.bold);
  if (text.length > longestHeading || lines.length > 4 || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (/^[-–—*•◦▪●‣·]/u.test(text)) return false;
  if (size >= body.size * headingSize) return true;
  return bold && !body.bold && size >= body.size * 0.95 && !/[.,;!?…][)\]"'”’»]*$/u.test(text);
}

/** Whether a sentence of the last paragraph goes on in this one, over the end of a column or page. */
function goesOn(before: Draft, group: LineGroup): boolean {
  const [first] = group.lines;
  const last = before.lines.at(-1);
  if (last === undefined || (before.kind !== 'text' && before.kind !== 'item')) return false;
  if (!group.startsFlush || endsSentence(last.text)) return false;
  if (Math.abs(last.size - first.size) > first.size * 0.07 || last.bold !== first.bold) return false;
  return /^[("'“‘«[]*\p{Ll}/u.test(first.text) || before.reachesEnd;
}
