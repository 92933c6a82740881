import { describe, expect, it } from 'vitest';
import { importPasted } from '../../../core/importers/pasted/import-pasted.ts';
import { shownParagraph } from './shown-paragraphs.ts';

const pasted = (html: string, text: string) => {
  const result = importPasted({ html, text });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} @list l0:level1 {mso-level-text:·;} --></style></head>
<body lang=EN-GB><!--StartFragment--><h1>Result<o:p></o:p></h1>
<p class=MsoNormal><b><span style='font-size:11.0pt'>The two sides</span></b> agreed on
<a href="https://x.example/s">three points</a>:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>goods,<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>travellers.</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Year<o:p></o:p></p></td><td><p class=MsoNormal>North</p></td></tr></table><!--EndFragment--></body></html>`;

describe('pasted text', () => {
  it.each<[string, string, string, string[]]>([
    [
      'from Word',
      word,
      'Result\nThe two sides agreed on three points:\n·   goods,\n2.  travellers.\n\nYear\tNorth',
      [
        'heading: Result',
        'text: The two sides agreed on three points: [three points](https://x.example/s)',
        'item: goods,',
        'item: travellers.',
        'table: Year\tNorth',
      ],
    ],
    [
      'from a browser',
      '<meta charset="utf-8"><p style="color:red">One <a href="/x">two</a>.</p><ul><li>three</li></ul>',
      'One two.\n\nthree',
      ['text: One two.', 'item: three'],
    ],
    [
      'from a mail',
      '<div dir="ltr">One.<div><br></div><div>Two.</div><blockquote>Three.</blockquote></div>',
      'One.\n\nTwo.\n\nThree.',
      ['text: One.', 'text: Two.', 'quote: Three.'],
    ],
    [
      'a run of text without structure, by the rules for text',
      '<span>One\nTwo</span>',
      'One.\n\n- two',
      ['text: One.', 'item: - two'],
    ],
    ['text alone', '', 'One.\n\nTwo.', ['text: One.', 'text: Two.']],
    [
      'HTML that says less than the text',
      '<p>One</p>',
      'One two three four five six.',
      ['text: One two three four five six.'],
    ],
    ['HTML that is too deep', '<div>'.repeat(300), 'One.', ['text: One.']],
    [
      'what stands outside of the fragment',
      '<p>a</p><!--StartFragment--><p>One.</p><!--EndFragment--><p>b</p>',
      'One.',
      ['text: One.'],
    ],
    ['a script', '<p>One.</p><script>alert(1)</script><img src=x onerror=alert(1)>', 'One.', ['text: One.']],
  ])('%s', (_, html, text, expected) => {
    expect(pasted(html, text).paragraphs.map(shownParagraph)).toEqual(expected);
  });

  it('knows the page that it comes from where Windows says so', () => {
    const html =
      'Version:0.9\r\nStartHTML:00000\r\nSourceURL:https://x.example/a/b\r\n<html><body><!--StartFragment--><p><a href="c">One</a></p><!--EndFragment--></body></html>';
    const { metadata, paragraphs } = pasted(html, 'One');
    expect(metadata).toEqual({ type: 'webpage', URL: 'https://x.example/a/b' });
    expect(paragraphs.map(shownParagraph)).toEqual(['text: One [One](https://x.example/a/c)']);
  });

  it('takes its title from a heading that it begins with, else from its first words', () => {
    expect(pasted('<h2>Result</h2><p>One.</p>', 'Result\nOne.')).toMatchObject({
      title: 'Result',
      metadata: { title: 'Result' },
    });
    expect(pasted('', 'They met.').title).toBe('They met.');
  });

  it.each<[string, string, string, string]>([
    ['nothing', '<p>&nbsp;</p>', ' \n', 'no-text'],
    ['more than is allowed', '', 'a'.repeat(50 * 1024 * 1024 + 1), 'text-too-long'],
    ['more paragraphs than are allowed', '', 'a\n'.repeat(200_001), 'too-many-paragraphs'],
  ])('refuses %s', (_, html, text, code) => {
    const result = importPasted({ html, text });
    expect(result.ok ? 'imported' : result.error.code).toBe(code);
  });
});
