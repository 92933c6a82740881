import { describe, expect, it } from 'vitest';
import { importMarkdown } from '../../../core/importers/markdown/import-markdown.ts';
import { utf8 } from './import-for-test.ts';
import { importedFile, sampleFile, shownParagraph } from './shown-paragraphs.ts';

const read = (markdown: string) => {
  const result = importMarkdown(utf8(markdown), 'a.md');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

it('reads what pandoc writes', async () => {
  const { title, metadata, paragraphs } = await importedFile(sampleFile('pandoc.md'), 'report.md');
  expect(title).toBe('Note on the talks at Brod');
  expect(metadata).toEqual({
    type: 'document',
    title: 'Note on the talks at Brod',
    author: [{ literal: 'Ana Petrović' }, { literal: 'Trade desk' }],
    issued: { 'date-parts': [[2025, 7, 14]] },
    language: 'en-GB',
  });
  expect(paragraphs.map(shownParagraph)).toMatchInlineSnapshot(`
    [
      "heading: Summary",
      "text: The two sides agreed on three points¹ and left two open. See the statement and https://example.org/annex. [the statement](https://gazette.example/documents/joint-statement.pdf) [https://example.org/annex](https://example.org/annex)",
      "item: Goods pass from 1 August.",
      "item: Travellers pass later:",
      "item: by bus first,",
      "item: on foot after that.",
      "quote: Nobody won today, and that is why it will last.",
      "table: Year	North	South",
      "table: 2023	412	377",
      "table: 2024	96",
      "text: Trade through Brod",
      "text: Term What it means here.",
      "text: first line",
      "text: second line",
      "item: Duties, the bridge, and the commission.",
    ]
  `);
});

describe('paragraphs', () => {
  it.each<[string, string, string[]]>([
    ['headings of both kinds', '# A *b*\n\nC\n---\nd', ['heading: A b', 'heading: C', 'text: d']],
    ['lines of a paragraph are one', 'a\nb  \nc\\\nd', ['text: a b c d']],
    [
      'items, nested and loose',
      '- a\n\n  b\n- c\n  1. d\n- [x] e',
      ['item: a', 'text: b', 'item: c', 'item: d', 'item: e'],
    ],
    ['quotations, with all that is in them', '> # a\n> b\n>\n> - c', ['quote: a', 'quote: b', 'quote: c']],
    [
      'tables',
      '|A|B|\n|-|-|\n|1|[2](https://x.example)|\n||3|',
      ['table: A\tB', 'table: 1\t2 [2](https://x.example/)', 'table: 3'],
    ],
    ['code, line by line', '```\na\n\n  b\n```\n\n    c', ['text: a', 'text: b', 'text: c']],
    [
      'raw HTML as it is written',
      '<div onclick="x()">\n<b>a</b>\n</div>\n\nb <script>c</script>',
      ['text: <div onclick="x()">', 'text: <b>a</b>', 'text: </div>', 'text: b <script>c</script>'],
    ],
    ['no comments', '<!-- a\nb -->\n\nc<!-- d -->e', ['text: ce']],
    ['a break in a cell', '|a<br>b|c|\n|-|-|', ['table: a b\tc']],
    [
      'links, by definition too',
      '[a](https://x.example) <https://y.example> [b][r] [c][r]\n\n[r]: mailto:r@x.example',
      [
        'text: a https://y.example b c [a](https://x.example/) [https://y.example](https://y.example/) [b](mailto:r@x.example) [c](mailto:r@x.example)',
      ],
    ],
    ['no links that are scripts or relative', '[a](javascript:x) [b](c.md) [c](#d)', ['text: a b c']],
    [
      'marks of notes',
      'In 2025[^3] and[^x].\n\n[^3]: a\n[^x]: b',
      ['text: In 2025³ and[x].', 'item: a', 'item: b'],
    ],
    ['strikethrough, emphasis and code are their text', '~~a~~ **b** _c_ `d`', ['text: a b c d']],
    ['pictures leave nothing', 'a ![b](c.png) d', ['text: a d']],
    ['leftovers', 'They met.\n\nShare', ['text: They met.', '~text: Share']],
    ['Windows line ends', 'a\r\n\r\nb', ['text: a', 'text: b']],
  ])('%s', (_, markdown, expected) => {
    expect(read(markdown).paragraphs.map(shownParagraph)).toEqual(expected);
  });
});

describe('front matter', () => {
  it.each<[string, string, Record<string, unknown>, string[]]>([
    [
      'is metadata, and what it says beyond that leftovers',
      'title: A\nauthor: {name: B}\ndate: 2025-07\nlang: VI\nsummary: c',
      {
        type: 'document',
        title: 'A',
        author: [{ literal: 'B' }],
        issued: { 'date-parts': [[2025, 7]] },
        language: 'vi',
      },
      ['~text: summary: c', 'text: d'],
    ],
    [
      'of the wrong kind is ignored',
      'title: [A]\nauthor: [1, {x: y}, B]\ndate: yesterday\nlang: "?"\nurl: javascript:x',
      { type: 'document', author: [{ literal: '1' }, { literal: 'B' }] },
      ['text: d'],
    ],
    [
      'that is no mapping is text between two rules',
      'They met.',
      { type: 'document', title: 'They met.' },
      ['heading: They met.', 'text: d'],
    ],
    [
      'with aliases, which can grow without end, is text',
      'a: &a b\nc: *a',
      { type: 'document', title: 'a: &a b c: *a' },
      ['heading: a: &a b c: *a', 'text: d'],
    ],
  ])('%s', (_, yaml, metadata, paragraphs) => {
    const document = read(`---\n${yaml}\n---\nd`);
    expect(document.metadata).toEqual(metadata);
    expect(document.paragraphs.map(shownParagraph)).toEqual(paragraphs);
  });
});

describe('hostile texts', () => {
  it.each<[string, string, string]>([
    ['quotations in one another', `${'> '.repeat(50_000)}x`, 'too-deep'],
    [
      'lists in one another',
      Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
      'too-deep',
    ],
    ['lists on one line', `${'- '.repeat(5_000)}x`, 'too-deep'],
    ['emphasis that is never closed', '*a_'.repeat(50_000), 'too-much-markup'],
    [
      'code that is never closed',
      Array.from({ length: 2_000 }, (_, length) => '`'.repeat(length)).join(' '),
      'too-much-markup',
    ],
    ['more than is read in good time', 'They met.\n\n'.repeat(400_000), 'too-much-markup'],
    ['nothing', '<!-- x -->\n\n***\n', 'no-text'],
  ])('%s', (_, markdown, code) => {
    const started = performance.now();
    const result = importMarkdown(utf8(markdown), 'a.md');
    expect(result.ok ? 'imported' : result.error.code).toBe(code);
    expect(result.ok ? '' : result.error.message).toContain('a.md');
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('but not a long rule, nor a long table with formats', () => {
    const table = `|A|B|\n|-|-|\n${'|**1**|_2_|\n'.repeat(2_000)}`;
    expect(read(`${'- '.repeat(300)}\n\n${table}`).paragraphs).toHaveLength(2_001);
  }, 30_000);
});
