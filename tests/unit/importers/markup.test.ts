import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../../core/importers/markup/parse-markup.ts';
import { paragraphsOfMarkup } from '../../../core/importers/markup/paragraphs-of-markup.ts';
import { shownParagraph } from './shown-paragraphs.ts';

function read(markup: string, baseUrl?: string) {
  const parsed = parseMarkup(markup, 'a.html');
  if (!parsed.ok) throw new Error(parsed.error.code);
  return paragraphsOfMarkup(parsed.value, { baseUrl });
}
const shown = (markup: string, baseUrl?: string) => read(markup, baseUrl).map(shownParagraph);

describe('kinds', () => {
  it.each<[string, string, string[]]>([
    ['headings', '<h1>A</h1><h6>B</h6>', ['heading: A', 'heading: B']],
    [
      'text in paragraphs, divisions, and alone',
      'a<p>b</p>c<div>d<div>e</div>f</div>',
      ['text: a', 'text: b', 'text: c', 'text: d', 'text: e', 'text: f'],
    ],
    [
      'items of nested lists, in order',
      '<ol><li>a<ul><li>b</li></ul>c<li>d</ol>',
      ['item: a', 'item: b', 'text: c', 'item: d'],
    ],
    ['what follows in an item is text', '<li><p>a</p><p>b</p></li>', ['item: a', 'text: b']],
    ['a definition list', '<dl><dt>a<dd>b</dl>', ['item: a', 'item: b']],
    [
      'quotations, with all that is in them',
      '<blockquote>a<h2>b</h2><ul><li>c</ul></blockquote>d',
      ['quote: a', 'quote: b', 'quote: c', 'text: d'],
    ],
    [
      'a caption of a picture; the picture leaves nothing',
      '<figure><img alt="p"><figcaption>a</figcaption></figure>',
      ['text: a'],
    ],
    [
      'lines of preformatted text',
      '<pre>a  b\n c\n\nd<br>e</pre>',
      ['text: a b', 'text: c', 'text: d', 'text: e'],
    ],
    ['an unfinished page', '<html><head><title>t</title><p>a<p>b<b>c', ['text: a', 'text: bc']],
    [
      'empty elements of XHTML',
      '<?xml version="1.0"?><html><head><title/><script src="x"/></head><body><p>a<a id="x"/>b</p></body></html>',
      ['text: ab'],
    ],
    ['the same in HTML are start tags', '<p>a<a id="x"/>b</p>', ['text: ab']],
    [
      'items of lists as Word writes them',
      '<p style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp; </span></span><![endif]>a<o:p></o:p></p><p>b</p>',
      ['item: a', 'text: b'],
    ],
  ])('%s', (_, markup, expected) => {
    expect(shown(markup)).toEqual(expected);
  });
});

describe('tables', () => {
  it.each<[string, string, string[]]>([
    [
      'a row is a paragraph, its cells parted by tabs',
      '<table><caption>c</caption><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>1</td><td>2</td></tr></table>',
      ['text: c', 'table: A\tB', 'table: 1\t2'],
    ],
    [
      'end tags left out',
      '<table><tr><th>A<th>B<tr><td>1<td>2</table>d',
      ['table: A\tB', 'table: 1\t2', 'text: d'],
    ],
    ['a head cell after a cell', '<table><tr><td>a<th>b</table>', ['table: a\tb']],
    [
      'empty cells inside keep their tab, empty rows go',
      '<table><tr><td>a<td> <td>c<tr><td>&nbsp;<td></table>',
      ['table: a\t\tc'],
    ],
    [
      'paragraphs of a cell stand in one line',
      '<table><tr><td><p>a</p><p>b\n c</p></td><td>d<br>e<ul><li>f</ul></td></tr></table>',
      ['table: a b c\td e f'],
    ],
    [
      'one cell in each row is layout',
      '<table><tr><td><h1>a</h1>b</td></tr><tr><td>c</td></tr></table>',
      ['heading: a', 'text: b', 'text: c'],
    ],
    [
      'a table in it is layout, the inner one is none',
      '<table><tr><td>a<td><table><tr><td>b<td>c</table></table>',
      ['text: a', 'table: b\tc'],
    ],
    [
      'one that says so is layout',
      '<table role="presentation"><tr><td>a<td>b</table>',
      ['text: a', 'text: b'],
    ],
    [
      'one with an article in a cell is layout',
      `<table><tr><td>a<td><p>b<p>${'c'.repeat(4_000)}</table>`,
      ['text: a', 'text: b', `text: ${'c'.repeat(4_000)}`],
    ],
    ['rows without a table are text', '<tr><td>a<td>b', ['text: a', 'text: b']],
  ])('%s', (_, markup, expected) => {
    expect(shown(markup)).toEqual(expected);
  });

  it('keeps the links of cells at their places', () => {
    const [row] = read('<table><tr><td>ab<td> <a href="https://x.example/">cd</a> e</table>');
    expect(row).toEqual({
      kind: 'table',
      text: 'ab\tcd e',
      leftover: false,
      links: [{ start: 3, end: 5, url: 'https://x.example/' }],
    });
  });
});

