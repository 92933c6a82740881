// @vitest-environment happy-dom
/** Faults that editing at random found, each once: what was lost, or what threw. */
import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  PASTE_COMMAND,
} from 'lexical';
import type { BlockContent, List, PhrasingContent, Table } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { EditorActionName } from '../../../core/editor-actions.ts';
import type { NoteBlock } from '../../../core/note-tree/note-tree.ts';
import { $insertCitation } from '../../../renderer/note-editor/insert-citation.ts';
import { runEditorAction } from '../../../renderer/note-editor/run-editor-action.ts';
import { sketch } from './random/what-is-said.ts';
import { readBlocks } from './round-trip.ts';
import { cite, paragraph, target, text } from './tree-samples.ts';
import { createWholeEditor } from './whole-editor.ts';

/** Children of the root, then of that, and so on; then the offset in the last. */
type Place = readonly [path: readonly number[], offset: number];

const p = (...children: PhrasingContent[]) => paragraph(...children) as BlockContent;
const rule: BlockContent = { type: 'thematicBreak' };
const code = (value: string): BlockContent => ({ type: 'code', lang: null, meta: null, value });
const quote = (...children: BlockContent[]): BlockContent => ({ type: 'blockquote', children });
const heading = (value: string): BlockContent => ({ type: 'heading', depth: 2, children: [text(value)] });
const list = (...items: BlockContent[][]): List => ({
  type: 'list',
  ordered: false,
  start: null,
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, checked: null, children })),
});
const table = (...rows: PhrasingContent[][]): Table => ({
  type: 'table',
  align: (rows[0] ?? []).map(() => null),
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })),
  })),
});
const link = (value: string): PhrasingContent => ({
  type: 'link',
  url: 'https://x.test/',
  title: null,
  children: [text(value)],
});

function $nodeAt(path: readonly number[]): LexicalNode {
  return path.reduce<LexicalNode>((node, index) => {
    const child = $isElementNode(node) ? node.getChildAtIndex(index) : null;
    if (child === null) throw new Error(`there is nothing at ${path.join('/')}`);
    return child;
  }, $getRoot());
}

const act = (name: EditorActionName) => (editor: LexicalEditor) => {
  runEditorAction(editor, name);
};
const write = (letters: string) => (editor: LexicalEditor) => {
  for (const letter of letters) {
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, letter);
    editor.update(() => undefined, { discrete: true });
  }
};
/** As a key does it: all that it leads to is one update. */
const deleting = (isBackward: boolean) => (editor: LexicalEditor) => {
  editor.update(() => {
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward);
  });
};
const backspace = deleting(true);
const deleteKey = deleting(false);
const citeHere = (editor: LexicalEditor) => {
  editor.update(() => {
    $insertCitation([target('A', 9)]);
  });
};
const paste = (type: string, value: string) => (editor: LexicalEditor) => {
  const event = new ClipboardEvent('paste', { cancelable: true });
  const getData = (wanted: string) => (wanted === type ? value : '');
  Object.defineProperty(event, 'clipboardData', { value: { types: [type], files: [], items: [], getData } });
  editor.dispatchCommand(PASTE_COMMAND, event);
};

type Row = readonly [
  what: string,
  before: readonly BlockContent[],
  selection: readonly [anchor: Place, focus?: Place],
  act: (editor: LexicalEditor) => unknown,
  after: string,
];

