import { describe, expect, it } from 'vitest';
import { readBibtexNames } from '../../../core/bibliography/bibtex-names.ts';
import { readBibliography } from '../../../core/bibliography/read-bibliography.ts';
import type { CslName, SourceMetadata } from '../../../core/dossier/source.ts';

function read(text: string): readonly SourceMetadata[] {
  const result = readBibliography(text, 'library.bib');
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const one = (fields: string, type = 'article') => read(`@${type}{k, ${fields}}`)[0];

it('reads a report as a reference manager exports it', () => {
  const text = `
    % from the library
    @string{cup = "Chatham House"}
    @techreport{son2025,
      author    = {B{\\\`u}i, Thanh S\\ohorn n and {Ministry of Foreign Affairs} and others},
      title     = {The {EVIPA} and after},
      subtitle  = "Ten years on",
      institution = cup # {, London},
      number    = {12/2025},
      month     = jul,
      year      = 2025,
      day       = 12,
      url       = {https://example.org/a\\_b},
      doi       = {https://doi.org/10.1000/182},
      langid    = {british},
      series    = {Asia Papers},
      file      = {C:\\Users\\me\\secret.pdf},
    }`;
  expect(read(text)).toEqual([
    {
      type: 'report',
      title: 'The EVIPA and after: Ten years on',
      author: [
        { family: 'Bùi', given: 'Thanh Sơn' },
        { literal: 'Ministry of Foreign Affairs' },
        { literal: 'others' },
      ],
      publisher: 'Chatham House, London',
      genre: 'Technical report',
      number: '12/2025',
      issued: { 'date-parts': [[2025, 7, 12]] },
      URL: 'https://example.org/a_b',
      DOI: '10.1000/182',
      language: 'en-GB',
      other: { 'collection-title': 'Asia Papers' },
    },
  ]);
});

it.each<[string, string, string, Partial<SourceMetadata>]>([
  [
    'a journal',
    'article',
    'journal = {Survival}, volume = 67, number = {3}, pages = {12--34}',
    {
      type: 'article-journal',
      'container-title': 'Survival',
      volume: '67',
      issue: '3',
      page: '12-34',
    },
  ],
  [
    'a newspaper',
    'article',
    'journaltitle = {Le Monde}, entrysubtype = {newspaper}, date = {2025-07-12}',
    {
      type: 'article-newspaper',
      'container-title': 'Le Monde',
      issued: { 'date-parts': [[2025, 7, 12]] },
    },
  ],
  [
    'a conference',
    'inproceedings',
    'booktitle = {Proc.}, eventtitle = {ARF}, venue = {Kuala Lumpur}, eventdate = {2025-07-11/2025-07-12}, location = {Oxford}',
    {
      type: 'paper-conference',
      'container-title': 'Proc.',
      'event-title': 'ARF',
      'event-place': 'Kuala Lumpur',
      'event-date': {
        'date-parts': [
          [2025, 7, 11],
          [2025, 7, 12],
        ],
      },
      'publisher-place': 'Oxford',
    },
  ],
  [
    'a page',
    'misc',
    'howpublished = {\\url{https://x.org/~a}}, note = {Seen}, urldate = {2025-07-12}',
    {
      type: 'document',
      URL: 'https://x.org/~a',
      note: 'Seen',
      accessed: { 'date-parts': [[2025, 7, 12]] },
    },
  ],
  [
    'a press release',
    'misc',
    'howpublished = {Press release}, year = {c. 1954}',
    {
      genre: 'Press release',
      issued: { 'date-parts': [[1954]], circa: true },
    },
  ],
  [
    'a thesis',
    'phdthesis',
    'school = {Oxford}, year = 2001',
    {
      type: 'thesis',
      genre: 'PhD thesis',
      publisher: 'Oxford',
      issued: { 'date-parts': [[2001]] },
    },
  ],
  [
    'a month with its day',
    'misc',
    'month = "12~" # jul, year = 2025',
    { issued: { 'date-parts': [[2025, 7, 12]] } },
  ],
  [
    'a month in another language',
    'misc',
    'month = {Juillet}, year = 2025',
    { issued: { literal: 'Juillet 2025' } },
  ],
  ['a year that is none', 'misc', 'year = {forthcoming}', { issued: { literal: 'forthcoming' } }],
  ['a type nobody knows', 'telegram', 'title = {X}', { type: 'document', title: 'X' }],
])('reads %s', (_, type, fields, metadata) => {
  expect(one(fields, type)).toMatchObject(metadata);
});

it('gives a part what its book has', () => {
  const [part] = read(`@incollection{p, crossref = {B}, title = {Part}, pages = {1-2}}
    @book{b, title = {Book}, editor = {Ed Itor}, year = 2020, crossref = {p}}`);
  expect(part).toMatchObject({
    title: 'Part',
    'container-title': 'Book',
    editor: [{ family: 'Itor', given: 'Ed' }],
    issued: { 'date-parts': [[2020]] },
  });
});

it('passes over what is no entry', () => {
  const text = `Mail me @ a@b.org, or @nowhere.
    @comment{jabref-meta: @article{x, title={no}}} @preamble{"\\newcommand{\\x}{y}"}
    @set{s, entryset = {a}} @Book(a, title = {With (brackets)}, pages = 3)`;
  expect(read(text)).toEqual([{ type: 'book', title: 'With (brackets)', page: '3' }]);
});

it.each<[string, CslName[]]>([
  ['', []],
  ['Smith, John', [{ family: 'Smith', given: 'John' }]],
  ['John Smith', [{ family: 'Smith', given: 'John' }]],
  [
    'John Smith AND Jane Roe',
    [
      { family: 'Smith', given: 'John' },
      { family: 'Roe', given: 'Jane' },
    ],
  ],
  ['Ludwig van Beethoven', [{ family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }]],
  ['van der Berg, Jan', [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }]],
  ['King, Jr., Martin Luther', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
  ['{House of Commons and Lords}', [{ literal: 'House of Commons and Lords' }]],
  ['{Barnes and Noble} and Smith, J.', [{ literal: 'Barnes and Noble' }, { family: 'Smith', given: 'J.' }]],
  ['UNESCO', [{ literal: 'UNESCO' }]],
  ['{\\"O}zg{\\"u}r, A.', [{ family: 'Özgür', given: 'A.' }]],
  ['Sandy and Andy', [{ literal: 'Sandy' }, { literal: 'Andy' }]],
  ['a, b, c, d', [{ literal: 'a, b, c, d' }]],
  [' and and , ', []],
])('reads the names “%s”', (latex, names) => {
  expect(readBibtexNames(latex)).toEqual(names);
});

describe('a broken file', () => {
  it.each<[string, string, number]>([
    ['an entry without its end', '\n@book{a, title = {x}', 2],
    ['a brace too few', '@book{a, title = {x}\n\n@book{b, title = {{y}, year = 1}', 3],
    ['a brace too many in quotes', '@book{a, title = "x}"}', 1],
    ['no key', '\r\n\r\n@book{title = {x}}', 3],
    ['no value', '@book{a, title = }', 1],
    ['no name', '@book{a, = {x}}', 1],
    ['a field without a value', '@book{a, title}', 1],
    [
      'macros that grow without end',
      `@string{a = "${'x'.repeat(1000)}"}${Array.from({ length: 40 }, () => '@string{a = a # a}').join('')}@book{b, title = a}`,
      1,
    ],
  ])('with %s is refused with its line', (_, text, line) => {
    expect(readBibliography(text, 'library.bib')).toMatchObject({
      ok: false,
      error: {
        code: 'bad-bibtex',
        message: expect.stringContaining(`Line ${String(line)} of “library.bib”`) as string,
      },
    });
  });
});