describe('text', () => {
  it.each<[string, string, string[]]>([
    ['white space is one space', '<p> a\n\t b <b> c</b>d </p>', ['text: a b cd']],
    [
      'no-break spaces and soft hyphens stay inside',
      '<p>&nbsp;a&nbsp;b&shy;c&nbsp;</p>',
      ['text: a\u00a0b\u00adc'],
    ],
    [
      'a lone break is a space, two part',
      '<p>a<br>b<br> <br>c<br/>&nbsp;<br/>d</p>',
      ['text: a b', 'text: c', 'text: d'],
    ],
    ['entities, also of windows-1252', '<p>&ldquo;a&#148; &#x20ac; &amp;lt;</p>', ['text: “a” € &lt;']],
    ['quotation marks that the browser draws', '<p><q>a</q> b</p>', ['text: “a” b']],
    [
      'marks of notes and exponents do not become part of a figure',
      '<p>2025<sup>3</sup>, 10<sup>-6</sup>, 1<sup>st</sup>, x<sup>[1]</sup></p>',
      ['text: 2025³, 10⁻⁶, 1st, x[1]'],
    ],
    ['control characters go', '<p>a\u0007b&#1;c</p>', ['text: abc']],
    ['what can’t be seen is no paragraph', '<p>&nbsp;</p><p>\u200b</p><li>&shy;</li>', []],
    ['text after the last end tag', '<html><body><p>a</p></body></html>b', ['text: a', 'text: b']],
    ['stray signs', 'a < b & c <3 &foo; > d', ['text: a < b & c <3 &foo; > d']],
    ['a comment and a declaration', 'a<!-- <p>b -->c<!DOCTYPE html><?php x ?>d', ['text: acd']],
  ])('%s', (_, markup, expected) => {
    expect(shown(markup)).toEqual(expected);
  });

  it.each([
    ['hidden', '<p hidden>x</p>'],
    ['aria-hidden', '<p aria-hidden="true">x<b>y</b></p>'],
    ['display: none', '<div style="color: red; display : none"><p>x</p></div>'],
    ['visibility: hidden', '<span style="visibility:hidden">x</span>'],
    ['in capitals', '<P STYLE="DISPLAY:NONE">x</P>'],
    ['a closed dialog', '<dialog>x</dialog>'],
    ['a script', '<script>document.write("x")</script>'],
    ['a style', '<style>p::before { content: "x" }</style>'],
    ['a template, and what stands in for scripts', '<template>x</template><noscript>x</noscript>'],
    ['a drawing', '<svg><text>x</text><title>x</title></svg>'],
    ['controls', '<textarea>x</textarea><select><option>x</select><input value="x">'],
    ['a frame and a player', '<iframe srcdoc="x">x</iframe><video>x</video>'],
    [
      'Office XML',
      '<xml><w:WordDocument><w:View>x</w:View></w:WordDocument></xml><!--[if gte mso 9]><xml>x</xml><![endif]-->',
    ],
    ['the arrow from a note back to its mark', '<a role="doc-backlink" href="#r1">x</a>'],
  ])('does not show %s', (_, markup) => {
    expect(shown(`<p>a</p>${markup}<p>b</p>`)).toEqual(['text: a', 'text: b']);
  });
});

it('shows a page that hid itself from screen readers while it asked for cookies', () => {
  expect(shown('<div aria-hidden="true"><div><h1>a</h1><p>b</p></div></div>')).toEqual([
    'heading: a',
    'text: b',
  ]);
});

