import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  concat,
  docxOf,
  importedSource,
  linesOf,
  linksOf,
  refusalOf,
  relationshipsOf,
  sample,
  wordXml,
  type SampleName,
} from './office-files.ts';
import { briefLines, statementLines, talksLines, talksLinks } from './sample-paragraphs.ts';

const linesOfBody = async (body: string, files: Readonly<Record<string, string>> = {}) =>
  linesOf(await importedSource(docxOf(body, files), 'a.docx'));

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string) => `<w:p>${content}</w:p>`;
const styled = (style: string, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

const style = (id: string, name: string, rest = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;

const styles = wordXml(
  'styles',
  [
    style('berschrift1', 'heading 1'),
    style('MyHeading', 'My heading', '<w:basedOn w:val="berschrift1"/>'),
    style('Outlined', 'Outlined', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
    style('Zitat', 'Quote'),
    style('Liste', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
    style('Verzeichnis1', 'toc 1'),
    style('Untertitel', 'Subtitle'),
    style('Loop', 'Loop', '<w:basedOn w:val="Loop"/>'),
  ].join(''),
);

const notes = (kind: string, texts: Readonly<Record<string, string>>) =>
  wordXml(
    `${kind}s`,
    `<w:${kind} w:id="-1" w:type="separator">${paragraph(run('——'))}</w:${kind}>${Object.entries(texts)
      .map(([id, content]) => `<w:${kind} w:id="${id}">${content}</w:${kind}>`)
      .join('')}`,
  );

const files = {
  'word/_rels/document.xml.rels': relationshipsOf({
    styles: 'styles.xml',
    footnotes: 'footnotes.xml',
    endnotes: '/word/endnotes.xml',
  }),
  'word/styles.xml': styles,
  'word/footnotes.xml': notes('footnote', {
    '2': paragraph(`<w:r><w:footnoteRef/></w:r>${run(' first note')}`),
    '3': paragraph(run('second note')) + paragraph(run('goes on')),
    '4': paragraph(`${run('about a note')}<w:r><w:footnoteReference w:id="3"/></w:r>`),
    '5': paragraph(run('* its own sign')),
  }),
  'word/endnotes.xml': notes('endnote', { '2': paragraph(run('last')) }),
};

describe('a Word document', () => {
  it.each<[SampleName, readonly string[]]>([
    ['talks-libreoffice.docx', talksLines],
    ['statement-libreoffice.docx', statementLines],
    ['brief-pandoc.docx', briefLines],
  ])('is read as a person reads it: %s', async (name, lines) => {
    expect(linesOf(await importedSource(sample(name), name))).toEqual(lines);
  });

  it('keeps the links that lead to the web or to a mailbox, at their words', async () => {
    const name = 'talks-libreoffice.docx';
    expect(linksOf(await importedSource(sample(name), name))).toEqual(talksLinks);
  });

  it('tells its title, its authors and its language, and no date, as it has none of publication', async () => {
    const { title, metadata } = await importedSource(sample('brief-pandoc.docx'), 'a.docx');
    expect(title).toBe('Báo cáo về cuộc họp');
    expect(metadata).toEqual({
      type: 'document',
      title: 'Báo cáo về cuộc họp',
      author: [{ literal: 'Trần Văn An' }, { literal: 'Mai Lê' }],
      language: 'vi',
    });
  });

  it.each<[string, string, readonly string[]]>([
    [
      'a simple field',
      paragraph(`See <w:fldSimple w:instr="REF x">${run('Figure 1')}</w:fldSimple>`),
      ['text: Figure 1'],
    ],
    [
      'text that runs from right to left',
      paragraph(`<w:bdo w:val="rtl">${run('عام ٢٠٢٥')}</w:bdo>`),
      ['text: عام ٢٠٢٥'],
    ],
    [
      'the reading of a character',
      paragraph(
        `<w:r><w:ruby><w:rt>${run('とうきょう')}</w:rt><w:rubyBase>${run('東京')}</w:rubyBase></w:ruby></w:r>`,
      ),
      ['text: 東京'],
    ],
    [
      'a formula',
      paragraph(
        `${run('It is ')}<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2x</m:t></m:r></m:den></m:f></m:oMath>`,
      ),
      ['text: It is 1/(2x)'],
    ],
    [
      'an exponent',
      paragraph(`${run('10')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r>`),
      ['text: 10⁶'],
    ],
    [
      'hidden text',
      paragraph(`${run('a')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>`),
      ['text: a'],
    ],
    [
      'deleted, moved and inserted text',
      paragraph(
        `${run('a')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:moveFrom>${run('old place')}</w:moveFrom><w:ins>${run(' new')}</w:ins><w:moveTo>${run(' place')}</w:moveTo>`,
      ),
      ['text: a new place'],
    ],
    [
      'a deleted end of a paragraph',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('One ')}</w:p>${paragraph(run('and one.'))}`,
      ['text: One and one.'],
    ],
    [
      'a deleted row',
      `<w:tbl>${row(cell(paragraph(run('a'))), cell(paragraph(run('b'))))}<w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph(run('x')))}${cell(paragraph(run('y')))}</w:tr></w:tbl>`,
      ['table: a\tb'],
    ],
    [
      'cells over several columns and rows',
      `<w:tbl>${row(cell(paragraph(run('a')), '<w:gridSpan w:val="2"/>'), cell(paragraph(run('b')), '<w:vMerge w:val="restart"/>'))}${row(cell(paragraph(run('c'))), cell(paragraph(run('d'))), cell('<w:p/>', '<w:vMerge/>'))}${row(cell('<w:p/>', '<w:vMerge/>'), cell(paragraph(run('e'))), cell(paragraph(run('f'))))}</w:tbl>`,
      ['table: a\t\tb', 'table: c\td', 'table: e\tf'],
    ],
    [
      'a table that only frames text',
      `<w:tbl>${row(cell(styled('berschrift1', 'Trade') + paragraph(run('It grew.'))))}</w:tbl>`,
      ['heading: Trade', 'text: It grew.'],
    ],
    [
      'a text box that is there twice',
      paragraph(
        `${run('Beside.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('In it.')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('In it.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      ['text: Beside.', 'text: In it.'],
    ],
    [
      'a text box without a fallback, in a shape of any form',
      paragraph(`<w:r><w:pict><v:oval><v:textbox>${box('In it.')}</v:textbox></v:oval></w:pict></w:r>`),
      ['text: In it.'],
    ],
    [
      'headings by their style, by what that is based on, and by its outline level',
      styled('berschrift1', 'A') + styled('MyHeading', 'B') + styled('Outlined', 'C') + styled('Loop', 'd'),
      ['heading: A', 'heading: B', 'heading: C', 'text: d'],
    ],
    [
      'quotations, a subtitle, and lines of a table of contents',
      styled('Zitat', 'We agree.') + styled('Untertitel', 'Hanoi, May') + styled('Verzeichnis1', 'Trade 3'),
      ['quote: We agree.', 'text: Hanoi, May', '~text: Trade 3'],
    ],
    [
      'lists by numbering and by style, and a paragraph that was taken out of one',
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="7"/><w:numId w:val="1"/></w:numPr></w:pPr>${run('a')}</w:p>${styled('Liste', 'b')}<w:p><w:pPr><w:pStyle w:val="Liste"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>${run('c')}</w:p>`,
      ['item: a', 'item: b', 'text: c'],
    ],
    [
      'content controls around paragraphs and rows',
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(run('a'))}</w:sdtContent></w:sdt><w:tbl><w:sdt><w:sdtContent>${row(cell(paragraph(run('b'))), cell(paragraph(run('c'))))}</w:sdtContent></w:sdt></w:tbl>`,
      ['text: a', 'table: b\tc'],
    ],
    [
      'footnotes and endnotes, each where it hangs',
      paragraph(`${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
        paragraph(
          `${run('b')}<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="3"/></w:r>`,
        ),
      [
        'text: a¹',
        'text: ¹ first note',
        'text: b[i]²',
        'text: [i] last',
        'text: ² second note',
        'text: goes on',
      ],
    ],
    [
      'a note that hangs on a note, and one with a sign of its own',
      paragraph(
        `${run('a')}<w:r><w:footnoteReference w:id="4"/></w:r><w:r><w:footnoteReference w:id="5" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`,
      ),
      ['text: a¹*', 'text: ¹ about a note²', 'text: * its own sign', 'text: ² second note', 'text: goes on'],
    ],
    [
      'a note in a table',
      `<w:tbl>${row(cell(paragraph(`${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r>`)), cell(paragraph(run('b'))))}${row(cell(paragraph(run('c'))), cell(paragraph(run('d'))))}</w:tbl>`,
      ['table: a¹\tb', 'text: ¹ first note', 'table: c\td'],
    ],
    [
      'hyphens, symbols and breaks',
      paragraph(
        '<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>paper</w:t><w:br/><w:sym w:font="Wingdings" w:char="F0E0"/><w:tab/><w:t>b</w:t></w:r>',
      ),
      ['text: non\u2011paper 🡪 b'],
    ],
    [
      'text that looks like its own markup',
      paragraph(
        run('&lt;w:b/&gt; and w:rsidR="00AB" stay') + '<w:r><w:t><![CDATA[ as <w:b/> does]]></w:t></w:r>',
      ),
      ['text: <w:b/> and w:rsidR="00AB" stay as <w:b/> does'],
    ],
    [
      'a field with its instruction, which is not text',
      paragraph(
        `${field('begin')}${instruction(' IF ')}${run('never shown')}${field('separate')}${run('shown')}${field('end')}${run(' after')}`,
      ),
      ['text: shown after'],
    ],
  ])('handles %s', async (_, body, lines) => {
    expect(await linesOfBody(body, files)).toEqual(lines);
  });

  it('keeps a link that is a field', async () => {
    const body = paragraph(
      `${run('See ')}${field('begin')}${instruction(' HYPERLINK "https://example.org/a?b=1&amp;c=2" ')}${field('separate')}${run('the statement')}${field('end')}.`,
    );
    expect(linksOf(await importedSource(docxOf(body), 'a.docx'))).toEqual([
      'the statement → https://example.org/a?b=1&c=2',
    ]);
  });

  it('is read in the strict form of the standard, and wherever its parts are', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const bytes = docxOf('', {
      '_rels/.rels': relationshipsOf({ officeDocument: '/text/main.xml' }),
      'text/main.xml': `<x:document xmlns:x="${strict}"><x:body><x:p><x:r><x:t>They met.</x:t></x:r></x:p></x:body></x:document>`,
    });
    expect(linesOf(await importedSource(bytes, 'a.docx'))).toEqual(['text: They met.']);
  });

  it.each(['minutes.txt', 'minutes.odt', 'minutes.epub', 'minutes'])(
    'is known by what it is and not by its name: %s',
    async (name) => {
      expect(linesOf(await importedSource(sample('talks-libreoffice.docx'), name))).toEqual(talksLines);
    },
  );

  const compound = (content: string) =>
    concat([
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      new Uint8Array(600),
      strToU8(content),
    ]);
  const protectedPart = Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('');

  it.each<[string, Uint8Array, string]>([
    ['has a password', compound(protectedPart), 'password-protected'],
    ['is of an older Word', compound(''), 'unsupported-format'],
    ['holds no text', docxOf(paragraph('')), 'no-text'],
    ['holds another document', docxOf(`${paragraph(run('a'))}<w:altChunk/>`), 'needs-word'],
    ['is not well-formed', docxOf('<w:p>'), 'damaged-archive'],
    ['breaks off', docxOf('<w:p><w:r'), 'damaged-archive'],
    [
      'has an entity',
      docxOf('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
      'unsafe-xml',
    ],
    [
      'has styles that break off',
      docxOf(paragraph(run('a')), { ...files, 'word/styles.xml': '<a' }),
      'damaged-archive',
    ],
    ['stands too deep', docxOf('<w:sdt>'.repeat(250) + '</w:sdt>'.repeat(250)), 'too-deep'],
    ['stands deep enough to break a stack', docxOf('<w:sdt>'.repeat(500_000)), 'too-deep'],
  ])('is refused by name when it %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes, 'a.docx')).toBe(code);
  });

  it('is read in good time with ten thousand paragraphs, and with notes that each hang on the one before', async () => {
    const count = 10_000;
    const chain = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        String(index),
        paragraph(`${run('note')}<w:r><w:footnoteReference w:id="${String(index + 1)}"/></w:r>`),
      ]),
    );
    const body = `${paragraph(run('They met, and agreed to meet again. '.repeat(10))).repeat(count)}${paragraph('<w:r><w:footnoteReference w:id="0"/></w:r>')}`;
    const started = performance.now();
    const lines = await linesOfBody(body, { ...files, 'word/footnotes.xml': notes('footnote', chain) });
    expect(lines.length).toBe(2 * count + 1);
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);
});
