/**
 * HTML from the clipboard as blocks of a note. Long, as it is one walk: what each element of Word, LibreOffice, Google
 * Docs, Excel, mail programs and browsers means.
 */
import type { BlockContent, FootnoteDefinition, Heading, List, ListItem } from 'mdast';
import { raiseDigits } from '../../../core/importers/markup/raised-digits.ts';
import { findLayoutTables } from '../../../core/importers/markup/layout-tables.ts';
import { type InlineRun, phrasingFromRuns } from '../inline-runs.ts';
import { affixesOfChip } from '../parse-citation-affixes.ts';
import { citationHtmlAttribute, readCitationTargets } from '../parse-citation-targets.ts';
import { type Declarations, type StyleOf, styleAttribute } from './clipboard-styles.ts';
import { findFootnotes, isFootnoteFrame, isWayBack } from './pasted-footnotes.ts';
import { formatsWithin } from './pasted-formats.ts';
import { linkAddress } from './pasted-links.ts';
import { isLitter, wordsOfPicture } from './pasted-litter.ts';
import { numberOfMarker } from './pasted-lists.ts';
import {
  addBlocks,
  endLine,
  newSink,
  type PastedBlock,
  type PastedSink,
  runsOfBlocks,
  takeBlocks,
} from './pasted-sink.ts';
import { type PastedCell, tableOfCells, withoutOverallBold } from './pasted-table.ts';
import { blocksOfText } from './pasted-text.ts';

export interface Pasted {
  readonly blocks: readonly PastedBlock[];
  /** Their identifiers are of the paste only: `paste-1`, `paste-2`, … */
  readonly footnotes: readonly FootnoteDefinition[];
}

interface Place {
  /** Bits of `inlineFormats`. */
  readonly formats: number;
  readonly inItem: boolean;
  readonly inFootnote: boolean;
}

const blockElements = new Set(
  (
    'p div section article main header footer aside nav address figure figcaption center form fieldset legend ' +
    'details summary dl dt dd caption tr td th tbody thead tfoot html body'
  ).split(' '),
);