describe('links', () => {
  it.each<[string, string, string[]]>([
    [
      'web and mail',
      '<p>a <a href="https://x.example/?a=1&amp;b">b</a>, <a href="mailto:c@x.example">c</a></p>',
      ['text: a b, c [b](https://x.example/?a=1&b) [c](mailto:c@x.example)'],
    ],
    [
      'without the white space around them',
      '<p><a href="http://x.example"> a </a>b</p>',
      ['text: a b [a](http://x.example/)'],
    ],
    [
      'relative ones by the address of the page',
      '<p><a href="../c">a</a></p>',
      ['text: a [a](https://p.example/c)'],
    ],
    ['not those within the page', '<p>a<a href="#n1">1</a></p>', ['text: a1']],
    [
      'not scripts, files and data',
      '<p><a href="javascript:x()">a</a><a href=" JaVa&#9;script:x()">b</a><a href="file:///c">c</a><a href="data:text/html,x">d</a></p>',
      ['text: abcd'],
    ],
    ['not those of a picture alone', '<p>a<a href="https://x.example"><img alt="b"></a></p>', ['text: a']],
    [
      'over two paragraphs, one each',
      '<a href="https://x.example"><p>a</p><p>b</p></a>c',
      ['text: a [a](https://x.example/)', 'text: b [b](https://x.example/)', 'text: c'],
    ],
    [
      'an unclosed one ends where the next begins',
      '<p><a href="https://x.example">a <a href="https://y.example">b</a> c</p>',
      ['text: a b c [a](https://x.example/) [b](https://y.example/)'],
    ],
    [
      'attributes in capitals',
      '<P><A HREF="https://x.example">a</A></P>',
      ['text: a [a](https://x.example/)'],
    ],
  ])('%s', (_, markup, expected) => {
    expect(shown(markup, 'https://p.example/a/b')).toEqual(expected);
  });

  it('leaves relative ones text when the page does not say where it stood', () => {
    expect(shown('<p><a href="/c">a</a></p>')).toEqual(['text: a']);
  });

  it('leaves an address text that is longer than any', () => {
    expect(shown(`<p><a href="https://x.example/${'a'.repeat(5_000)}">a</a></p>`)).toEqual(['text: a']);
  });
});

describe('size', () => {
  it.each<[string, string, string]>([
    ['unclosed elements', '<div>'.repeat(100_000), 'too-deep'],
    ['unclosed formats', '<b>'.repeat(100_000), 'too-deep'],
    ['cells in items in cells', '<td><li>'.repeat(100_000), 'too-deep'],
    ['deeper than is allowed by one', '<div>'.repeat(201), 'too-deep'],
    ['more elements than are allowed', '<br>'.repeat(1_000_001), 'too-much-markup'],
    ['more entities than are allowed', '&amp;'.repeat(1_000_001), 'too-much-markup'],
  ])('refuses %s', (_, markup, code) => {
    const parsed = parseMarkup(markup, 'a.html');
    expect(parsed.ok ? 'read' : parsed.error.code).toBe(code);
    expect(parsed.ok ? '' : parsed.error.message).toContain('a.html');
  });

  it.each<[string, string]>([
    ['as deep as is allowed', '<div>'.repeat(200)],
    ['a thousand paragraphs that are never closed, nor their font', '<p><font size=2>a'.repeat(900)],
    ['end tags without a start', '</div></p></b>'.repeat(10_000)],
    [
      'tags in comments, scripts and values',
      `${'<!--<div>-->'.repeat(300)}<script>${'<div>'.repeat(300)}</script><p title="${'<div>'.repeat(300)}">`,
    ],
    ['an attribute that is never closed', `<p title="${'<div>'.repeat(300)}`],
  ])('reads %s', (_, markup) => {
    expect(parseMarkup(markup, 'a.html').ok).toBe(true);
  });

  it('reads a hundred thousand empty paragraphs and one endless one in good time', () => {
    const started = performance.now();
    expect(shown('<p></p>'.repeat(100_000))).toEqual([]);
    expect(read(`<p>${'a &amp; b '.repeat(50_000)}</p>`)[0]?.text).toHaveLength(299_999);
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 30_000);
});
