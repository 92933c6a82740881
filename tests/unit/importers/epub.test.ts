import { describe, expect, it } from 'vitest';
import { epubOf, importedSource, linesOf, linksOf, refusalOf, sample } from './office-files.ts';
import { briefLines } from './sample-paragraphs.ts';

const page = (body: string, attributes = '') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body ${attributes}>${body}</body></html>`;

const bookOf = (manifest: string, spine: string, rest = '') =>
  `<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>${manifest}</manifest><spine>${spine}</spine>${rest}</package>`;

const encryptionOf = (algorithm: string) =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="OPS/c0.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>`;

describe('an EPUB book', () => {
  // In a book, pandoc puts the publisher on the title page and the notes after their chapter.
  const [note = '', ...before] = [...briefLines.slice(6, 7), ...briefLines.slice(0, 6)];
  const noteOfChapter = note.replace('text: ¹ ', 'item: ');
  const chapters = [
    ...before.slice(0, 3),
    'text: Ministry of Examples',
    ...before.slice(3),
    ...briefLines.slice(7, 19),
    noteOfChapter,
    ...briefLines.slice(19, 21),
  ];

  it.each([
    ['brief-pandoc.epub', 'text: The sum is 1/2+x^2.'],
    ['brief-pandoc-2.epub', 'text: The sum is $\\frac{1}{2} + x^2$.'], // as pandoc wrote it
  ] as const)('is read chapter by chapter: %s', async (name, formula) => {
    const book = await importedSource(sample(name), name);
    expect(linesOf(book)).toEqual([...chapters, formula]);
    expect(linksOf(book)).toEqual(['the yearbook → https://example.org/yearbook']);
    expect(book.title).toBe('Báo cáo về cuộc họp');
    expect(book.metadata).toEqual({
      type: 'book',
      title: 'Báo cáo về cuộc họp',
      author: [{ literal: 'Trần Văn An' }, { literal: 'Mai Lê' }],
      publisher: 'Ministry of Examples',
      issued: { 'date-parts': [[2025, 7, 12]] },
      URL: 'https://example.org/reports/7',
      language: 'vi',
    });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['a year alone', '<dc:date>2019</dc:date>', { issued: { 'date-parts': [[2019]] } }],
    ['no date that is none', '<dc:date>0101-01-01T00:00:00+00:00</dc:date>', {}],
    [
      'the date of publication among others',
      '<dc:date opf:event="creation">2001-01-01</dc:date><dc:date opf:event="publication">2002-02</dc:date>',
      { issued: { 'date-parts': [[2002, 2]] } },
    ],
    ['no address that is none', '<dc:identifier>urn:isbn:9780000000001</dc:identifier>', {}],
    ['a language as it is written properly', '<dc:language>EN_gb</dc:language>', { language: 'en-GB' }],
  ])('tells %s', async (_, metadata, expected) => {
    const book = await importedSource(epubOf([page('<p>a</p>')], {}, metadata), 'a.epub');
    expect(book.metadata).toEqual({ type: 'book', ...expected });
  });

  it('leaves out its table of contents, its cover and pictures, and reads each chapter once', async () => {
    const item = (id: string, rest = 'media-type="application/xhtml+xml"') =>
      `<item id="${id}" href="text/${id}.xhtml" ${rest}/>`;
    const ids = ['cover', 'front', 'nav', 'toc', 'one', 'two', 'picture'];
    const bytes = epubOf([], {
      'OPS/book.opf': bookOf(
        item('cover') +
          item('front') +
          item('nav', 'media-type="application/xhtml+xml" properties="nav"') +
          item('toc') +
          item('one') +
          '<item id="two" href="./text/../text/%C4%91o%E1%BA%A1n%202.xhtml#x" media-type="application/xhtml+xml"/>' +
          item('picture', 'media-type="image/svg+xml"'),
        [...ids, 'one', 'missing'].map((id) => `<itemref idref="${id}"/>`).join(''),
        '<guide><reference type="cover" href="text/cover.xhtml"/><reference type="toc" href="text/toc.xhtml"/></guide>',
      ),
      ...Object.fromEntries(ids.map((id) => [`OPS/text/${id}.xhtml`, page(`<p>${id}</p>`)])),
      'OPS/text/front.xhtml': page('<p>front</p>', 'epub:type="cover"'),
      'OPS/text/đoạn 2.xhtml': page('<p>hai</p>'),
    });
    expect(linesOf(await importedSource(bytes, 'a.epub'))).toEqual(['text: one', 'text: hai']);
  });

  it('raises the mark of a note, and leaves out the arrow back', async () => {
    const bytes = epubOf([
      page(
        '<p>5.2 per cent<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>Customs.<a role="doc-backlink" href="#r1">↩</a></p></aside>',
      ),
    ]);
    expect(linesOf(await importedSource(bytes, 'a.epub'))).toEqual(['text: 5.2 per cent¹', 'text: Customs.']);
  });

  it('may have scrambled fonts', async () => {
    const files = { 'META-INF/encryption.xml': encryptionOf('http://www.idpf.org/2008/embedding') };
    expect(await refusalOf(epubOf([page('<p>a</p>')], files), 'a.epub')).toBe('imported');
  });

  it('tells how far it is read', async () => {
    const { importEpub } = await import('../../../core/importers/epub/import-epub.ts');
    const shares: number[] = [];
    importEpub(epubOf([page('a'), page('b')]), 'a.epub', { progress: (share) => shares.push(share) });
    expect(shares).toEqual([0.5, 1]);
  });

  const entity = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body>&a;</body></html>';

  it.each<[string, Uint8Array, string]>([
    ['holds no text', epubOf([page('<img src="a.png" alt="x"/>')]), 'no-text'],
    ['has no chapters', epubOf([]), 'no-text'],
    [
      'is protected by its seller',
      epubOf([page('<p>a</p>')], {
        'META-INF/encryption.xml': encryptionOf('http://www.w3.org/2001/04/xmlenc#aes256-cbc'),
      }),
      'password-protected',
    ],
    [
      'lacks a chapter',
      epubOf([], {
        'OPS/book.opf': bookOf(
          '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>',
          '<itemref idref="a"/>',
        ),
      }),
      'damaged-archive',
    ],
    [
      'has a chapter outside of it',
      epubOf([], {
        'OPS/book.opf': bookOf(
          '<item id="a" href="../../../etc/passwd" media-type="text/html"/>',
          '<itemref idref="a"/>',
        ),
      }),
      'damaged-archive',
    ],
    [
      'does not say where its text is',
      epubOf([page('a')], { 'META-INF/container.xml': '<x/>' }),
      'damaged-archive',
    ],
    ['declares entities in its package', epubOf([page('a')], { 'OPS/book.opf': entity }), 'unsafe-xml'],
    ['declares entities in a chapter', epubOf([entity]), 'unsafe-xml'],
    ['stands too deep', epubOf([page('<div>'.repeat(100_000))]), 'too-deep'],
  ])('is refused by name when it %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes, 'a.epub')).toBe(code);
  });
});
