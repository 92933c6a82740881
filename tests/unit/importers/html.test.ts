import { describe, expect, it } from 'vitest';
import { importHtml } from '../../../core/importers/html/import-html.ts';
import { encodeSingleByte, encodeUtf16 } from './encode-text.ts';
import { utf8 } from './import-for-test.ts';
import { importedFile, sampleFile, shownParagraph } from './shown-paragraphs.ts';

const page = (markup: string) => {
  const result = importHtml(utf8(markup), 'a.html');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const shown = (markup: string) => page(markup).paragraphs.map(shownParagraph);

describe('pages that other programs made', () => {
  it('a news page as Chromium saves it: the article, with what stands in its way kept as leftovers', async () => {
    const { title, metadata, paragraphs } = await importedFile(sampleFile('chromium.html'), 'news.html');
    expect(title).toBe('Ministers agree to reopen the border crossing');
    expect(metadata).toEqual({
      type: 'webpage',
      title: 'Ministers agree to reopen the border crossing',
      author: [{ literal: 'Ana Petrović' }, { literal: 'Tomás Ruiz' }],
      publisher: 'The Harbour Gazette',
      issued: { 'date-parts': [[2025, 7, 12]] },
      URL: 'https://gazette.example/world/2025/07/12/border-crossing',
      language: 'en-GB',
    });
    expect(paragraphs.map(shownParagraph)).toMatchInlineSnapshot(`
      [
        "heading: Ministers agree to reopen the border crossing",
        "text: Trucks are to pass again from 1 August, after eleven months of talks.",
        "text: By Ana Petrović and Tomás Ruiz [Ana Petrović](https://gazette.example/people/ana-petrovic)",
        "text: 12 July 2025, 18:40",
        "~text: Share",
        "text: The ministers at the crossing on Saturday. Photo: M. Ilić",
        "text: The two foreign ministers agreed on Saturday to reopen the crossing at Brod for goods from 1 August, and for travellers “as soon as the health services of both sides are ready”.",
        "text: According to the joint statement, duties on timber and on 14 other goods will be suspended for two years; a commission is to meet every three months.¹ [the joint statement](https://gazette.example/documents/joint-statement.pdf)",
        "heading: What each side gave",
        "item: The northern side drops its demand for a transit fee.",
        "item: The southern side will:",
        "item: repair the bridge by June 2026, and",
        "item: pay for two thirds of it.",
        "~text: Related stories",
        "~item: Eleven months of talks [Eleven months of talks](https://gazette.example/world/1)",
        "~item: The bridge in pictures [The bridge in pictures](https://gazette.example/world/2)",
        "quote: “Nobody won today, and that is why it will last,” the southern minister said.",
        "text: Trade through Brod, in million euros",
        "table: Year	North to south	South to north",
        "table: 2023	412	377",
        "table: 2024	96",
        "text: The northern minister said that the opposition’s objections, which the parliament will hear on Tuesday, would not change the date. He added that the text had been shown to the neighbours in advance.",
        "text: The next meeting is planned for October, in a third country that neither side would name.",
      ]
    `);
  });

  it('a report as pandoc writes it: all of it', async () => {
    const { metadata, paragraphs } = await importedFile(sampleFile('pandoc.html'), 'report.html');
    expect(metadata).toEqual({
      type: 'document',
      title: 'Note on the talks at Brod',
      author: [{ literal: 'Ana Petrović' }, { literal: 'Trade desk' }],
      issued: { 'date-parts': [[2025, 7, 14]] },
      language: 'en-GB',
    });
    expect(paragraphs.map(shownParagraph)).toMatchInlineSnapshot(`
      [
        "heading: Note on the talks at Brod",
        "text: Ana Petrović",
        "text: Trade desk",
        "text: 2025-07-14",
        "heading: Summary",
        "text: The two sides agreed on three points¹ and left two open. See the statement and https://example.org/annex. [the statement](https://gazette.example/documents/joint-statement.pdf) [https://example.org/annex](https://example.org/annex)",
        "item: Goods pass from 1 August.",
        "item: Travellers pass later:",
        "item: by bus first,",
        "item: on foot after that.",
        "quote: Nobody won today, and that is why it will last.",
        "text: Trade through Brod",
        "table: Year	North	South",
        "table: 2023	412	377",
        "table: 2024	96",
        "item: Term",
        "item: What it means here.",
        "text: first line",
        "text: second line",
        "item: Duties, the bridge, and the commission.",
      ]
    `);
  });

  it('the same as LibreOffice writes it', async () => {
    const { metadata, paragraphs } = await importedFile(sampleFile('libreoffice.html'), 'report.html');
    expect(metadata).toEqual({
      type: 'document',
      title: 'Note on the talks at Brod',
      author: [{ literal: 'Ana Petrović' }, { literal: 'Trade desk' }],
      issued: { 'date-parts': [[2025, 7, 14]] },
      language: 'en-GB',
    });
    expect(paragraphs.map(shownParagraph)).toMatchInlineSnapshot(`
      [
        "text: Note on the talks at Brod",
        "text: Ana Petrović",
        "text: Trade desk",
        "text: 2025-07-14",
        "heading: Summary",
        "text: The two sides agreed on three points¹ and left two open. See the statement and https://example.org/annex. [the statement](https://gazette.example/documents/joint-statement.pdf) [https://example.org/annex](https://example.org/annex)",
        "item: Goods pass from 1 August.",
        "item: Travellers pass later:",
        "item: by bus first,",
        "item: on foot after that.",
        "quote: Nobody won today, and that is why it will last.",
        "text: Trade through Brod",
        "table: Year	North	South",
        "table: 2023	412	377",
        "table: 2024	96",
        "text: Term",
        "text: What it means here.",
        "text: first line",
        "text: second line",
        "text: 1 Duties, the bridge, and the commission.",
        "~text: 1",
      ]
    `);
  });
});

describe('the article', () => {
  const sentence = 'The two sides agreed that trade should grow, and that visits should follow soon.';
  const article = `<div class="article">${`<p>${sentence}</p>`.repeat(12)}</div>`;
  const menu = `<div class="menu">${'<a href="https://x.example/a">Other news</a> '.repeat(9)}</div>`;

  it('leaves out what stands around it', () => {
    expect(shown(`<html><body>${menu}${article}${menu}</body></html>`)).toEqual(
      Array(12).fill(`text: ${sentence}`),
    );
  });

  it('is the whole page when nothing around it belongs to a site', () => {
    expect(shown(`<html><body><p>To: the desk</p>${article}<p>End.</p></body></html>`)).toHaveLength(14);
  });

  it('is the whole page when much of its text would be left out', () => {
    const other = `<form>${`<p>${sentence}</p>`.repeat(30)}</form>`;
    const texts = shown(`<html><body>${menu}${article}${other}</body></html>`);
    expect(texts.filter((text) => text.endsWith(sentence))).toHaveLength(42);
  });

  it('is the whole page when there is no article', () => {
    expect(shown('<nav>Home</nav><p>They met.</p><footer>©</footer>')).toEqual([
      '~text: Home',
      'text: They met.',
      'text: ©',
    ]);
  });

  it('keeps the leftovers that every importer knows', () => {
    expect(shown('<p>They met.</p><h2>Share</h2><p>Comment (0)</p>')).toEqual([
      'text: They met.',
      '~text: Share',
      '~text: Comment (0)',
    ]);
  });

  it('loses no sentence between its first and its last one', () => {
    const box =
      '<div class="sidebar related-promo"><p>Boxed words, with <a href="https://x.example">a link</a>.</p></div>';
    const markup = `<html><body>${menu}<div>${`<p>${sentence}</p>`.repeat(6)}${box}${`<p>${sentence}</p>`.repeat(6)}</div></body></html>`;
    expect(shown(markup).some((text) => text.includes('Boxed words'))).toBe(true);
  });
});

describe('what a page says of itself', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['nothing', '<p>a</p>', { type: 'document' }],
    ['its title', '<title> A\n b </title>', { type: 'document', title: 'A b' }],
    [
      'Open Graph before the browser’s title',
      '<title>A | Site</title><meta property="og:title" content="A">',
      { type: 'document', title: 'A' },
    ],
    [
      'where a browser saved it from',
      '<!-- saved from url=(0023)https://www.x.example/a --><html>',
      { type: 'webpage', URL: 'https://www.x.example/a', publisher: 'x.example' },
    ],
    [
      'its canonical address',
      '<link rel="canonical" href="https://x.example/a"><meta property="og:site_name" content="X">',
      { type: 'webpage', URL: 'https://x.example/a', publisher: 'X' },
    ],
    [
      'not an address that is a script, a file, or relative',
      '<link rel="canonical" href="javascript:x()"><meta property="og:url" content="file:///a"><base href="/b">',
      { type: 'document' },
    ],
    ['its language', '<html lang="vi_vn">', { type: 'document', language: 'vi-VN' }],
    ['a language that is none', '<html lang="x y">', { type: 'document' }],
    [
      'its authors',
      '<meta name="author" content="By A; B"><meta name="author" content="A"><meta name="author" content="https://x.example">',
      { type: 'document', author: [{ literal: 'A' }, { literal: 'B' }] },
    ],
    [
      'its date',
      '<meta property="article:published_time" content="2025-07-12T23:59:00+07:00">',
      { type: 'document', issued: { 'date-parts': [[2025, 7, 12]] } },
    ],
    ['not a date with two readings', '<meta name="date" content="07/12/2025">', { type: 'document' }],
    ['not a date that is none', '<meta name="date" content="2025-13-12">', { type: 'document' }],
    [
      'times of one day',
      '<time datetime="2025-07-12T08:00">a</time><time datetime="2025-07-12">b</time>',
      { type: 'document', issued: { 'date-parts': [[2025, 7, 12]] } },
    ],
    [
      'not times of several days',
      '<time datetime="2025-07-12">a</time><time datetime="2025-07-13">b</time>',
      { type: 'document' },
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">[{"@type":"Person","name":"C"},{"@type":["Report"],"headline":"A","author":"B","datePublished":"2025","inLanguage":"en"}]</script>',
      {
        type: 'document',
        title: 'A',
        author: [{ literal: 'B' }],
        issued: { 'date-parts': [[2025]] },
        language: 'en',
      },
    ],
    [
      'not JSON-LD that is none',
      '<script type="application/ld+json">{"@type":"Article","headline":{"__proto__":[1]},"author":[null,7]}</script><script type="application/ld+json">{</script>',
      { type: 'document' },
    ],
  ])('%s', (_, head, expected) => {
    expect(page(`${head}<p>They met.</p>`).metadata).toEqual(expected);
  });

  it('resolves links by its address, or by the base it names', () => {
    const link = '<p><a href="b">b</a></p>';
    const canonical = '<link rel="canonical" href="https://x.example/a/">';
    expect(shown(canonical + link)).toEqual(['text: b [b](https://x.example/a/b)']);
    expect(shown(`${canonical}<base href="/c/">${link}`)).toEqual(['text: b [b](https://x.example/c/b)']);
    expect(shown(link)).toEqual(['text: b']);
  });
});

