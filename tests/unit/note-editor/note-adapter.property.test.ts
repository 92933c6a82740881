import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { BlockContent, List, PhrasingContent, Root, RootContent } from 'mdast';
import type { Citation, NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { withoutPosition } from '../../../renderer/note-editor/inline-runs.ts';
import { createNoteEditor, roundTrip } from './round-trip.ts';
import { cite } from './tree-samples.ts';

vi.setConfig({ testTimeout: 60_000 }); // milliseconds, for many notes on a busy computer

/** Words with every sort of space and letter that trips an editor; often empty or blank. */
const words = fc.oneof(
  fc.constantFrom('', ' ', 'one', ' two', 'three ', 'a\nb', 'ẵ ỗ', 'محضر', '“q”.', '*x*', '\u00a0'),
  fc.string({ maxLength: 6 }),
);

const { phrasing } = fc.letrec<{ phrasing: PhrasingContent[]; inline: PhrasingContent }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((value): PhrasingContent => ({ type: 'text', value })),
    words.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
    fc.integer({ min: 1, max: 30 }).map((number): PhrasingContent => cite('A', number)),
    fc
      .constantFrom({ prefix: 'see' }, { suffix: 'emphasis added' }, { prefix: 'but cf.', suffix: '(“q”)' })
      .map((affixes): PhrasingContent => ({ ...cite('B', 3), ...affixes })),
    fc.constant<PhrasingContent>({ type: 'break' }),
    fc.constant<PhrasingContent>({ type: 'html', value: '<b>' }),
    fc.constant<PhrasingContent>({ type: 'footnoteReference', identifier: 'n', label: 'n' }),
    fc
      .tuple(fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const), tie('phrasing'))
      .map(([type, children]): PhrasingContent => ({ type, children })),
    fc
      .tuple(fc.constantFrom('https://x.test/1', 'https://x.test/2'), fc.array(words, { maxLength: 2 }))
      .map(([url, texts]): PhrasingContent => ({
        type: 'link',
        url,
        title: null,
        children: texts.map((value) => ({ type: 'text', value })),
      })),
  ),
  phrasing: fc.array(tie('inline'), { maxLength: 5 }),
}));

const { block } = fc.letrec<{ block: BlockContent; blocks: BlockContent[]; list: List }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(phrasing, fc.boolean(), fc.constantFrom(undefined, 'official'))
      .map(([children, comment, marking]): BlockContent => {
        const data = { ...(comment ? { comment } : {}), ...(marking === undefined ? {} : { marking }) };
        return { type: 'paragraph', children, ...(Object.keys(data).length === 0 ? {} : { data }) };
      }),
    fc
      .tuple(fc.constantFrom(1 as const, 2 as const, 6 as const), phrasing)
      .map(([depth, children]): BlockContent => ({ type: 'heading', depth, children })),
    tie('list'),
    tie('blocks').map((children): BlockContent => ({ type: 'blockquote', children })),
    fc
      .tuple(fc.constantFrom(null, 'ts'), fc.string({ maxLength: 12 }))
      .map(([lang, value]): BlockContent => ({ type: 'code', lang, meta: null, value })),
    fc
      .array(fc.array(phrasing, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map((rows): BlockContent => ({
        type: 'table',
        align: [null, 'center'],
        children: rows.map((cells) => ({
          type: 'tableRow',
          children: cells.map((children) => ({ type: 'tableCell', children })),
        })),
      })),
    fc.constant<BlockContent>({ type: 'thematicBreak' }),
    fc.constant<BlockContent>({ type: 'html', value: '<hr>' }),
  ),
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  list: fc
    .tuple(
      fc.option(fc.integer({ min: 0, max: 9 })),
      fc.boolean(),
      fc.array(fc.tuple(fc.option(fc.boolean()), fc.boolean(), tie('blocks')), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([start, spread, items]) => ({
      type: 'list',
      ordered: start !== null,
      start,
      spread,
      children: items.map(([checked, itemSpread, children]) => ({
        type: 'listItem',
        spread: itemSpread,
        checked,
        children,
      })),
    })),
}));

