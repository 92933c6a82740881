/**
 * The text of one block as a flat row of runs, the shape that an editor keeps, and the way back to nested mdast.
 *
 * Going back gives the normal form, the one nesting out of many that mean the same:
 * - neighbouring text of one format is one node, and no node is empty;
 * - of the formats that start at a place, the one that reaches furthest is outermost; among equals strong, then
 *   emphasis, then delete. Inline code is innermost, it holds no nodes;
 * - white space, breaks, citations and other nodes without text lie inside a format only when text on both sides does,
 *   so that a format never begins or ends with a space (which Markdown could only write as `&#x20;`);
 * - a soft line break is a space; spaces and breaks at the edges of a block, and spaces beside a break, are dropped.
 */
import type { Break, Link, PhrasingContent, RootContent } from 'mdast';

export const inlineFormats = { strong: 1, emphasis: 2, delete: 4, code: 8 } as const;

const wrappers = ['strong', 'emphasis', 'delete'] as const;
const allWrappers = inlineFormats.strong | inlineFormats.emphasis | inlineFormats.delete;

export interface TextRun {
  readonly kind: 'text';
  readonly value: string;
  /** Bits of `inlineFormats`. */
  readonly formats: number;
}

export interface LinkRun {
  readonly kind: 'link';
  readonly url: string;
  readonly title: string | null;
  readonly runs: readonly InlineRun[];
}

export interface NodeRun {
  readonly kind: 'node';
  /** A citation, a reference to a footnote, or something that is kept but not edited. */
  readonly node: PhrasingContent;
}

export type InlineRun = TextRun | LinkRun | NodeRun | { readonly kind: 'break' };

/** `line`: a heading or a table cell, which Markdown writes on one line, so that a break in it is a space. */
export type BlockShape = 'flow' | 'line';

interface Placed {
  readonly run: InlineRun;
  readonly formats: number;
}

/** Flattens the children of a block. Text that means nothing (`''`) is dropped; nothing else is lost. */
export function runsFromPhrasing(nodes: readonly PhrasingContent[]): InlineRun[] {
  return joinEqualRuns(collectRuns(nodes, 0));
}

/** Nests runs again, in normal form. */
export function phrasingFromRuns(runs: readonly InlineRun[], shape: BlockShape): PhrasingContent[] {
  const flat = shape === 'line' ? withoutBreaks(runs) : runs;
  return nest(place(trimEdges(joinEqualRuns(flat))), 0);
}

function collectRuns(nodes: readonly PhrasingContent[], formats: number): InlineRun[] {
  return nodes.flatMap((node): InlineRun[] => {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', value: onOneLine(node.value), formats }];
      case 'inlineCode':
        return [{ kind: 'text', value: onOneLine(node.value), formats: formats | inlineFormats.code }];
      case 'strong':
      case 'emphasis':
      case 'delete':
        return collectRuns(node.children, formats | inlineFormats[node.type]);
      case 'break':
        return [{ kind: 'break' }];
      case 'link':
        return [
          {
            kind: 'link',
            url: node.url,
            title: node.title || null,
            runs: joinEqualRuns(collectRuns(node.children, formats)),
          },
        ];
      default:
        return [{ kind: 'node', node: withoutPosition(node) }];
    }
  });
}

function onOneLine(text: string): string {
  return text.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, ' ').replaceAll('\t', ' ');
}

/** Where a node stood in a file that it was read from says nothing about the note. */
export function withoutPosition<Content extends RootContent>(node: Content): Content {
  const { position: _, ...rest } = node;
  if (!('children' in rest)) return rest as Content;
  const children = (rest.children as RootContent[]).map((child) => withoutPosition(child));
  return { ...rest, children } as unknown as Content;
}