/** `page` as `parseClipboardHtml` gives it, not deeper than `paste-limits.ts` allows. */
export function readPastedPage(page: Document, styleOf: StyleOf): Pasted {
  const notes = findFootnotes(page);
  const layoutTables = findLayoutTables(page.body);
  const footnotes = new Map<Element, FootnoteDefinition>();

  function readChildren(element: Element, place: Place, sink: PastedSink): void {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        sink.runs.push({ kind: 'text', value: node.nodeValue ?? '', formats: place.formats });
      } else if (node.nodeType === 1) {
        readElement(node as Element, place, sink);
      }
    }
  }

  function blocksWithin(element: Element, place: Place): PastedBlock[] {
    const sink = newSink();
    readChildren(element, place, sink);
    return takeBlocks(sink);
  }

  function readElement(element: Element, around: Place, sink: PastedSink): void {
    const style = styleOf(element);
    if (isLitter(element, style) || notes.isDefinition(element)) return;
    const place = { ...around, formats: formatsWithin(element, style, around.formats) };
    const depth = headingDepth(element, style);
    if (depth !== null) {
      addHeading(element, depth, place, sink);
      return;
    }
    switch (element.localName) {
      case 'br':
        sink.runs.push({ kind: 'break' });
        return;
      case 'hr':
        if (element.parentElement === null || !isFootnoteFrame(element.parentElement))
          addBlocks(sink, [{ type: 'thematicBreak' }]);
        return;
      case 'img':
        sink.runs.push({ kind: 'text', value: wordsOfPicture(element), formats: place.formats });
        return;
      case 'a':
        readLink(element, place, sink);
        return;
      case 'sup':
      case 'sub':
        readRaised(element, place, sink);
        return;
      case 'ul':
      case 'ol':
      case 'menu':
        if (!addOnlineItems(element, place, sink)) addBlocks(sink, listsOf(element, place));
        return;
      case 'li':
        addBlocks(sink, listsOf(element, place, [element]));
        return;
      case 'blockquote':
        addQuotation(blocksWithin(element, place), sink);
        return;
      case 'pre':
        addBlocks(sink, blocksOfPre(element));
        return;
      case 'table':
        readTable(element, place, sink);
        return;
      case 'span':
        if (!readCitation(element, sink)) readChildren(element, place, sink);
        return;
      default:
        readOther(element, style, place, sink);
    }
  }

  function readOther(element: Element, style: Declarations, place: Place, sink: PastedSink): void {
    if (!blockElements.has(element.localName)) {
      readChildren(element, place, sink);
      return;
    }
    endLine(sink);
    if (element.localName === 'p' && !place.inItem && addWordItem(element, style, place, sink)) return;
    if (/^mso(?:intense)?quote/i.test(element.getAttribute('class') ?? '')) {
      addQuotation(blocksWithin(element, place), sink, true);
      return;
    }
    readChildren(element, place, sink);
    endLine(sink);
  }

  function addHeading(element: Element, depth: Heading['depth'], place: Place, sink: PastedSink): void {
    const runs = withoutOverallBold(runsOfBlocks(blocksWithin(element, place)));
    const children = phrasingFromRuns(runs, 'line');
    addBlocks(sink, children.length === 0 ? [] : [{ type: 'heading', depth, children }]);
  }

  function addQuotation(blocks: PastedBlock[], sink: PastedSink, joins = false): void {
    endLine(sink);
    const last = sink.blocks.at(-1);
    if (joins && last?.type === 'blockquote' && sink.items.length === 0) last.children.push(...blocks);
    else addBlocks(sink, blocks.length === 0 ? [] : [{ type: 'blockquote', children: blocks }]);
  }

  function readLink(link: Element, place: Place, sink: PastedSink): void {
    const definition = notes.definitionOf(link);
    if (definition !== null && !place.inFootnote) {
      sink.runs.push(markOf(definition));
      return;
    }
    if (place.inFootnote && isWayBack(link)) return;
    const url = linkAddress(link.getAttribute('href'));
    if (url === null) {
      readChildren(link, place, sink);
      return;
    }
    const inner = newSink();
    readChildren(link, place, inner);
    if (inner.blocks.length === 0 && inner.items.length === 0) {
      sink.runs.push({ kind: 'link', url, title: null, runs: inner.runs });
    } else {
      addBlocks(sink, takeBlocks(inner));
    }
  }

  function markOf(definition: Element): InlineRun {
    let note = footnotes.get(definition);
    if (note === undefined) {
      const identifier = `paste-${String(footnotes.size + 1)}`;
      note = { type: 'footnoteDefinition', identifier, label: identifier, children: [] };
      footnotes.set(definition, note);
      note.children.push(...blocksWithin(definition, { formats: 0, inItem: false, inFootnote: true }));
    }
    const { identifier } = note;
    return { kind: 'node', node: { type: 'footnoteReference', identifier, label: identifier } };
  }

  /** A note has raised text only as digits of their own; other text stays on the line. */
  function readRaised(element: Element, place: Place, sink: PastedSink): void {
    const text = (element.textContent ?? '').trim();
    if (element.querySelector('a') === null && /^[0-9−+-]+$/.test(text)) {
      const value = element.localName === 'sup' ? raiseDigits(text) : lowerDigits(text);
      sink.runs.push({ kind: 'text', value, formats: place.formats });
    } else {
      readChildren(element, place, sink);
    }
  }

  function readCitation(element: Element, sink: PastedSink): boolean {
    const targets = readCitationTargets(element.getAttribute(citationHtmlAttribute) ?? '');
    if (targets !== null) {
      const citation = { type: 'citation' as const, targets, ...affixesOfChip(element) };
      sink.runs.push({ kind: 'node', node: citation });
    }
    return targets !== null;
  }

  /** Word writes the items of its lists as paragraphs, each with its level and with its bullet or number as text. */
  function addWordItem(element: Element, style: Declarations, place: Place, sink: PastedSink): boolean {
    const isInList = /^MsoList/i.test(element.getAttribute('class') ?? '');
    const level = /\blevel(\d)\b/.exec(style.get('mso-list') ?? '')?.[1];
    if (level === undefined) {
      const last = sink.items.at(-1);
      if (!isInList || last === undefined) return false;
      last.children.push(...blocksWithin(element, { ...place, inItem: true }));
      return true;
    }
    const children = blocksWithin(element, { ...place, inItem: true });
    if (children.length === 0) return true;
    const marker = [...element.querySelectorAll(`[${styleAttribute}]`)].find(
      (each) => styleOf(each).get('mso-list') === 'ignore',
    );
    const number = numberOfMarker(marker?.textContent ?? '');
    sink.items.push({ level: Number(level), number, checked: null, children });
    return true;
  }

  /** Word in a browser writes every item as a list of its own, and its level beside it. */
  function addOnlineItems(list: Element, place: Place, sink: PastedSink): boolean {
    const items = [...list.children];
    if (items.length === 0 || !items.every((item) => item.hasAttribute('data-aria-level'))) return false;
    endLine(sink);
    for (const [index, item] of items.entries()) {
      const children = blocksWithin(item, { ...place, inItem: true });
      const level = Number(item.getAttribute('data-aria-level'));
      const number = list.localName === 'ol' ? Number(list.getAttribute('start') ?? 1) + index : null;
      if (children.length > 0) sink.items.push({ level, number, checked: null, children });
    }
    return true;
  }

  function listsOf(list: Element, place: Place, items: Iterable<Element> = list.children): List[] {
    const ordered = list.localName === 'ol';
    const written = Number(list.getAttribute('start') ?? 1);
    const start = ordered ? (Number.isInteger(written) && written >= 0 ? written : 1) : null;
    const read: List = { type: 'list', ordered, start, spread: false, children: [] };
    for (const element of items) {
      if (isLitter(element, styleOf(element)) || notes.isDefinition(element)) continue;
      const isList = element.localName === 'ul' || element.localName === 'ol';
      const above = read.children.at(-1);
      const children = isList
        ? listsOf(element, place)
        : blocksWithin(element, {
            ...place,
            formats: formatsWithin(element, styleOf(element), place.formats),
            inItem: true,
          });
      // Google Docs and Outlook put a list into a list beside its items, not into one of them.
      if (isList && above !== undefined) above.children.push(...children);
      else if (children.length > 0) read.children.push(itemOf(element, children));
    }
    return read.children.length === 0 ? [] : [read];
  }

  function itemOf(element: Element, children: ListItem['children']): ListItem {
    const box = element.querySelector(':scope > input[type="checkbox"], :scope > p > input[type="checkbox"]');
    return { type: 'listItem', spread: false, checked: box?.hasAttribute('checked') ?? null, children };
  }

  function readTable(table: Element, place: Place, sink: PastedSink): void {
    endLine(sink);
    if (layoutTables.has(table)) {
      readChildren(table, place, sink);
      endLine(sink);
      return;
    }
    const rows: PastedCell[][] = [];
    for (const part of table.children) {
      if (isLitter(part, styleOf(part))) continue;
      if (part.localName === 'caption') addBlocks(sink, blocksWithin(part, place));
      for (const row of part.localName === 'tr' ? [part] : part.children) {
        if (row.localName === 'tr' && !isLitter(row, styleOf(row))) rows.push(cellsOf(row, place));
      }
    }
    const read = tableOfCells(rows);
    if (read !== null) addBlocks(sink, [read]);
  }

  function cellsOf(row: Element, place: Place): PastedCell[] {
    return [...row.children]
      .filter((cell) => cell.localName === 'td' || cell.localName === 'th')
      .filter((cell) => !isLitter(cell, styleOf(cell)))
      .map((cell) => {
        const formats = formatsWithin(cell, styleOf(cell), place.formats);
        const runs = runsOfBlocks(blocksWithin(cell, { ...place, formats, inItem: true }));
        return { runs, columns: spanOf(cell, 'colspan'), rows: spanOf(cell, 'rowspan') };
      });
  }

  const start: Place = { formats: 0, inItem: false, inFootnote: false };
  const blocks = blocksWithin(page.body, start);
  return { blocks, footnotes: [...footnotes.values()].filter((note) => note.children.length > 0) };
}

