import { describe, expect, it } from 'vitest';
import { standardForms, templateFor } from '../../../core/dossier/forms.ts';
import { exportMarkdown } from '../../../core/exporters/markdown/export-markdown.ts';
import { exportPandocMarkdown } from '../../../core/exporters/markdown/export-pandoc-markdown.ts';
import { citationsOf } from '../../../core/note-tree/citations-of.ts';
import type { NoteBlock, NoteTree } from '../../../core/note-tree/note-tree.ts';
import { parseNoteMarkdown } from '../../../core/note-tree/parse-note-markdown.ts';
import { resolveNote } from '../../../core/note-tree/resolve-note.ts';
import { cite, hashes, lookup, noteOf, oldA, passageTarget, target } from './two-accounts.ts';

const defaults = { template: templateFor(standardForms, 'plain'), title: 'Untitled', language: 'en' };

const attempt = (markdown: string) => parseNoteMarkdown(markdown, lookup, defaults);

function parse(markdown: string): NoteTree {
  const parsed = attempt(markdown);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

const blocksOf = (markdown: string): NoteBlock[] => parse(markdown).children.slice(1) as NoteBlock[];

function resolved(tree: NoteTree) {
  const result = resolveNote(tree, lookup);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const uk = '---\nscheme: uk\n---\n';

it('writes a note as it is meant to be read', () => {
  const tree = noteOf(
    { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Summary' }] },
    {
      type: 'paragraph',
      children: [{ type: 'text', value: 'Lift the card.' }, cite(passageTarget(1, 'yellow card'))],
    },
    {
      type: 'paragraph',
      data: { comment: true, marking: 'official' },
      children: [{ type: 'text', value: 'One side only.' }, cite(target('A', 0), target('B', 2))],
    },
  );
  expect(exportMarkdown(resolved(tree))).toMatchInlineSnapshot(`
    "---
    title: "Viet Nam: bilaterals"
    template: readout
    scheme: uk
    marking: official
    language: en
    header:
      to: Director, South-East Asia
      reference: SEA/2025/118
    sources:
      - id: A
        type: webpage
        title: Bui Thanh Son meets Rubio, Kallas, Lamy
        publisher: VietNamNet
        issued: { date-parts: [ [ 2025, 7, 12 ] ] }
        URL: https://vietnamnet.vn/2420810.html
        language: en
        sha256: 1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a
      - id: B
        type: article
        title: Deputy PM meets counterparts
        publisher: VNA
        sha256: 2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b
    citations:
      A2:
        - passage:
            - { paragraph: 2, start: 29, end: 40, exact: yellow card, prefix: "The EU was asked to lift the ", suffix: " and to ratify EVIPA." }
    ---

    ## Summary

    Lift the card.[^A2]

    (OFFICIAL) One side only.[^A1+B3] {.comment}

    [^A2]: VietNamNet, “Bui Thanh Son meets Rubio, Kallas, Lamy”, 12 July 2025, ¶ 2.

    [^A1+B3]: VietNamNet, “Bui Thanh Son meets Rubio, Kallas, Lamy”, 12 July 2025, ¶ 1; VNA, “Deputy PM meets counterparts”, ¶ 3.
    "
  `);
  expect(exportPandocMarkdown(resolved(tree))).toMatchInlineSnapshot(`
    {
      "bibliography": "[
      {
        "id": "A",
        "type": "webpage",
        "title": "Bui Thanh Son meets Rubio, Kallas, Lamy",
        "publisher": "VietNamNet",
        "issued": {
          "date-parts": [
            [
              2025,
              7,
              12
            ]
          ]
        },
        "URL": "https://vietnamnet.vn/2420810.html",
        "language": "en"
      },
      {
        "id": "B",
        "type": "article",
        "title": "Deputy PM meets counterparts",
        "publisher": "VNA"
      }
    ]
    ",
      "markdown": "---
    title: "Viet Nam: bilaterals"
    template: readout
    scheme: uk
    marking: official
    language: en
    header:
      to: Director, South-East Asia
      reference: SEA/2025/118
    sources:
      - id: A
        type: webpage
        title: Bui Thanh Son meets Rubio, Kallas, Lamy
        publisher: VietNamNet
        issued: { date-parts: [ [ 2025, 7, 12 ] ] }
        URL: https://vietnamnet.vn/2420810.html
        language: en
        sha256: 1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a
      - id: B
        type: article
        title: Deputy PM meets counterparts
        publisher: VNA
        sha256: 2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b
    citations:
      A2:
        - passage:
            - { paragraph: 2, start: 29, end: 40, exact: yellow card, prefix: "The EU was asked to lift the ", suffix: " and to ratify EVIPA." }
    ---

    ## Summary

    Lift the card.[@A, ¶ 2]

    (OFFICIAL) One side only.[@A, ¶ 1; @B, ¶ 3] []{.comment}
    ",
    }
  `);
});

describe('citations by hand, with no definitions and no front matter', () => {
  it.each([
    ['one', 'Asked.[^A2]', [[target('A', 1)]]],
    ['a range', 'Asked.[^A1-2]', [[target('A', 0), target('A', 1)]]],
    ['two sources', 'Asked.[^A2+B3]', [[target('A', 1), target('B', 2)]]],
    ['one after the other', '[^A1][^B1]', [[target('A', 0)], [target('B', 0)]]],
    ['after an exclamation mark', 'Lift it![^A2]', [[target('A', 1)]]],
    [
      'in bold, a link, a table and a heading',
      '# **x[^A1]y** [z[^A1]](u)\n\n| [^A1] |\n| - |',
      [[target('A', 0)], [target('A', 0)], [target('A', 0)]],
    ],
    ['with a definition, which is made anew', 'Asked.[^A2]\n\n[^A2]: Whatever was here.', [[target('A', 1)]]],
    ['for pandoc', 'Asked [@A, ¶ 2].', [[target('A', 1)]]],
    [
      'for pandoc, of two sources',
      '[@A, ¶¶ 1–2; @B, ¶ 3]',
      [[target('A', 0), target('A', 1), target('B', 2)]],
    ],
    ['for pandoc, in words', '[@B, para. 3]', [[target('B', 2)]]],
  ])('%s', (_, markdown, expected) => {
    expect(citationsOf(parse(markdown)).map(({ targets }) => targets)).toEqual(expected);
  });

  it.each([
    ['escaped', '\\[^A2]'],
    ['in code', '`[^A2]`'],
    ['in lower case', '[^a2]'],
    ['somebody else’s key', '[@smith, p. 2]'],
  ])('is text when it is %s', (_, markdown) => {
    expect(citationsOf(parse(markdown))).toEqual([]);
  });
});

describe('refusals name what is wrong', () => {
  const front = (yaml: string, body = 'Text.[^A2]') => `---\n${yaml}\n---\n${body}`;
  it.each([
    ['a paragraph that is not there', 'See [^A99].', 'citation-not-found', 'A ¶99'],
    ['a source that is not there', 'See [^C1].', 'citation-not-found', 'source C'],
    ['a variant that is not described', 'See [^A2.2].', 'citation-not-found', 'A2.2'],
    ['a backward range', 'See [^A3-2].', 'citation-not-found', 'A3-2'],
    ['a range past the end', 'See [^A1-900000].', 'citation-not-found', 'A ¶5'],
    [
      'a text that is not there',
      front(`sources: [{ id: A, sha256: ${'ff'.repeat(32)} }]`),
      'edition-mismatch',
      'source A',
    ],
    [
      'an edition that is not there',
      front('citations: { A2: [{ edition: abc }] }'),
      'edition-mismatch',
      'abc',
    ],
    ['broken YAML', front('title: [x'), 'bad-front-matter', 'YAML'],
    ['a list', front('- x'), 'bad-front-matter', 'keys'],
    ['aliases', front('a: &x [1]\nb: *x'), 'bad-front-matter', 'aliases'],
    ['a title that is a list', front('title: [x]'), 'bad-front-matter', 'title'],
    ['a hash that is none', front('sources: [{ id: A, sha256: xyz }]'), 'bad-front-matter', 'source A'],
    ['too few entries', front('citations: { A1-2: [{}] }', '[^A1-2]'), 'bad-front-matter', 'A1-2'],
    [
      'words that are not there',
      front(
        'citations: { A2: [{ passage: [{ paragraph: 2, start: 0, end: 3, exact: xyz, prefix: "", suffix: "" }] }] }',
      ),
      'passage-not-found',
      'A2',
    ],
    ['a bottomless quotation', `${'> '.repeat(200)}x`, 'too-deep', '90'],
  ])('%s', (_, markdown, code, words) => {
    const result = attempt(markdown);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(result.ok ? '' : result.error.message).toContain(words);
  });
});

it('cites the edition whose text the note was written on, and the current one without a hash', () => {
  const old = parse(`---\nsources: [{ id: A, sha256: ${hashes.oldA} }]\n---\n[^A2]`);
  expect(citationsOf(old)[0]?.targets[0].edition).toBe(oldA);
  expect(citationsOf(parse('[^A2]'))[0]?.targets).toEqual([target('A', 1)]);
});

describe('marks of a paragraph', () => {
  it.each([
    ['a view', 'Ours. {.comment}', { comment: true }],
    ['a view, after a citation', 'Ours.[^A1] {.comment}', { comment: true }],
    ['a marking', '(OFFICIAL-SENSITIVE) Ours.', { marking: 'official-sensitive' }],
    ['both', '(OFFICIAL) Ours. {.comment}', { comment: true, marking: 'official' }],
    ['a marking of another scheme', 'Ours. {marking=limite}', { marking: 'limite' }],
    ['pandoc’s way', 'Ours. []{.comment}', { comment: true }],
    ['in a list', '- [ ] (OFFICIAL) Ours. {.comment}', { comment: true, marking: 'official' }],
  ])('%s', (_, body, data) => {
    const [block] = blocksOf(uk + body);
    const paragraph = block?.type === 'list' ? block.children[0]?.children[0] : block;
    expect(paragraph).toMatchObject({ type: 'paragraph', data });
    expect(JSON.stringify(paragraph)).not.toMatch(/OFFICIAL|\.comment/u);
  });

  it.each([
    ['escaped', '\\(OFFICIAL) Ours. \\{.comment}'],
    ['in the middle', 'Ours (OFFICIAL) and {.comment} ours.'],
    ['no words of the scheme', '(RESTRICTED) Ours.'],
    ['in a heading', '## (OFFICIAL) Ours {.comment}'],
  ])('are text when they are %s', (_, body) => {
    const [block] = blocksOf(uk + body);
    expect(block).not.toHaveProperty('data');
  });
});

describe('the header', () => {
  const headerOf = (markdown: string) => parse(markdown).children[0];

  it('comes from the front matter, fields in their order', () => {
    const yaml = 'title: T\ntemplate: readout\nlanguage: vi\nmarking: null\nheader: { zz: a, to: b, 12: c }';
    expect(headerOf(`---\n${yaml}\n---\n`)).toEqual({
      type: 'noteHeader',
      title: 'T',
      template: 'readout',
      scheme: 'uk',
      marking: null,
      language: 'vi',
      fields: [
        { key: 'zz', value: 'a' },
        { key: 'to', value: 'b' },
        { key: '12', value: 'c' },
      ],
    });
  });

  it('takes fields that stand beside the title, and the template’s own', () => {
    const { fields } = headerOf('---\r\ntitle: T\r\nto: Director\r\ncopy: 2 of 5\r\n---\r\nText.');
    expect(fields).toContainEqual({ key: 'to', value: 'Director' });
    expect(fields).toContainEqual({ key: 'copy', value: '2 of 5' });
    expect(fields).toHaveLength(templateFor(standardForms, 'plain').fields.length + 1);
  });

  it('takes the title from a first heading where nothing else says it', () => {
    const tree = parse('# Kuala *Lumpur*\n\nText.');
    expect(tree.children[0].title).toBe('Kuala Lumpur');
    expect(tree.children).toHaveLength(2);
    expect(parse('Text.').children[0].title).toBe('Untitled');
  });

  it('follows the template where it says nothing of a marking', () => {
    expect(headerOf(`---\ntemplate: ${templateFor(standardForms, 'readout').key}\n---\n`)).toMatchObject({
      scheme: 'uk',
      marking: 'official',
    });
  });
});

it.each([
  ['soft line ends are spaces', 'one\ntwo', 'one two'],
  ['HTML is text', 'a <b>c</b>', 'a <b>c</b>'],
  ['one tilde is text', '~5 to ~6', '~5 to ~6'],
  ['an address is text', 'https://example.org', 'https://example.org'],
])('reads text plainly: %s', (_, markdown, value) => {
  expect(blocksOf(markdown)).toEqual([{ type: 'paragraph', children: [{ type: 'text', value }] }]);
});

it('keeps own footnotes, and renames one that would read as a citation', () => {
  const markdown = exportMarkdown(
    resolved(
      noteOf(
        {
          type: 'paragraph',
          children: [{ type: 'footnoteReference', identifier: 'a2', label: 'a2' }, cite(target('A', 1))],
        },
        {
          type: 'footnoteDefinition',
          identifier: 'a2',
          label: 'a2',
          children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Own.' }] }],
        },
      ),
    ),
  );
  expect(markdown).toContain('[^note-1][^A2]\n\n[^note-1]: Own.\n\n[^A2]: VietNamNet');
  expect(exportMarkdown(resolved(parse(markdown)))).toBe(markdown);
});