function joinEqualRuns(runs: readonly InlineRun[]): InlineRun[] {
  const joined: InlineRun[] = [];
  for (const run of runs) {
    if (run.kind === 'text' && run.value === '') continue;
    if (run.kind === 'link' && run.runs.length === 0) continue;
    const previous = joined.at(-1);
    if (run.kind === 'text' && previous?.kind === 'text' && previous.formats === run.formats) {
      joined[joined.length - 1] = { ...previous, value: previous.value + run.value };
    } else if (run.kind === 'link' && previous?.kind === 'link' && sameTarget(previous, run)) {
      joined[joined.length - 1] = { ...previous, runs: joinEqualRuns([...previous.runs, ...run.runs]) };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

function sameTarget(one: LinkRun, other: LinkRun): boolean {
  return one.url === other.url && one.title === other.title;
}

function withoutBreaks(runs: readonly InlineRun[]): InlineRun[] {
  return runs.map((run): InlineRun => {
    if (run.kind === 'break') return { kind: 'text', value: ' ', formats: 0 };
    return run.kind === 'link' ? { ...run, runs: withoutBreaks(run.runs) } : run;
  });
}

function isCode(run: InlineRun): boolean {
  return run.kind === 'text' && (run.formats & inlineFormats.code) !== 0;
}

/** Drops spaces and breaks at both ends, and spaces beside a break. Code keeps its spaces. */
function trimEdges(runs: readonly InlineRun[]): InlineRun[] {
  const trimmed: InlineRun[] = [];
  for (const run of runs) {
    const afterEdge = trimmed.length === 0 || trimmed.at(-1)?.kind === 'break';
    if (run.kind === 'break') {
      trimEnd(trimmed);
      if (trimmed.length > 0) trimmed.push(run);
    } else if (run.kind === 'text' && afterEdge && !isCode(run)) {
      const value = run.value.replace(/^ +/, '');
      if (value !== '') trimmed.push({ ...run, value });
    } else {
      trimmed.push(run);
    }
  }
  trimEnd(trimmed);
  while (trimmed.at(-1)?.kind === 'break') {
    trimmed.pop();
    trimEnd(trimmed);
  }
  return trimmed;
}

function trimEnd(runs: InlineRun[]): void {
  for (let last = runs.at(-1); last?.kind === 'text' && !isCode(last); last = runs.at(-1)) {
    const value = last.value.replace(/ +$/, '');
    if (value === last.value) return;
    runs.pop();
    if (value !== '') runs.push({ ...last, value });
  }
}

/** Says for every run in which formats it lies; white space and runs without text follow their neighbours. */
function place(runs: readonly InlineRun[]): Placed[] {
  const pieces = runs.flatMap(splitWhiteSpace);
  const own = pieces.map(ownFormats);
  const before = lastKnown(own);
  const after = lastKnown(own.toReversed()).toReversed();
  const placed = pieces.map((run, index): Placed => {
    const formats = own[index] ?? (before[index] ?? 0) & (after[index] ?? 0) & allWrappers;
    return { run, formats };
  });
  return joinPlacedText(placed);
}

/** For each place the last value at or before it that is not `null`; 0 where there is none. */
function lastKnown(values: readonly (number | null)[]): number[] {
  let known = 0;
  return values.map((value) => (known = value ?? known));
}

function splitWhiteSpace(run: InlineRun): InlineRun[] {
  if (run.kind !== 'text' || run.formats === 0 || isCode(run)) return [run];
  const [, lead = '', core = '', trail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(run.value) ?? [];
  return [lead, core, trail].filter((value) => value !== '').map((value) => ({ ...run, value }));
}

/** `null` for what has no text of its own, and so no format of its own. */
function ownFormats(run: InlineRun): number | null {
  if (run.kind === 'text') return isCode(run) || /\S/u.test(run.value) ? run.formats : null;
  if (run.kind !== 'link') return null;
  const inner = run.runs.map(ownFormats).filter((formats) => formats !== null);
  return inner.length === 0 ? null : inner.reduce((shared, formats) => shared & formats) & allWrappers;
}

function joinPlacedText(placed: readonly Placed[]): Placed[] {
  const joined: Placed[] = [];
  for (const next of placed) {
    const previous = joined.at(-1);
    if (next.run.kind === 'text' && previous?.run.kind === 'text' && previous.formats === next.formats) {
      const run = { ...previous.run, value: previous.run.value + next.run.value };
      joined[joined.length - 1] = { run, formats: previous.formats };
    } else {
      joined.push(next);
    }
  }
  return joined;
}

function nest(placed: readonly Placed[], applied: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let index = 0;
  for (let item = placed[0]; item !== undefined; item = placed[index]) {
    const wrapper = longestWrapper(placed, index, applied);
    if (wrapper === null) {
      nodes.push(nodeOf(item, applied));
      index += 1;
    } else {
      const inside = placed.slice(index, wrapper.end);
      nodes.push({ type: wrapper.type, children: nest(inside, applied | inlineFormats[wrapper.type]) });
      index = wrapper.end;
    }
  }
  return nodes;
}

function longestWrapper(placed: readonly Placed[], start: number, applied: number) {
  let longest: { type: (typeof wrappers)[number]; end: number } | null = null;
  for (const type of wrappers) {
    const bit = inlineFormats[type];
    if ((applied & bit) !== 0) continue;
    let end = start;
    while (((placed[end]?.formats ?? 0) & bit) !== 0) end += 1;
    if (end > start && (longest === null || end > longest.end)) longest = { type, end };
  }
  return longest;
}

function nodeOf({ run }: Placed, applied: number): PhrasingContent {
  switch (run.kind) {
    case 'text':
      return { type: isCode(run) ? 'inlineCode' : 'text', value: run.value };
    case 'break':
      return { type: 'break' } satisfies Break;
    case 'node':
      return run.node;
    case 'link': {
      const inner = run.runs.map((child) => withoutFormats(child, applied));
      const children = nest(place(joinEqualRuns(inner)), 0) as Link['children'];
      return { type: 'link', title: run.title, url: run.url, children };
    }
  }
}

function withoutFormats(run: InlineRun, formats: number): InlineRun {
  return run.kind === 'text' ? { ...run, formats: run.formats & ~formats } : run;
}
