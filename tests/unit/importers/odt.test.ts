import { describe, expect, it } from 'vitest';
import {
  importedSource,
  linesOf,
  linksOf,
  odtOf,
  refusalOf,
  sample,
  type SampleName,
} from './office-files.ts';
import { briefLines, statementLines, talksLines, talksLinks } from './sample-paragraphs.ts';

const linesOfText = async (text: string, files: Readonly<Record<string, string>> = {}) =>
  linesOf(await importedSource(odtOf(text, files), 'a.odt'));

describe('an OpenDocument text', () => {
  it.each<[SampleName, readonly string[]]>([
    ['talks-libreoffice.odt', talksLines],
    ['statement-libreoffice.odt', statementLines],
    ['brief-pandoc.odt', briefLines],
  ])('is read as a person reads it: %s', async (name, lines) => {
    expect(linesOf(await importedSource(sample(name), name))).toEqual(lines);
  });

  it('keeps the links that lead to the web or to a mailbox, at their words', async () => {
    const name = 'talks-libreoffice.odt';
    expect(linksOf(await importedSource(sample(name), name))).toEqual(talksLinks);
  });

  it('tells its title, its first author and its language, and no date, as it has none of publication', async () => {
    const { title, metadata } = await importedSource(sample('talks-libreoffice.odt'), 'a.odt');
    expect(title).toBe('Talks in Hanoi');
    expect(metadata).toEqual({
      type: 'document',
      title: 'Talks in Hanoi',
      author: [{ literal: 'Nguyễn Thị Hoa' }],
      language: 'en-GB',
    });
  });

  it.each<[string, string, readonly string[]]>([
    [
      'white space that is markup',
      '<text:p>a\n   b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e</text:p>',
      ['text: a b c d e'],
    ],
    ['a no-break space', '<text:p>5\u00a0per cent</text:p>', ['text: 5\u00a0per cent']],
    [
      'deleted and inserted text',
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change/> b<text:change-start/> c<text:change-end/></text:p>',
      ['text: a b c'],
    ],
    [
      'a remark',
      '<text:p>a<office:annotation><text:p>why?</text:p></office:annotation>b</text:p>',
      ['text: ab'],
    ],
    [
      'the reading of a character',
      '<text:p><text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby>で</text:p>',
      ['text: 東京で'],
    ],
    [
      'hidden text',
      '<text:p>a<text:hidden-text text:condition="x">secret</text:hidden-text></text:p>',
      ['text: a'],
    ],
    [
      'an item of two paragraphs',
      '<text:list><text:list-item><text:p>first</text:p><text:p>second</text:p></text:list-item></text:list>',
      ['item: first', 'text: second'],
    ],
    [
      'a numbered heading in a list',
      '<text:list><text:list-item><text:h>Trade</text:h></text:list-item></text:list>',
      ['heading: Trade'],
    ],
    [
      'a table of contents',
      '<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Trade 3</text:p></text:index-body></text:table-of-content><text:h>Trade</text:h>',
      ['~text: Trade 3', 'heading: Trade'],
    ],
    [
      'a note with a sign of its own',
      '<text:p>a<text:note><text:note-citation>*</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p>',
      ['text: a[*]', 'text: [*] b'],
    ],
    [
      'a note that hangs on a note',
      '<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b<text:note><text:note-citation>2</text:note-citation><text:note-body><text:p>c</text:p></text:note-body></text:note></text:p></text:note-body></text:note></text:p>',
      ['text: a¹', 'text: ¹ b²', 'text: ² c'],
    ],
    [
      'a note in a table',
      '<table:table><table:table-row><table:table-cell><text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table>',
      ['table: a¹\tb', 'text: ¹ n', 'table: c\td'],
    ],
    [
      'a table that only frames text',
      '<table:table><table:table-row><table:table-cell><text:h>Trade</text:h><text:p>It grew.</text:p></table:table-cell></table:table-row></table:table>',
      ['heading: Trade', 'text: It grew.'],
    ],
    [
      'a text box in a group',
      '<text:p>a<draw:g><draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame></draw:g></text:p>',
      ['text: a', 'text: in the box'],
    ],
    ['a style that descends from itself', '<text:p text:style-name="P1">a</text:p>', ['text: a']],
    ['an empty paragraph', '<text:p>a</text:p><text:p> \u200b</text:p>', ['text: a']],
  ])('handles %s', async (_, text, lines) => {
    const styles = `<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:styles><style:style style:family="paragraph" style:name="P1" style:parent-style-name="P2"/><style:style style:family="paragraph" style:name="P2" style:parent-style-name="P1"/></office:styles></office:document-styles>`;
    expect(await linesOfText(text, { 'styles.xml': styles })).toEqual(lines);
  });

  it('reads a formula in one line', async () => {
    const formula =
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mn>1</mn><mrow><mi>x</mi><mo>+</mo><mn>2</mn></mrow></mfrac></math>';
    const text = '<text:p>It is <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>.</text:p>';
    expect(await linesOfText(text, { 'Object 1/content.xml': formula })).toEqual(['text: It is 1/(x+2).']);
  });

  it.each(['minutes.docx', 'minutes.txt', 'minutes'])(
    'is known by what it is and not by its name: %s',
    async (name) => {
      expect(linesOf(await importedSource(sample('talks-libreoffice.odt'), name))).toEqual(talksLines);
    },
  );

  const encrypted =
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>';

  it.each<[string, Uint8Array, string]>([
    ['holds no text', odtOf('<text:p/>'), 'no-text'],
    [
      'has a password',
      odtOf('<text:p>a</text:p>', { 'META-INF/manifest.xml': encrypted }),
      'password-protected',
    ],
    ['is not well-formed', odtOf('<text:p>'), 'damaged-archive'],
    ['is a spreadsheet inside', odtOf('', { 'content.xml': '<x/>' }), 'damaged-archive'],
    ['has no content', odtOf('', { 'content.xml': '' }), 'damaged-archive'],
    ['stands too deep', odtOf(`${'<text:section>'.repeat(300)}${'</text:section>'.repeat(300)}`), 'too-deep'],
    ['stands deep enough to break a stack', odtOf('<text:section>'.repeat(500_000)), 'too-deep'],
  ])('is refused by name when it %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes, 'a.odt')).toBe(code);
  });
});