describe('encodings', () => {
  const polish = '<p>Obie strony podkreśliły znaczenie współpracy „gospodarczej”.</p>';
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(polish)],
    ['UTF-8 that says it is something else', utf8(`<meta charset="iso-8859-2">${polish}`)],
    [
      'windows-1250, as the page says',
      encodeSingleByte(`<meta charset=windows-1250>${polish}`, 'windows-1250'),
    ],
    [
      'the same in the older way',
      encodeSingleByte(
        `<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">${polish}`,
        'windows-1250',
      ),
    ],
    ['UTF-16 by its mark', encodeUtf16(`<html>${polish}`, 'le')],
  ])('%s', (_, bytes) => {
    const result = importHtml(bytes, 'a.html');
    expect(result.ok && result.value.paragraphs.map(({ text }) => text)).toEqual([polish.slice(3, -4)]);
  });

  it('reads Latin-1 as browsers do, with quotation marks', () => {
    const result = importHtml(
      encodeSingleByte('<meta charset="ISO-8859-1"><p>“5 €”</p>', 'windows-1252'),
      'a.html',
    );
    expect(result.ok && result.value.paragraphs[0]?.text).toBe('“5 €”');
  });
});

describe('hostile pages', () => {
  it('run no script and read no entity that they declare', () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body>';
    const script =
      '<script>globalThis.pwned = 1</script><p onclick="x()">They met. &b;</p><img src=x onerror=x()>';
    expect(shown(bomb + script)).toEqual(['text: They met. &b;']);
    expect(globalThis).not.toHaveProperty('pwned');
  });

  it.each<[string, string]>([
    [
      'a thousand formats in one another',
      `<nav>x</nav>${'<b>'.repeat(1_000)}${'<p>They met, and talked for long, about it all.</p>'.repeat(2_000)}`,
    ],
    ['articles in one another', `<nav>x</nav>${'<article>'.repeat(190)}${'<p>They met.</p>'.repeat(500)}`],
    ['a paragraph of commas', `<nav>x</nav><p>${'a, '.repeat(100_000)}`],
    ['no-break spaces', `<p class="byline">${'\u00a0'.repeat(100_000)}x</p>`],
    ['attributes', `<p ${'a=1 '.repeat(20_000)}style="${'a:b;'.repeat(20_000)}">x`],
  ])(
    '%s: in good time',
    (_, markup) => {
      const started = performance.now();
      expect(page(markup).paragraphs.length).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(10_000);
    },
    30_000,
  );
});
