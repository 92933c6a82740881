import { describe, expect, it } from 'vitest';
import type { BlockContent, List, ListItem, PhrasingContent } from 'mdast';
import type { NoteBlock, NoteParagraph } from '../../../core/note-tree/note-tree.ts';
import { createNoteReader } from '../../../renderer/note-editor/note-adapter.ts';
import { createNoteEditor, header, roundTrip, showBlocks } from './round-trip.ts';
import { cite, paragraph, passageTarget, target, text } from './tree-samples.ts';

const item = (children: ListItem['children'], more: Partial<ListItem> = {}): ListItem => ({
  type: 'listItem',
  spread: false,
  checked: null,
  children,
  ...more,
});
const bullets = (...children: ListItem[]): List => ({
  type: 'list',
  ordered: false,
  start: null,
  spread: false,
  children,
});
const numbers = (start: number, ...children: ListItem[]): List => ({
  type: 'list',
  ordered: true,
  start,
  spread: false,
  children,
});
const p = (...children: PhrasingContent[]) => paragraph(...children) as NoteParagraph;
const code: BlockContent = { type: 'code', lang: 'ts', meta: 'title="x"', value: 'const a = 1;\n\n\tb();' };

const unchanged: [string, NoteBlock[]][] = [
  ['a paragraph', [p(text('One.'))]],
  ['two paragraphs', [p(text('One.')), p(text('Two.'))]],
  ['a paragraph that is comment', [{ ...p(text('Likely.')), data: { comment: true } }]],
  ['a paragraph with a portion mark', [{ ...p(text('Asks.')), data: { marking: 'official-sensitive' } }]],
  ['both marks', [{ ...p(text('Asks.')), data: { comment: true, marking: 'official' } }]],
  ...([1, 2, 3, 4, 5, 6] as const).map((depth): [string, NoteBlock[]] => [
    `a heading of depth ${String(depth)}`,
    [{ type: 'heading', depth, children: [text('Summary')] }],
  ]),
  ['an empty heading', [{ type: 'heading', depth: 2, children: [] }]],
  ['a heading with a citation', [{ type: 'heading', depth: 2, children: [text('Asks '), cite('A', 1)] }]],
  ['strong', [p(text('a '), { type: 'strong', children: [text('b')] }, text(' c'))]],
  ['emphasis', [p({ type: 'emphasis', children: [text('b')] })]],
  ['delete', [p({ type: 'delete', children: [text('b')] })]],
  ['inline code', [p(text('run '), { type: 'inlineCode', value: ' npm  start ' })]],
  [
    'emphasis inside strong',
    [
      p({
        type: 'strong',
        children: [text('a '), { type: 'emphasis', children: [text('b')] }, text(' c')],
      }),
    ],
  ],
  [
    'strong inside emphasis, which reaches further',
    [p({ type: 'emphasis', children: [text('a '), { type: 'strong', children: [text('b')] }] })],
  ],
  [
    'all formats at once',
    [
      p({
        type: 'strong',
        children: [
          {
            type: 'emphasis',
            children: [{ type: 'delete', children: [{ type: 'inlineCode', value: 'x' }] }],
          },
        ],
      }),
    ],
  ],
  [
    'a citation inside strong, with text on both sides',
    [p({ type: 'strong', children: [text('a '), cite('A', 1), text(' b')] })],
  ],
  ['a break', [p(text('one'), { type: 'break' }, text('two'))]],
  ['a link', [p({ type: 'link', url: 'https://x.test/a', title: null, children: [text('x')] })]],
  [
    'a link with a title, with strong in it, beside text',
    [
      p(
        text('see '),
        {
          type: 'link',
          url: 'mailto:a@x.test',
          title: 'Write',
          children: [text('to '), { type: 'strong', children: [text('us')] }],
        },
        text('.'),
      ),
    ],
  ],
  [
    'a link inside strong',
    [
      p({
        type: 'strong',
        children: [
          text('see '),
          { type: 'link', url: 'https://x.test', title: null, children: [text('this')] },
          text(' now'),
        ],
      }),
    ],
  ],
  [
    'a link around an image only',
    [
      p({
        type: 'link',
        url: 'x',
        title: null,
        children: [{ type: 'image', url: 'a.png', title: null, alt: 'A' }],
      }),
    ],
  ],
  ['a bullet list', [bullets(item([p(text('a'))]), item([p(text('b'))]))]],
  ['a numbered list from 3', [numbers(3, item([p(text('a'))]), item([p(text('b'))]))]],
  ['a spread list', [{ ...bullets(item([p(text('a'))]), item([p(text('b'))])), spread: true }]],
  ['an empty item', [bullets(item([]), item([p(text('b'))]))]],
  [
    'tasks done and not done, and one that is none',
    [
      bullets(
        item([p(text('a'))], { checked: true }),
        item([p(text('b'))], { checked: false }),
        item([p(text('c'))]),
      ),
    ],
  ],
  [
    'lists in lists',
    [
      bullets(
        item([p(text('a')), numbers(1, item([p(text('b')), bullets(item([p(text('c'))]))]))]),
        item([p(text('d'))]),
      ),
    ],
  ],
  ['a list that begins an item', [bullets(item([bullets(item([p(text('a'))]))]), item([p(text('b'))]))]],
  [
    'two lists of one kind in an item',
    [bullets(item([p(text('a')), bullets(item([p(text('b'))])), bullets(item([p(text('c'))]))]))],
  ],
  [
    'several blocks in one item',
    [
      numbers(
        1,
        item(
          [
            p(text('a')),
            p(text('b')),
            bullets(item([p(text('c'))])),
            { type: 'blockquote', children: [p(text('d'))] },
            code,
            p(text('e')),
          ],
          { spread: true },
        ),
        item([p(text('f'))]),
      ),
    ],
  ],
  ['an item that begins with code', [bullets(item([p(text('a'))]), item([code, p(text('b'))]))]],
  ['a comment inside an item', [bullets(item([{ ...p(text('a')), data: { comment: true } }]))]],
  [
    'two lists of one kind, one after the other',
    [bullets(item([p(text('a'))])), bullets(item([p(text('b'))]))],
  ],
  [
    'two numbered lists, each with its start',
    [numbers(1, item([p(text('a'))])), numbers(7, item([p(text('b'))]))],
  ],
  ['a bullet list before a numbered one', [bullets(item([p(text('a'))])), numbers(1, item([p(text('b'))]))]],
  [
    'a quotation of several blocks',
    [{ type: 'blockquote', children: [p(text('a')), p(text('b')), bullets(item([p(text('c'))]))] }],
  ],
  [
    'a quotation in a quotation',
    [{ type: 'blockquote', children: [{ type: 'blockquote', children: [p(text('a'))] }] }],
  ],
  ['an empty quotation', [{ type: 'blockquote', children: [] }]],
  ['code with language and meta', [code]],
  ['code without language', [{ type: 'code', lang: null, meta: null, value: 'a\n  b\n' }]],
  ['empty code', [{ type: 'code', lang: null, meta: null, value: '' }]],
  [
    'a table with alignment and a citation',
    [
      {
        type: 'table',
        align: [null, 'center', 'right', 'left'],
        children: [
          ['Who', 'What', 'When', 'Where'],
          ['EU', 'EVIPA', '', 'KL'],
        ].map((cells, index) => ({
          type: 'tableRow',
          children: cells.map((cell) => ({
            type: 'tableCell',
            children: [
              ...(cell === '' ? [] : [text(cell)]),
              ...(cell === 'EVIPA' ? [text(' '), cite('A', 12)] : []),
            ].reduce<PhrasingContent[]>(joinText, []),
          })),
          ...(index > 1 ? {} : {}),
        })),
      },
    ],
  ],
  ['a thematic break', [p(text('a')), { type: 'thematicBreak' }, p(text('b'))]],
  [
    'an own footnote',
    [
      p(text('a'), { type: 'footnoteReference', identifier: 'n1', label: 'N1' }),
      {
        type: 'footnoteDefinition',
        identifier: 'n1',
        label: 'N1',
        children: [p(text('Note.')), p(text('More.'))],
      },
    ],
  ],
  ['a citation', [p(text('Said. '), cite('B', 1), text(' Then.'))]],
  ['a citation of several paragraphs', [p({ type: 'citation', targets: [target('A', 5), target('B', 5)] })]],
  ['a citation of a passage', [p(text('x '), { type: 'citation', targets: [passageTarget] })]],
  [
    'html as a block and inside text',
    [{ type: 'html', value: '<aside>x</aside>' }, p(text('a'), { type: 'html', value: '<b>' }, text('c'))],
  ],
  [
    'images, references and definitions',
    [
      p(
        { type: 'image', url: 'a.png', title: 'T', alt: 'A' },
        text(' '),
        { type: 'imageReference', identifier: 'i', label: 'I', referenceType: 'full', alt: 'x' },
        text(' '),
        {
          type: 'linkReference',
          identifier: 'l',
          label: 'L',
          referenceType: 'collapsed',
          children: [text('L')],
        },
      ),
      { type: 'definition', identifier: 'l', label: 'L', url: 'https://x.test', title: null },
    ],
  ],
  [
    'right-to-left and other scripts',
    [p(text('محضر الاجتماع')), p(text('Đặng Thị Ngọc ẵ ỗ ự')), p(text('越南 日本語'))],
  ],
  ['a note without any block', []],
];

