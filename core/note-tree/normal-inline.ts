/**
 * The normal form of what stands inside a block. Markdown can write each of these in one way only:
 * - marks nest as link, emphasis, strong, delete, and neighbours with the same marks are one;
 * - white space, line breaks, citations and footnote references never stand at the edge of a mark, nor white space
 *   and line breaks at the edge of a link or a block;
 * - text has no line breaks or control characters: a `break` is a new line, and HTML is the text it is written with;
 * - references to links and pictures defined elsewhere are resolved; a reference to a footnote that is not there
 *   is text.
 */
import type { Definition, FootnoteReference, Image, InlineCode, Link, PhrasingContent } from 'mdast';
import type { Node } from 'unist';
import type { Citation } from './note-tree.ts';

export interface InlineContext {
  /** Headings and cells of a table have one line: a break is a space there. */
  readonly singleLine: boolean;
  readonly inTable: boolean;
  /** The label that the note's own footnote of this identifier bears; `undefined` where there is no such footnote. */
  readonly footnoteLabel: (identifier: string) => string | undefined;
  readonly definition: (identifier: string) => Definition | undefined;
}

const markOrder = ['emphasis', 'strong', 'delete'] as const;
type Mark = (typeof markOrder)[number];
type Marks = ReadonlySet<Mark>;

type Solid = InlineCode | Image;
type Loose = Citation | FootnoteReference | { readonly type: 'break' };
type Piece =
  | { readonly kind: 'word' | 'space'; readonly value: string; readonly marks: Marks }
  | { readonly kind: 'solid'; readonly node: Solid; readonly marks: Marks }
  | { readonly kind: 'loose'; readonly node: Loose; readonly marks: Marks };
interface LinkPiece {
  readonly kind: 'link';
  readonly url: string;
  readonly title: string | null;
  readonly pieces: readonly Piece[];
}

const noMarks: Marks = new Set();

/** Never fails; what Markdown can't hold (an unknown node) comes out as its text. */
export function normalInline(nodes: readonly Node[], context: InlineContext): PhrasingContent[] {
  const parts = flatten(nodes, noMarks, context).flatMap((part): (Piece | LinkPiece)[] =>
    part.kind === 'link' ? splitLink(part) : [part],
  );
  return build(trimBlock(joinLinks(parts)));
}

/** Text that Markdown, JSON and print can hold: one line, whole characters, no control characters. */
export function plainLine(text: string): string {
  return text
    .replaceAll(/\r\n?|[\n\t]/gu, ' ')
    .replaceAll(/[\0-\x1f\x7f]/gu, '')
    .replaceAll(/\p{Surrogate}/gu, '�');
}

function words(text: string, marks: Marks): Piece[] {
  return (plainLine(text).match(/\s+|\S+/gu) ?? []).map((value) => ({
    kind: /\s/u.test(value) ? 'space' : 'word',
    value,
    marks,
  }));
}

interface InlineNode extends Node {
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly alt?: string | null;
  readonly url?: string;
  readonly title?: string | null;
  readonly identifier?: string;
  readonly label?: string | null;
}

function flatten(
  nodes: readonly Node[],
  marks: Marks,
  context: InlineContext,
  inLink = false,
): (Piece | LinkPiece)[] {
  return nodes.flatMap((node: InlineNode): (Piece | LinkPiece)[] => {
    const { value = '', children = [], alt, url = '', title, identifier = '' } = node;
    switch (node.type) {
      case 'emphasis':
      case 'strong':
      case 'delete':
        return flatten(children, new Set([...marks, node.type]), context, inLink);
      case 'inlineCode':
        return inlineCode(value, marks, context);
      case 'break':
        return context.singleLine ? words(' ', marks) : [{ kind: 'loose', node: { type: 'break' }, marks }];
      case 'citation':
        return [{ kind: 'loose', node: node as Citation, marks }];
      case 'footnoteReference':
        return [footnoteReference(node, marks, context)].flat();
      case 'link':
        return link(children, { url, title }, marks, context, inLink);
      case 'linkReference': {
        const target = context.definition(identifier);
        if (target === undefined) return flatten(children, marks, context, inLink);
        return link(children, target, marks, context, inLink);
      }
      case 'image':
        return image(alt, { url, title }, marks);
      case 'imageReference': {
        const target = context.definition(identifier);
        return target === undefined ? words(alt ?? '', marks) : image(alt, target, marks);
      }
      default:
        return children.length > 0 ? flatten(children, marks, context, inLink) : words(value, marks);
    }
  });
}