const rows: Record<string, readonly Row[]> = {
  'changing the kind of a block': [
    [
      'in the middle of a list keeps what stands below it in its item',
      [list([p(text('a')), rule, p(text('b'))], [p(text('c'))])],
      [[[0, 0, 0], 0]],
      act('heading-2'),
      'h(a) <rule> p(b) list(li(p(c)))',
    ],
    [
      'in the middle of a list keeps the items around it',
      [list([p(text('a'))], [p(text('b'), cite('A', 1))], [p(text('c'))])],
      [[[0, 1, 0], 0]],
      act('paragraph'),
      'list(li(p(a))) p(b {A.1}) list(li(p(c)))',
    ],
    [
      'in a nested list keeps the lists around it',
      [list([p(text('a')), list([p(text('b'))], [p(text('c'))]), p(text('d'))], [p(text('e'))])],
      [[[0, 1, 0, 0, 0], 0]],
      act('heading-1'),
      'list(li(p(a))) h(b) list(li(p(c))) p(d) list(li(p(e)))',
    ],
    [
      'leaves a dividing line between two paragraphs that become a list',
      [p(text('a')), rule, p(text('b'))],
      [
        [[0, 0], 0],
        [[2, 0], 1],
      ],
      act('bullet-list'),
      'list(li(p(a))) <rule> list(li(p(b)))',
    ],
    [
      'of one item leaves a table in the item above where it is',
      [list([p(text('a')), table([text('x')])], [p(text('b'))])],
      [[[0, 2, 0], 0]],
      act('bullet-list'),
      'list(li(p(a) table(tr(td(x))))) p(b)',
    ],
    [
      'into a quotation, selected from below, keeps the order and the line between',
      [p(text('a')), rule, heading('b')],
      [
        [[2, 0], 1],
        [[0, 0], 0],
      ],
      act('quotation'),
      'quote(p(a) <rule> h(b))',
    ],
    [
      'takes a quotation within an item apart and keeps its blocks in the item',
      [list([p(text('a')), quote(p(text('b')), heading('c'))])],
      [[[0, 1, 0, 0, 0], 0]],
      act('quotation'),
      'list(li(p(a) p(b) h(c)))',
    ],
  ],
  'a caret beside a block within an item': [
    [
      'gets a line to write on',
      [list([p(text('a')), rule])],
      [[[0, 1], 1]],
      write('b'),
      'list(li(p(a) <rule> p(b)))',
    ],
    ['before it begins the item', [list([rule])], [[[0, 0], 0]], write('b'), 'list(li(p(b) <rule>))'],
    [
      'can be cited at',
      [list([p(text('a')), rule])],
      [[[0, 1], 1]],
      citeHere,
      'list(li(p(a) <rule> p({A.9})))',
    ],
    [
      'can break a line',
      [list([p(text('a')), code('x')])],
      [[[0, 1], 1]],
      (editor) => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false),
      'list(li(p(a) code(x\n)))',
    ],
  ],
  deleting: [
    [
      'from an item into a link elsewhere keeps what is not selected',
      [list([p(text('ab'))]), p(link('one'), cite('A', 1))],
      [
        [[0, 0, 0], 1],
        [[1, 0, 0], 2],
      ],
      backspace,
      'list(li(p(a link(e) {A.1})))',
    ],
    [
      'from an item to the second text of another does not throw',
      [heading('x'), list([p(cite('A', 1), text('seven'))])],
      [
        [[0, 0], 1],
        [[1, 0, 1], 2],
      ],
      backspace,
      'h(xven)',
    ],
    [
      'a word goes as far as the citation',
      [p(text('a '), { type: 'strong', children: [text('bo')] }, text('ld'), cite('A', 1))],
      [[[0, 1], 0]],
      (editor) => editor.dispatchCommand(DELETE_WORD_COMMAND, false),
      'p(a· {A.1})',
    ],
    [
      'a citation behind "- " makes no list',
      [p(text('- '), cite('A', 1), text('a'))],
      [[[0, 2], 0]],
      backspace,
      'p(-·a)',
    ],
    [
      'before a quotation goes into it',
      [quote(p(text('a')), p(cite('A', 1)))],
      [[[], 0]],
      deleteKey,
      'quote(p(a) p({A.1}))',
    ],
    [
      'from a table to the text below it leaves the table whole',
      [table([text('a'), text('b')], [text('c'), text('d')]), p(text('below'))],
      [
        [[0, 0], 2],
        [[1, 0], 2],
      ],
      backspace,
      'table(tr(td(a) td(b)) tr(td(c) td(d))) p(low)',
    ],
    [
      'from one table into another leaves both',
      [table([text('a')], [text('b')]), p(text('between')), table([text('c')], [text('d')])],
      [
        [[2, 0, 0, 0, 0], 1],
        [[0, 1, 0, 0, 0], 0],
      ],
      backspace,
      'table(tr(td(a)) tr(td(b))) table(tr(td(c)) tr(td(d)))',
    ],
    [
      'a line before a citation into code leaves the citation',
      [code('x'), p(text('a'), cite('A', 1))],
      [[[1, 0], 0]],
      backspace,
      'code(xa) p({A.1})',
    ],
  ],
  pasting: [
    [
      'code before a citation leaves the citation',
      [p(text('a'), cite('A', 1))],
      [[[0, 0], 1]],
      paste('text/html', '<p>x</p><pre>y</pre>'),
      'p(ax) code(y) p({A.1})',
    ],
    [
      'a citation into code is its words',
      [code('x')],
      [[[0, 0], 1]],
      paste('text/plain', 'A ¶1'),
      'code(xA ¶1)',
    ],
    [
      'a table into a cell covers no other words',
      [table([text('a'), text('b')])],
      [[[0, 0, 0, 0, 0], 1]],
      paste('text/html', '<table><tr><td>r</td><td>s</td></tr></table>'),
      'table(tr(td(ar·s) td(b)))',
    ],
    [
      'a table into empty cells fills them',
      [table([cite('A', 1), text(' ')])],
      [[[0, 0, 1, 0], 0]],
      paste('text/html', '<table><tr><td>r</td></tr></table>'),
      'table(tr(td({A.1}) td(r)))',
    ],
    [
      'a dividing line into a cell does not go round in circles',
      [table([text('ab')])],
      [[[0, 0, 0, 0, 0], 1]],
      paste('text/html', '<div>c<hr>d</div>'),
      'table(tr(td(ac·db)))',
    ],
  ],
  'what is typed as Markdown': [
    [
      'makes no code of a line with a citation',
      [p(text('``` '), cite('A', 1))],
      [[[0, 0], 3]],
      write(' '),
      'p(```·· {A.1})',
    ],
    [
      'keeps the mark of the paragraph',
      [{ ...paragraph(text('a')), data: { comment: true } } as BlockContent],
      [[[0, 0], 0]],
      write('- '),
      'list(li(p*(a)))',
    ],
  ],
  'a table': [
    [
      'gets a column where the selection reaches out of it',
      [table([text('a')]), p(text('b'))],
      [
        [[0, 0, 0, 0, 0], 0],
        [[1, 0], 1],
      ],
      act('column-after'),
      'table(tr(td(a) td())) p(b)',
    ],
  ],
};

describe.each(Object.entries(rows))('%s', (_, cases) => {
  it.each(cases)('%s', (_what, before, [anchor, focus = anchor], $act, after) => {
    const { editor, stop } = createWholeEditor(before as NoteBlock[], () => undefined);
    editor.update(() => undefined, { discrete: true });
    editor.update(
      () => {
        const selection = $createRangeSelection();
        for (const [point, [path, offset]] of [
          [selection.anchor, anchor],
          [selection.focus, focus],
        ] as const) {
          const node = $nodeAt(path);
          point.set(node.getKey(), offset, $isElementNode(node) ? 'element' : 'text');
        }
        $setSelection(selection);
      },
      { discrete: true },
    );
    $act(editor);
    for (let round = 0; round < 2; round += 1) editor.update(() => undefined, { discrete: true });
    expect(sketch(readBlocks(editor))).toBe(after);
    stop();
  });
});
