import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { readBibliography, recogniseBibliography } from '../../../core/bibliography/read-bibliography.ts';
import { metadataSchema } from '../../../core/dossier/metadata-schema.ts';
import { toCsl } from '../../../core/dossier/csl-json.ts';
import type { CslDate } from '../../../core/dossier/csl-date.ts';
import type { SourceMetadata } from '../../../core/dossier/source.ts';

function read(text: string): readonly SourceMetadata[] {
  const result = readBibliography(text, 'library');
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const csl = (item: object) => read(JSON.stringify([{ id: 'x', type: 'report', ...item }]))[0];
const codeOf = (text: string) => {
  const result = readBibliography(text, 'library');
  return result.ok ? `done ${String(result.value.length)}` : result.error.code;
};

it.each<[string, string | undefined]>([
  ['[]', 'csl-json'],
  ['\n  {"type": "book"}', 'csl-json'],
  ['@book{a, title={x}}', 'bibtex'],
  ['Library of A. B. <a@b.org>\n\n@ Book {a,}', 'bibtex'],
  ['TY  - JOUR\nER  - ', 'ris'],
  ['Provider: X\r\n\r\nTY  - JOUR', 'ris'],
  ['TY  - JOUR\nAB  - see @book{a,}\nER  -', 'ris'],
  ['@book{a, abstract = {\nTY  - JOUR}}', 'bibtex'],
  ['', undefined],
  ['Some text, a@b.org', undefined],
  ['https://example.org/library.bib', undefined],
  ['10.1000/182', undefined],
  ['Q42', undefined],
  ['<html></html>', undefined],
])('recognises %j as %s', (text, format) => {
  expect(recogniseBibliography(text)).toBe(format);
});

describe('CSL-JSON', () => {
  it('keeps what Chancery does not read, and gives it back where it stood', () => {
    const item = {
      type: 'article-journal',
      title: 'Talks',
      author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
      issued: { 'date-parts': [[2025, 7, 12]] },
      'collection-title': 'Asia Papers',
      'original-date': { 'date-parts': [[1954]] },
      illustrator: [{ literal: 'X' }],
      custom: { deep: [1, null, { a: true }] },
    };
    const [record] = read(JSON.stringify([{ id: 'http://zotero.org/1', ...item }]));
    expect(Object.keys(record?.other ?? {})).toEqual([
      'collection-title',
      'original-date',
      'illustrator',
      'custom',
    ]);
    expect(record === undefined ? {} : toCsl(record)).toEqual(item);
    expect(v.is(metadataSchema, record)).toBe(true);
  });

  it.each<[string, object, object]>([
    ['numbers where texts belong', { volume: 67, issue: '3' }, { volume: '67', issue: '3' }],
    [
      'markup',
      { title: 'CO<sub>2</sub> <i>and</i> <span class="nocase">EU</span> if a < b' },
      { title: 'CO2 and EU if a < b' },
    ],
    ['line ends and controls', { title: ' A\n\tB\u0000 ' }, { title: 'A B' }],
    ['the name of CSL 1.0.1 for an event', { event: 'ARF' }, { 'event-title': 'ARF' }],
    ['both names', { event: 'old', 'event-title': 'new' }, { 'event-title': 'new' }],
    ['a DOI as an address', { DOI: 'https://doi.org/10.1/x' }, { DOI: '10.1/x' }],
    ['nothing', { title: '', author: [], publisher: null, issued: {} }, {}],
    ['names with empty parts', { author: [{ family: 'A', given: '' }, {}] }, { author: [{ family: 'A' }] }],
    ['names that say more', { author: [{ literal: 'A', isInstitution: 1 }] }, { author: [{ literal: 'A' }] }],
    ['a hostile name', JSON.parse('{"__proto__": {"type": "x"}, "a b": 1}') as object, {}],
  ])('reads %s', (_, item, metadata) => {
    expect(csl(item)).toEqual({ type: 'report', ...metadata });
  });

  it.each<[unknown, CslDate | undefined]>([
    [{ 'date-parts': [['2025', '7', '12']] }, { 'date-parts': [[2025, 7, 12]] }],
    [
      {
        'date-parts': [
          [2025, 7, 11],
          [2025, 7, 12],
        ],
      },
      {
        'date-parts': [
          [2025, 7, 11],
          [2025, 7, 12],
        ],
      },
    ],
    [{ 'date-parts': [[2019], []] }, { 'date-parts': [[2019], [0]] }],
    [{ 'date-parts': [[2019], [0, 0, 0]] }, { 'date-parts': [[2019], [0]] }],
    [{ 'date-parts': [[2025, 0, 0]] }, { 'date-parts': [[2025]] }],
    [{ 'date-parts': [[2025, null]] }, { 'date-parts': [[2025]] }],
    [
      { 'date-parts': [[2025]], circa: 1 },
      { 'date-parts': [[2025]], circa: true },
    ],
    [
      { 'date-parts': [[2025]], season: '2' },
      { 'date-parts': [[2025]], season: 2 },
    ],
    [{ 'date-parts': [[2025, 21]] }, { 'date-parts': [[2025]], season: 1 }],
    [{ 'date-parts': [[2025, 13]] }, { 'date-parts': [[2025]], season: 1 }],
    [{ 'date-parts': [[2025, 2, 30]] }, { literal: '2025-2-30' }],
    [{ raw: '12 July 2025' }, { 'date-parts': [[2025, 7, 12]] }],
    [{ literal: 'undated' }, { literal: 'undated' }],
    [
      '2025-07/2025-08',
      {
        'date-parts': [
          [2025, 7],
          [2025, 8],
        ],
      },
    ],
    [{ 'date-parts': [[null]] }, undefined],
    [{}, undefined],
  ])('reads the date %j', (issued, date) => {
    expect(csl({ issued })?.issued).toEqual(date);
  });

  it.each<[string, string, string]>([
    ['no JSON', '[{"type": "book"', 'bad-csl-json'],
    ['a number among items', '[{"type": "book"}, 3]', 'bad-csl-json'],
    ['an item without a type', '[{"title": "x"}]', 'bad-csl-json'],
    ['a list where a text belongs', '[{"type": "book", "title": ["x"]}]', 'bad-csl-json'],
    ['a text where names belong', '[{"type": "book", "author": "x"}]', 'bad-csl-json'],
    ['a list where a date belongs', '[{"type": "book", "issued": [2025]}]', 'bad-csl-json'],
    ['no item', '[]', 'no-entries'],
    ['one item', '{"type": "book"}', 'done 1'],
    ['items', '{"items": [{"type": "book"}, {"type": "book"}]}', 'done 2'],
  ])('with %s: %s is %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});

describe('RIS', () => {
  it('reads both its forms', () => {
    const text = `Provider: somebody
TY  - NEWS
AU  - Bùi, Thanh Sơn
A1  - Ministry of Foreign Affairs
TI  - A title that goes on
      in the next line
T2  - Nhân Dân
DA  - 2025/07/12/evening edition
PY  - 2025
SP  - 1
EP  - 3
UR  - https://example.org/
DO  - https://doi.org/10.1/x
KW  - one
KW  - two
ER  -
TY  - BOOK
T1  - Book
A2  - Itor, Ed, Jr.
Y1  - 1954///
T2  - Series
SN  - 978-0-00-000000-0
Y2  - 2025/07//
ER  - `;
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual([
      {
        type: 'article-newspaper',
        title: 'A title that goes on in the next line',
        author: [{ family: 'Bùi', given: 'Thanh Sơn' }, { literal: 'Ministry of Foreign Affairs' }],
        'container-title': 'Nhân Dân',
        page: '1-3',
        issued: { 'date-parts': [[2025, 7, 12]] },
        URL: 'https://example.org/',
        DOI: '10.1/x',
        other: { keyword: 'one; two' },
      },
      {
        type: 'book',
        title: 'Book',
        editor: [{ family: 'Itor', given: 'Ed', suffix: 'Jr.' }],
        issued: { 'date-parts': [[1954]] },
        accessed: { 'date-parts': [[2025, 7]] },
        ISBN: '978-0-00-000000-0',
        other: { 'collection-title': 'Series' },
      },
    ]);
  });

  it.each([
    ['a tag before the first record', 'AU  - X\nTY  - JOUR\nER  - ', 'bad-ris'],
    ['a tag between records', 'TY  - JOUR\nER  - \nAU  - X\nTY  - BOOK', 'bad-ris'],
    ['no end', 'TY  - JOUR\nTI  - X\nTY  - BOOK\nTI  - Y', 'done 2'],
    ['a type nobody knows', 'TY  - TELEGRAM\nTI  - X', 'done 1'],
  ])('with %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});

describe('a hostile file', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const million = 1_000_000;
  const most = 20 * million;
  const book = (index: number) => `@book{k${String(index)}, title = {T}, author = {A and B}, year = 2020}\n`;
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join('');
  const ris = (index: number) => `TY  - BOOK\nTI  - T${String(index)}\nER  - \n`;
  const item = (index: number) => `${index === 0 ? '[' : ','}{"type":"book","title":"T"}`;

  it.each<[string, () => string, string]>([
    ['longer than the limit', () => ' '.repeat(most + 1), 'bibliography-too-large'],
    ['10,000 entries of BibTeX', () => many(10_000, book), 'done 10000'],
    ['10,001 entries of BibTeX', () => many(10_001, book), 'too-many-entries'],
    ['10,001 entries of RIS', () => many(10_001, ris), 'too-many-entries'],
    ['10,000 entries of CSL-JSON', () => `${many(10_000, item)}]`, 'done 10000'],
    ['10,001 entries of CSL-JSON', () => `${many(10_001, item)}]`, 'too-many-entries'],
    ['only braces', () => `@book{a, title = ${'{'.repeat(most - 100)}`, 'bad-bibtex'],
    ['braces that match', () => `@book{a, title = ${'{'.repeat(million)}x${'}'.repeat(million)}}`, 'done 1'],
    ['only accents', () => `@book{a, title = {${"\\'".repeat(million)}}}`, 'bad-bibtex'],
    [
      'only quotations',
      () => `@book{a, title = {${'\\enquote{'.repeat(100_000)}${'}'.repeat(100_000)}}}`,
      'done 1',
    ],
    ['only at signs', () => '@'.repeat(most), 'not-a-bibliography'],
    ['at signs and one entry', () => `${'@'.repeat(most / 2)}book{a,}`, 'done 1'],
    ['only white space in an entry', () => `@book{a,${' '.repeat(most - 100)}}`, 'done 1'],
    ['only comments in an entry', () => `@book{a,${'%\n'.repeat(5 * million)}}`, 'done 1'],
    ['only commas', () => `@book{a${','.repeat(most - 100)}}`, 'done 1'],
    [
      'one entry of a million fields',
      () => `@book{a,${many(million, (index) => `f${String(index)}=1,`)}}`,
      'done 1',
    ],
    ['one name of a million words', () => `@book{a, author = {${'a '.repeat(million / 2)}}}`, 'done 1'],
    ['a million names', () => `@book{a, author = {${'A and '.repeat(150_000)}}}`, 'done 1'],
    ['a value that is too long', () => `@book{a, title = {${'a'.repeat(million + 1)}}}`, 'bad-bibtex'],
    [
      'parents in a ring',
      () => '@book{a, crossref = {b}} @book{b, crossref = {a}} @book{c, crossref = {c}}',
      'done 3',
    ],
    ['lists in lists', () => '['.repeat(million), 'bad-csl-json'],
    [
      'a variable nested without end',
      () => `[{"type":"book","custom":${'['.repeat(5_000)}${']'.repeat(5_000)}}]`,
      'done 1',
    ],
    [
      'a million variables',
      () => `[{"type":"book",${many(million, (index) => `"v${String(index)}":1,`)}"w":1}]`,
      'bad-csl-json',
    ],
    ['one line of RIS that goes on', () => `TY  - BOOK\nTI  - a\n${'a\n'.repeat(400_000)}`, 'done 1'],
    ['a million empty tags', () => `TY  - BOOK\n${'AU  - \n'.repeat(million)}`, 'done 1'],
  ])(
    'of %s ends soon and well',
    (_, make, code) => {
      const text = make();
      const started = performance.now();
      expect(codeOf(text)).toBe(code);
      expect(performance.now() - started).toBeLessThan(20_000); // milliseconds, on a busy computer
    },
    30_000,
  );

  it('is never thrown at', () => {
    const piece = fc.constantFrom(
      '@book{',
      '@string{',
      '@comment{',
      'a',
      ',',
      ' = ',
      '{',
      '}',
      '"',
      '#',
      '%',
      '\n',
      '(',
      ')',
      '\\',
      "\\'",
      ' and ',
      'author',
      'date',
      'year',
      '2025',
      '-',
      '/',
      'TY  - BOOK\n',
      'AU  - ',
      'DA  - ',
      'ER  - \n',
      '[',
      ']',
      '{"type":"x"',
      ':',
      '😀',
      '\u0000',
      '\uD800',
    );
    const pieces = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new TextDecoder('latin1').decode(array));
    const prefixed = fc.tuple(
      fc.constantFrom('@book{a,', 'TY  - BOOK\n', '[{"type":"book"', ''),
      fc.oneof(pieces, bytes, fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(prefixed, ([start, rest]) => {
        const result = readBibliography(start + rest, 'library');
        if (result.ok) for (const record of result.value) expect(v.is(metadataSchema, record)).toBe(true);
        else expect(result.error.message).toContain('library');
      }),
      { numRuns: 2_000 },
    );
  });

  it('with any JSON in it is never thrown at', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.dictionary(fc.constantFrom('type', 'title', 'author', 'issued', 'custom', 'x'), fc.jsonValue()),
        ),
        (items) => {
          const result = readBibliography(JSON.stringify(items), 'library');
          if (result.ok) for (const record of result.value) expect(v.is(metadataSchema, record)).toBe(true);
        },
      ),
    );
  });

  it('asks nobody: no request leaves, whatever addresses it holds', () => {
    const request = vi.fn<() => void>();
    vi.stubGlobal('fetch', request);
    vi.stubGlobal('XMLHttpRequest', request);
    for (const text of [
      'https://example.org/a.bib',
      '10.1000/182',
      'Q42',
      '@book{a, url = {https://example.org/}, doi = {10.1/x}, crossref = {https://example.org/}}',
      'TY  - ELEC\nUR  - https://example.org/\nER  - ',
      '[{"type":"webpage","URL":"https://example.org/","@context":"https://example.org/"}]',
    ]) {
      readBibliography(text, 'library');
    }
    expect(request).not.toHaveBeenCalled();
  });
});