function joinText(nodes: PhrasingContent[], node: PhrasingContent): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type === 'text' && node.type === 'text')
    return [...nodes.slice(0, -1), text(last.value + node.value)];
  return [...nodes, node];
}

const normalised: [string, NoteBlock[], NoteBlock[]][] = [
  ['neighbouring text is one node, empty text none', [p(text('a'), text(''), text('b'))], [p(text('ab'))]],
  ['an empty paragraph is no paragraph', [p(), p(text('a'))], [p(text('a'))]],
  ['a soft line break is a space', [p(text('a\nb\r\n  c'))], [p(text('a b c'))]],
  [
    'spaces at the edges of a format lie outside it',
    [p(text('a'), { type: 'strong', children: [text(' b ')] }, text('c'))],
    [p(text('a '), { type: 'strong', children: [text('b')] }, text(' c'))],
  ],
  [
    'a citation at the edge of a format lies outside it',
    [p({ type: 'strong', children: [text('a'), cite('A', 1)] })],
    [p({ type: 'strong', children: [text('a')] }, cite('A', 1))],
  ],
  [
    'neighbouring strong is one',
    [p({ type: 'strong', children: [text('a')] }, { type: 'strong', children: [text('b')] })],
    [p({ type: 'strong', children: [text('ab')] })],
  ],
  [
    'strong is outside emphasis when both reach equally far',
    [p({ type: 'emphasis', children: [{ type: 'strong', children: [text('a')] }] })],
    [p({ type: 'strong', children: [{ type: 'emphasis', children: [text('a')] }] })],
  ],
  [
    'spaces and breaks at the edges go',
    [p(text(' a '), { type: 'break' }, text(' b '), { type: 'break' })],
    [p(text('a'), { type: 'break' }, text('b'))],
  ],
  [
    'a break in a heading is a space',
    [{ type: 'heading', depth: 2, children: [text('a'), { type: 'break' }, text('b')] }],
    [{ type: 'heading', depth: 2, children: [text('a b')] }],
  ],
  ['a link around nothing goes', [p(text('a'), { type: 'link', url: 'x', children: [] })], [p(text('a'))]],
  [
    'missing fields are set',
    [{ type: 'list', children: [{ type: 'listItem', children: [p(text('a'))] }] }],
    [bullets(item([p(text('a'))]))],
  ],
  [
    'rows of a table are of one length',
    [
      {
        type: 'table',
        children: [
          { type: 'tableRow', children: [{ type: 'tableCell', children: [text('a')] }] },
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', children: [text('b')] },
              { type: 'tableCell', children: [text('c')] },
            ],
          },
        ],
      },
    ],
    [
      {
        type: 'table',
        align: [null, null],
        children: [
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', children: [text('a')] },
              { type: 'tableCell', children: [] },
            ],
          },
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', children: [text('b')] },
              { type: 'tableCell', children: [text('c')] },
            ],
          },
        ],
      },
    ],
  ],
  [
    'two paragraphs in an item are parted by a blank line',
    [bullets(item([p(text('a')), p(text('b'))]))],
    [bullets(item([p(text('a')), p(text('b'))], { spread: true }))],
  ],
  [
    'places in a file are forgotten',
    [p({ ...cite('A', 1), position: { start: { line: 1, column: 1 }, end: { line: 1, column: 6 } } })],
    [p(cite('A', 1))],
  ],
];

describe('the note through the editor and back', () => {
  const editor = createNoteEditor();

  it.each(unchanged)('keeps %s', (_, blocks) => {
    expect(roundTrip(editor, blocks)).toEqual(blocks);
  });

  it.each(normalised)('%s', (_, blocks, expected) => {
    expect(roundTrip(editor, blocks)).toEqual(expected);
    expect(roundTrip(editor, expected)).toEqual(expected);
  });
});

describe('reading the note again', () => {
  it('converts only what changed, and all of it after a step back', () => {
    const editor = createNoteEditor();
    const reader = createNoteReader(editor);
    showBlocks(editor, [p(text('One.')), p(text('Two.'))]);
    const [, one, two] = reader.read(header).children;
    editor.update(
      () => {
        const last = editor.getEditorState()._nodeMap;
        for (const node of last.values()) {
          if (node.getType() === 'text' && node.getTextContent() === 'Two.') node.selectNext();
        }
      },
      { discrete: true },
    );
    expect(reader.read(header).children[1]).toBe(one);
    expect(reader.read(header).children[2]).toEqual(two);
    showBlocks(editor, [p(text('Three.'))]);
    expect(reader.read(header).children.slice(1)).toEqual([p(text('Three.'))]);
    reader.stop();
  });
});