function headingDepth(element: Element, style: Declarations): Heading['depth'] | null {
  const byName = /^h([1-6])$/.exec(element.localName)?.[1];
  const byOutline =
    element.localName === 'p' ? /^[1-6]$/.exec(style.get('mso-outline-level') ?? '')?.[0] : undefined;
  const byRole =
    element.getAttribute('role') === 'heading' ? (element.getAttribute('aria-level') ?? '2') : undefined;
  const isTitle = element.localName === 'p' && /^MsoTitle$/i.test(element.getAttribute('class') ?? '');
  const depth = Number(byName ?? byOutline ?? byRole ?? (isTitle ? 1 : 0));
  return depth >= 1 && depth <= 6 ? (Math.trunc(depth) as Heading['depth']) : null;
}

/** Code where the page says so; in a mail that was written as plain text, paragraphs. */
function blocksOfPre(element: Element): BlockContent[] {
  const text = (element.textContent ?? '').replace(/\n$/, '');
  const isCode =
    element.querySelector('code') !== null || /\b(?:code|highlight|language|src)/i.test(element.className);
  if (text.trim() === '') return [];
  return isCode ? [{ type: 'code', lang: null, meta: null, value: text }] : blocksOfText(text);
}

function lowerDigits(text: string): string {
  return text.replace(/[0-9−+-]/g, (sign) => '₀₁₂₃₄₅₆₇₈₉₋₋₊'.charAt('0123456789-−+'.indexOf(sign)));
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, 1_000) : 1;
}
