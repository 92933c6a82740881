/**
 * What a paragraph bears beside its text: its own marking in front, `(OFFICIAL) `, and at its end `{.comment}`.
 * Where the marking is no level of the note's scheme it stands at the end too, `{.comment marking=restricted}`,
 * so that it is never lost. In pandoc's flavour an empty span carries it, `[]{.comment}`, which prints nothing.
 * The same words escaped, or standing anywhere else, are text.
 */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Nodes, Root } from 'mdast';
import type { Handle, Unsafe } from 'mdast-util-to-markdown';
import type { Extension } from 'micromark-util-types';
import type { MarkingScheme } from '../../dossier/marking.ts';
import type { BlockMarks, NoteBlock, NoteParagraph } from '../note-tree.ts';
import { shortConstruct } from './short-construct.ts';

/** Only between tokens and tree, and between tree and text: never in a note. */
interface BlockMarkNode {
  readonly type: 'blockMark';
  value: string;
}

const key = "[A-Za-z0-9%._~!*'()-]{1,200}";
const trailing = new RegExp(`^(?:\\[\\])?\\{(?:(\\.comment)(?: marking=(${key}))?|marking=(${key}))\\}$`);

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

function portionWords(scheme: MarkingScheme): string {
  return scheme.levels.map(({ portion }) => escapeRegExp(portion)).join('|');
}

/** For a scheme without levels no bracket is a marking. */
export function blockMarkSyntax(scheme: MarkingScheme): Extension {
  const attributes = shortConstruct('noteBlockMark', {
    stem: /^(?:\[\]?)?(?:\{[^{}\\`]{0,240})?$/,
    whole: trailing,
  });
  if (scheme.levels.length === 0) return { text: { 123: attributes, 91: attributes } };
  const longest = Math.max(...scheme.levels.map(({ portion }) => portion.length)) + 3;
  const portion = shortConstruct('noteBlockMark', {
    stem: new RegExp(`^\\(.{0,${String(longest)}}$`, 'u'),
    whole: new RegExp(`^\\((?:${portionWords(scheme)})\\) $`, 'u'),
  });
  return { text: { 123: attributes, 91: attributes, 40: portion } };
}

export const blockMarkFromMarkdown: FromMarkdownExtension = {
  enter: {
    noteBlockMark(token) {
      const node: BlockMarkNode = { type: 'blockMark', value: this.sliceSerialize(token) };
      this.enter(node as unknown as Nodes & { type: 'text' }, token);
    },
  },
  exit: {
    noteBlockMark(token) {
      this.exit(token);
    },
  },
};

/** Turns the marks of each paragraph into its data, and what stands where no mark can stand back into text. */
export function readBlockMarks(tree: Root, scheme: MarkingScheme): void {
  const pending: { children?: unknown[]; type: string }[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'paragraph') takeMarks(node as unknown as NoteParagraph, scheme);
    const children = (node.children ?? []) as (typeof pending)[number][];
    for (const child of children) if (child.type === 'blockMark') child.type = 'text';
    pending.push(...children);
  }
}

function takeMarks(paragraph: NoteParagraph, scheme: MarkingScheme): void {
  const children = paragraph.children as ({ type: string } & Partial<BlockMarkNode>)[];
  const marks: BlockMarks = {};
  const first = children[0];
  if (first?.type === 'blockMark' && first.value?.startsWith('(') === true) {
    const words = first.value.slice(1, -2);
    const level = scheme.levels.find(({ portion }) => portion === words);
    if (level !== undefined) {
      marks.marking = level.key;
      children.shift();
    }
  }
  const last = children.at(-1);
  const match = last?.type === 'blockMark' ? trailing.exec(last.value ?? '') : null;
  if (match !== null) {
    children.pop();
    if (match[1] !== undefined) marks.comment = true;
    const written = match[2] ?? match[3];
    if (written !== undefined && marks.marking === undefined) marks.marking = decodeKey(written);
  }
  if (Object.keys(marks).length > 0) paragraph.data = marks;
}

function decodeKey(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** The same blocks with their marks as nodes that `blockMarkHandler` writes. The blocks given are left as they are. */
export function writeBlockMarks(
  blocks: readonly NoteBlock[],
  scheme: MarkingScheme,
  flavour: 'chancery' | 'pandoc',
): NoteBlock[] {
  return blocks.map((block): NoteBlock => {
    if (block.type === 'paragraph') return withMarks(block, scheme, flavour);
    if (!('children' in block)) return block;
    const children = writeBlockMarks(block.children as NoteBlock[], scheme, flavour);
    return { ...block, children } as unknown as NoteBlock;
  });
}

function withMarks(
  paragraph: NoteParagraph,
  scheme: MarkingScheme,
  flavour: 'chancery' | 'pandoc',
): NoteParagraph {
  const { comment, marking } = paragraph.data ?? {};
  // Two levels may share their words: then only the first of them can be written so.
  const level = scheme.levels.find((candidate) => candidate.key === marking);
  const readable =
    level !== undefined && scheme.levels.find(({ portion }) => portion === level.portion) === level;
  const attributes = [
    ...(comment === true ? ['.comment'] : []),
    ...(marking === undefined || readable ? [] : [`marking=${encodeURIComponent(marking)}`]),
  ];
  const before: BlockMarkNode[] = readable ? [{ type: 'blockMark', value: `(${level.portion}) ` }] : [];
  const span = flavour === 'pandoc' ? '[]' : '';
  const after: BlockMarkNode[] =
    attributes.length > 0 ? [{ type: 'blockMark', value: ` ${span}{${attributes.join(' ')}}` }] : [];
  const children = [...before, ...paragraph.children, ...after] as unknown as NoteParagraph['children'];
  return { type: 'paragraph', children };
}

export const blockMarkHandler: Handle = (node: BlockMarkNode) => node.value;

/** Text that reads like a mark is escaped where it would be taken for one. */
export function blockMarkUnsafe(scheme: MarkingScheme): Unsafe[] {
  const attributes: Unsafe = {
    character: '{',
    after: `(?:\\.comment|marking=)[^{}\\r\\n]*\\}`,
    inConstruct: 'phrasing',
  };
  if (scheme.levels.length === 0) return [attributes];
  return [
    attributes,
    { character: '(', atBreak: true, after: `(?:${portionWords(scheme)})\\) `, inConstruct: 'phrasing' },
  ];
}