const blocks = fc.array(block, { maxLength: 4 }) as fc.Arbitrary<NoteBlock[]>;

function leaves(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) => ('children' in node ? leaves(node.children as RootContent[]) : [node]));
}

/** All text without any white space: what no normal form may change. */
function lettersOf(nodes: readonly RootContent[]): string {
  return leaves(nodes)
    .map((leaf) => ('value' in leaf ? leaf.value : ''))
    .join('')
    .replace(/\s/gu, '');
}

function citationsOf(nodes: readonly RootContent[]): Citation[] {
  return leaves(nodes).filter((leaf) => leaf.type === 'citation');
}

describe('any tree, through the editor and back', () => {
  const editor = createNoteEditor();

  it(
    'is the same when it is in normal form, and loses no letter, citation or node on the way into it',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(blocks, (tree) => {
          const normal = roundTrip(editor, tree);
          expect(roundTrip(editor, normal)).toEqual(normal);
          expect(lettersOf(normal)).toBe(lettersOf(tree));
          expect(citationsOf(normal)).toEqual(citationsOf(tree));
          const count = (nodes: NoteBlock[], type: string) =>
            leaves(nodes).filter((leaf) => leaf.type === type).length;
          for (const type of ['thematicBreak', 'html', 'footnoteReference', 'code']) {
            expect(count(normal, type)).toBe(count(tree, type));
          }
        }),
        { numRuns: 1500 },
      );
    },
  );

  it('comes back from Markdown in the same normal form', { timeout: 60_000 }, () => {
    const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkStringify);
    const parse = (text: string) =>
      markdown.parse(text).children.map((node) => withoutPosition(node)) as NoteBlock[];
    const safeText = fc.constantFrom('one', 'two words', 'Three.', 'Đặng ẵ', 'x y z');
    const inline = fc.oneof(
      safeText.map((value): PhrasingContent => ({ type: 'text', value })),
      safeText.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
      fc
        .tuple(fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const), safeText)
        .map(([type, value]): PhrasingContent => ({ type, children: [{ type: 'text', value }] })),
      safeText.map((value): PhrasingContent => ({
        type: 'link',
        url: 'https://x.test',
        title: null,
        children: [{ type: 'text', value }],
      })),
    );
    // Parts stand apart, as words do; `a*b*c` is the exporter's to escape.
    const spaced = fc
      .array(inline, { minLength: 1, maxLength: 4 })
      .map((nodes) =>
        nodes.flatMap((node, index): PhrasingContent[] =>
          index === 0 ? [node] : [{ type: 'text', value: ' ' }, node],
        ),
      );
    const simple = fc.oneof(
      spaced.map((children): NoteBlock => ({ type: 'paragraph', children })),
      spaced.map((children): NoteBlock => ({ type: 'heading', depth: 2, children })),
      fc
        .tuple(fc.boolean(), fc.array(spaced, { minLength: 1, maxLength: 3 }))
        .map(([ordered, items]): NoteBlock => ({
          type: 'list',
          ordered,
          start: ordered ? 1 : null,
          spread: false,
          children: items.map((children) => ({
            type: 'listItem',
            spread: false,
            checked: null,
            children: [{ type: 'paragraph', children }],
          })),
        })),
      spaced.map((children): NoteBlock => ({
        type: 'blockquote',
        children: [{ type: 'paragraph', children }],
      })),
      fc.constant<NoteBlock>({ type: 'thematicBreak' }),
    );
    fc.assert(
      fc.property(fc.array(simple, { minLength: 1, maxLength: 4 }), (tree) => {
        const normal = roundTrip(editor, tree);
        const text = markdown.stringify({ type: 'root', children: normal } as Root);
        expect(roundTrip(editor, parse(text))).toEqual(normal);
        expect(parse(text)).toEqual(normal);
      }),
      { numRuns: 300 },
    );
  });
});