function inlineCode(value: string, marks: Marks, { inTable }: InlineContext): Piece[] {
  const line = plainLine(value);
  // In a table a bar is escaped even inside code, and a backslash before it can't be.
  if (line === '' || (inTable && line.includes('\\|'))) return words(line, marks);
  return [{ kind: 'solid', node: { type: 'inlineCode', value: line }, marks }];
}

function footnoteReference(
  { identifier = '', label }: InlineNode,
  marks: Marks,
  context: InlineContext,
): Piece | Piece[] {
  const known = context.footnoteLabel(identifier);
  if (known === undefined) return words(`[^${label ?? identifier}]`, marks);
  const node: FootnoteReference = {
    type: 'footnoteReference',
    identifier: known.toLowerCase(),
    label: known,
  };
  return { kind: 'loose', node, marks };
}

interface Target {
  readonly url: string;
  readonly title?: string | null | undefined;
}

function normalTarget({ url, title }: Target): { url: string; title: string | null } {
  // As browsers write them: what no address holds is percent-encoded.
  const address = plainLine(url)
    .trim()
    .replaceAll(/[\s<>\\^`{|}"]/gu, (character) => encodeURIComponent(character));
  return { url: address, title: plainLine(title ?? '') || null };
}

function image(alt: string | null | undefined, target: Target, marks: Marks): Piece[] {
  return [
    { kind: 'solid', node: { type: 'image', ...normalTarget(target), alt: plainLine(alt ?? '') }, marks },
  ];
}

function link(
  children: readonly Node[],
  target: Target,
  marks: Marks,
  context: InlineContext,
  inLink: boolean,
): (Piece | LinkPiece)[] {
  const inside = flatten(children, marks, context, true);
  if (inLink) return inside;
  const pieces = inside.filter((piece): piece is Piece => piece.kind !== 'link');
  return [{ kind: 'link', ...normalTarget(target), pieces }];
}

function isBlank(piece: Piece | LinkPiece | undefined): boolean {
  return piece?.kind === 'space' || (piece?.kind === 'loose' && piece.node.type === 'break');
}

function outerBlanks<P extends Piece | LinkPiece>(pieces: readonly P[]): { start: number; end: number } {
  let start = 0;
  let end = pieces.length;
  while (start < end && isBlank(pieces[start])) start += 1;
  while (end > start && isBlank(pieces[end - 1])) end -= 1;
  return { start, end };
}

/** Moves white space at the edges of a link out of it; a link around nothing is its address. */
function splitLink({ pieces, ...target }: LinkPiece): (Piece | LinkPiece)[] {
  const { start, end } = outerBlanks(pieces);
  const inside = pieces.slice(start, end);
  const core: readonly (Piece | LinkPiece)[] =
    inside.length > 0 ? [{ ...target, pieces: inside }] : words(target.url, noMarks);
  return [...pieces.slice(0, start), ...core, ...pieces.slice(end)];
}

/** Two links to one place with nothing between them are one. */
function joinLinks(pieces: readonly (Piece | LinkPiece)[]): (Piece | LinkPiece)[] {
  const joined: (Piece | LinkPiece)[] = [];
  for (const piece of pieces) {
    const previous = joined.at(-1);
    const same =
      piece.kind === 'link' &&
      previous?.kind === 'link' &&
      previous.url === piece.url &&
      previous.title === piece.title;
    if (same) joined[joined.length - 1] = { ...piece, pieces: [...previous.pieces, ...piece.pieces] };
    else joined.push(piece);
  }
  return joined;
}

/** No white space or line break at either end of a block, nor white space beside a line break. */
function trimBlock(pieces: readonly (Piece | LinkPiece)[]): (Piece | LinkPiece)[] {
  const { start, end } = outerBlanks(pieces);
  const inside = pieces.slice(start, end);
  const isBreak = (piece: Piece | LinkPiece | undefined) => isBlank(piece) && piece?.kind === 'loose';
  return inside.filter((piece, index) => {
    if (piece.kind !== 'space') return true;
    let before = index;
    let after = index;
    while (inside[before]?.kind === 'space') before -= 1;
    while (inside[after]?.kind === 'space') after += 1;
    return !isBreak(inside[before]) && !isBreak(inside[after]);
  });
}

function build(pieces: readonly (Piece | LinkPiece)[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let between: Piece[] = [];
  const flush = () => {
    result.push(...nest(between, 0));
    between = [];
  };
  for (const piece of pieces) {
    if (piece.kind !== 'link') {
      between.push(piece);
      continue;
    }
    flush();
    const { url, title } = piece;
    const node: Link = { type: 'link', url, title, children: [] };
    node.children = nest(piece.pieces, 0) as Link['children'];
    result.push(node);
  }
  flush();
  return mergeNeighbours(result);
}

/** Takes a mark off what is white space or a reference at its edges. */
function trimMark(pieces: readonly Piece[], mark: Mark): Piece[] {
  return pieces.map((piece, index) => {
    if (!piece.marks.has(mark) || piece.kind === 'word' || piece.kind === 'solid') return piece;
    if (holdsBefore(pieces, index, mark) && holdsAfter(pieces, index, mark)) return piece;
    return { ...piece, marks: new Set([...piece.marks].filter((other) => other !== mark)) };
  });
}

function holdsBefore(pieces: readonly Piece[], index: number, mark: Mark): boolean {
  for (let at = index - 1; pieces[at]?.marks.has(mark) === true; at -= 1) {
    if (pieces[at]?.kind === 'word' || pieces[at]?.kind === 'solid') return true;
  }
  return false;
}

function holdsAfter(pieces: readonly Piece[], index: number, mark: Mark): boolean {
  for (let at = index + 1; pieces[at]?.marks.has(mark) === true; at += 1) {
    if (pieces[at]?.kind === 'word' || pieces[at]?.kind === 'solid') return true;
  }
  return false;
}

function nest(inside: readonly Piece[], depth: number): PhrasingContent[] {
  const mark = markOrder[depth];
  if (mark === undefined) return mergeNeighbours(inside.map(leaf));
  // Only now: where an outer mark ends, this one has an edge too.
  const pieces = trimMark(inside, mark);
  const result: PhrasingContent[] = [];
  for (let at = 0; at < pieces.length;) {
    const marked = pieces[at]?.marks.has(mark) ?? false;
    let end = at;
    while (end < pieces.length && pieces[end]?.marks.has(mark) === marked) end += 1;
    const children = nest(pieces.slice(at, end), depth + 1);
    if (marked) result.push({ type: mark, children });
    else result.push(...children);
    at = end;
  }
  return mergeNeighbours(result);
}

function leaf(piece: Piece): PhrasingContent {
  return 'node' in piece ? piece.node : { type: 'text', value: piece.value };
}

function mergeNeighbours(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const previous = merged.at(-1);
    if (
      (node.type === 'text' && previous?.type === 'text') ||
      (node.type === 'inlineCode' && previous?.type === 'inlineCode')
    ) {
      merged[merged.length - 1] = { ...previous, value: previous.value + node.value };
    } else {
      merged.push(node);
    }
  }
  return merged;
}
