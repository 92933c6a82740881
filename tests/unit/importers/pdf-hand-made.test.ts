import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importPdf } from '../../../core/importers/pdf/import-pdf.ts';
import { importLimits } from '../../../core/importers/limits.ts';
import { importInWorker } from '../../../host/command-line/import-in-worker.ts';
import { resourcesBeside } from '../../../host/resources.ts';
import { chineseInGbk, chinesePage, lines, makePdf, onePage, stream } from './make-pdf.ts';
import { codeOfPdf, importedPdf, pdfFile, shownParagraphs } from './pdf-files.ts';

const text = lines('The talks went well.');
const ascii = (bytes: string) => new Uint8Array(Buffer.from(bytes, 'latin1'));

/** A document of many pages that all have the same content, but for `#`, which is the number of the page. */
function manyPages(count: number, content: string): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${String(4 + index * 2)} 0 R`).join(' ');
  return makePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${String(count)}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...Array.from({ length: count }, (_, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${String(5 + index * 2)} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      stream(content.replaceAll('#', String(index + 1))),
    ]).flat(),
  ]);
}

const at = (x: number, y: number, words: string, size = 12) =>
  `BT /F ${String(size)} Tf ${String(x)} ${String(y)} Td (${words}) Tj ET\n`;

describe('what a page draws', () => {
  it.each<[string, string, string[]]>([
    [
      'words that are placed one by one',
      at(72, 700, 'The') + at(95, 700, 'talks') + at(125, 700, 'went well.'),
      ['1 text: The talks went well.'],
    ],
    [
      'letters with space between them',
      'BT /F 12 Tf 1.2 Tc 72 700 Td (Talks went well.) Tj ET',
      ['1 text: Talks went well.'],
    ],
    [
      'kerning',
      'BT /F 12 Tf 72 700 Td [(T) 80 (alks) -300 (went) -300 (well.)] TJ ET',
      ['1 text: Talks went well.'],
    ],
    [
      'a line that is drawn before the one above it',
      at(72, 685, 'and ended late.') + at(72, 700, 'The talks began on Monday'),
      ['1 text: The talks began on Monday and ended late.'],
    ],
    ['bold type made by drawing twice', at(72, 700, 'Talks') + at(72.3, 700, 'Talks'), ['1 text: Talks']],
    [
      'a raised figure after a year',
      `${at(72, 700, 'Since 2023')}${at(130.8, 704, '1', 7)}${at(138, 700, 'they meet.')}`,
      ['1 text: Since 2023¹ they meet.'],
    ],
    [
      'a word at a slant over the page',
      `${text} BT /F 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET`,
      ['1 text: The talks went well.', '1 leftover: DRAFT'],
    ],
    [
      'a note along the edge',
      `${text} BT /F 8 Tf 0 1 -1 0 30 300 Tm (Received in Geneva) Tj ET`,
      ['1 text: The talks went well.', '1 leftover: Received in Geneva'],
    ],
    [
      'a page that stands sideways as a whole',
      'BT /F 12 Tf 0 1 -1 0 200 100 Tm (The talks went well.) Tj 0 1 -1 0 215 100 Tm (They ended late.) Tj ET',
      ['1 text: The talks went well. They ended late.'],
    ],
    [
      'what lies outside of the page',
      `${text}${at(72, -300, 'Printed by machine 4')}`,
      ['1 text: The talks went well.'],
    ],
    [
      'a list with hanging lines',
      at(72, 700, '- to meet again in spring, before the') +
        at(84, 685, 'summer begins') +
        at(72, 670, '- to write'),
      ['1 item: - to meet again in spring, before the summer begins', '1 item: - to write'],
    ],
    [
      'numbered paragraphs with their numbers set apart',
      at(72, 700, '12.') +
        at(108, 700, 'The council met and was told of it.') +
        at(72, 670, '13.') +
        at(108, 670, 'The council met again.'),
      ['1 item: 12. The council met and was told of it.', '1 item: 13. The council met again.'],
    ],
    [
      'a hyphen that the file has the word for',
      lines('Their cooperation went on. The two sides see the co-', 'operation as long-', 'term.'),
      ['1 text: Their cooperation went on. The two sides see the cooperation as long-term.'],
    ],
    ['a number alone in the margin', `${text}${at(290, 30, '- 7 -')}`, ['1 text: The talks went well.']],
    [
      'a number alone in the text',
      `${text}${at(72, 400, '7')}`,
      ['1 text: The talks went well.', '1 text: 7'],
    ],
    [
      'a mark of the program that says it is no text',
      `${text} /Artifact BMC ${at(72, 400, 'Printed for the desk')} EMC`,
      ['1 text: The talks went well.', '1 leftover: Printed for the desk'],
    ],
  ])('%s', async (_, content, expected) => {
    expect(shownParagraphs(await importedPdf(onePage({ content })))).toEqual(expected);
  });

  it.each([
    ['the figure alone', 130.2, 136.4, 'since 2023¹ they met'],
    ['the words and the figure', 72, 136.4, 'since 20231 they met'],
  ])('a link to a note over %s tells whether a figure is raised', async (_, left, right, expected) => {
    const link = `<</Type/Annot/Subtype/Link/Rect[${String(left)} 698 ${String(right)} 710]/Dest[3 0 R/Fit]>>`;
    const bytes = onePage({
      content: at(72, 700, 'since 20231 they met'),
      pageEntries: `/Annots[${link}]`,
    });
    expect((await importedPdf(bytes)).paragraphs.map(({ text: one }) => one)).toEqual([expected]);
  });

  it('running heads and page numbers of several pages are set aside, and a sentence goes on below them', async () => {
    const head = at(72, 810, 'Joint committee, part #') + at(290, 30, 'Page # of 3', 9);
    const body =
      at(72, 740, 'The committee of page # met and was told that the talks of which it had heard were') +
      at(72, 725, 'long and that');
    const { paragraphs } = await importedPdf(manyPages(3, head + body));
    expect(paragraphs.map(({ text: one, page }) => [page, one])).toEqual([
      [1, 'The committee of page 1 met and was told that the talks of which it had heard were long and that'],
      [2, 'The committee of page 2 met and was told that the talks of which it had heard were long and that'],
      [3, 'The committee of page 3 met and was told that the talks of which it had heard were long and that'],
    ]);
  });

  it('what stands at the top of one page only stays', async () => {
    const bytes = onePage({ content: at(72, 810, 'Report on the talks') + text });
    expect(shownParagraphs(await importedPdf(bytes))).toEqual([
      '1 text: Report on the talks',
      '1 text: The talks went well.',
    ]);
  });
});

describe('a font that only names its character map', () => {
  const maps = new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url);

  it('is read with the maps that the program brings along', async () => {
    const asked: string[] = [];
    const result = await importPdf(chinesePage(chineseInGbk), 'a.pdf', {
      readCharacterMap: (name) => {
        asked.push(name);
        return Promise.resolve(new Uint8Array(readFileSync(new URL(name, maps))));
      },
    });
    expect(result.ok && shownParagraphs(result.value)).toEqual(['1 text: 双方同意继续对话。']);
    expect(asked).toEqual(['GBK-EUC-H.bcmap', 'Adobe-GB1-UCS2.bcmap']);
  });

  it('is not guessed at without them', async () => {
    expect(await codeOfPdf(chinesePage(chineseInGbk))).toBe('no-text');
  });
});

describe('PDFs that are refused', () => {
  it.each<[string, Uint8Array, string]>([
    ['only a picture of a page', pdfFile('scanned.pdf'), 'no-text'],
    ['an empty page', onePage({ content: '' }), 'no-text'],
    ['a password', pdfFile('encrypted.pdf'), 'password-protected'],
    ['only the beginning of a file', ascii('%PDF-1.7\n'), 'damaged-pdf'],
    [
      'random bytes',
      ascii(
        `%PDF-1.7\n${Array.from({ length: 5_000 }, (_, index) => String.fromCharCode((index * 7_919) % 251)).join('')}`,
      ),
      'damaged-pdf',
    ],
    ['no page', makePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']), 'damaged-pdf'],
    ['a catalog that is its own page tree', makePdf(['<</Type/Catalog/Pages 1 0 R>>']), 'no-text'],
    ['more pages than the limit', manyPages(importLimits.pages + 1, ''), 'too-many-pages'],
    [
      'a count of pages that is not true',
      makePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 999999999>>']),
      'damaged-pdf',
    ],
  ])('%s', async (_, bytes, code) => {
    const result = await importPdf(bytes, 'minutes.pdf');
    expect(result.ok ? 'imported' : result.error.code).toBe(code);
    if (!result.ok) expect(result.error.message).toContain('minutes.pdf');
  });

  it.each(['two-columns.pdf', 'report.pdf', 'plain.pdf'])('%s cut off, wherever it is', async (file) => {
    const whole = pdfFile(file);
    for (let share = 1; share < 20; share += 1) {
      const cut = whole.slice(0, Math.floor((whole.length * share) / 20));
      expect([share, await codeOfPdf(cut)]).toEqual([share, 'damaged-pdf']);
    }
  });
});

describe('a hostile PDF', () => {
  it.each<[string, Uint8Array]>([
    [
      'a script that runs when it opens',
      onePage({
        content: text,
        catalogEntries: '/OpenAction<</S/JavaScript/JS(globalThis.ran = true; app.alert\\(1\\))>>',
      }),
    ],
    [
      'a program to be started',
      onePage({
        content: text,
        catalogEntries: '/OpenAction<</S/Launch/F(cmd.exe)/Win<</F(cmd.exe)>>>>',
        pageEntries: '/AA<</O<</S/Launch/F(/bin/sh)>>>>',
      }),
    ],
    [
      'a link to a script and one to a file',
      onePage({
        content: text,
        pageEntries:
          '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI(javascript:alert\\(1\\))>>>><</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/GoToR/F(file:///etc/passwd)/D[0/Fit]>>>>]',
      }),
    ],
    [
      'an embedded file',
      onePage({
        content: text,
        catalogEntries:
          '/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>]>>>>',
        objects: [stream('MZ', '/Type/EmbeddedFile')],
      }),
    ],
    [
      'a form of the XFA kind',
      onePage({
        content: text,
        catalogEntries: '/AcroForm<</XFA 6 0 R/Fields[]>>',
        objects: [
          stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><script>ran = true</script></xdp:xdp>'),
        ],
      }),
    ],
    [
      'content that lies elsewhere',
      onePage({ content: text, pageEntries: '/AF[<</Type/Filespec/FS/URL/F(https://example.org/x)>>]' }),
    ],
    [
      'a form that draws itself',
      onePage({
        content: `${text} /X Do`,
        pageEntries: '/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>',
        objects: [
          stream('/X Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>'),
        ],
      }),
    ],
    [
      'a stream whose length is itself',
      onePage({
        content: text,
        catalogEntries: '/Metadata 6 0 R',
        objects: ['<</Length 6 0 R>>\nstream\nx\nendstream'],
      }),
    ],
    [
      'a dictionary a thousand deep',
      onePage({ content: text, catalogEntries: `/X ${'<</A'.repeat(1_000)} 1 ${'>>'.repeat(1_000)}` }),
    ],
  ])('with %s gives its text and nothing else', async (_, bytes) => {
    const { paragraphs, attachments } = await importedPdf(bytes);
    expect(paragraphs).toEqual([{ kind: 'text', text: 'The talks went well.', leftover: false, page: 1 }]);
    expect(attachments).toBeUndefined();
    expect('ran' in globalThis).toBe(false);
  });

  it.each<[string, () => Uint8Array]>([
    [
      'a page tree ten thousand deep',
      () =>
        makePdf([
          '<</Type/Catalog/Pages 2 0 R>>',
          ...Array.from(
            { length: 10_000 },
            (_, index) => `<</Type/Pages/Kids[${String(index + 3)} 0 R]/Count 1>>`,
          ),
          '<</Type/Page/MediaBox[0 0 9 9]>>',
        ]),
    ],
    [
      'a page tree that goes round',
      () =>
        makePdf([
          '<</Type/Catalog/Pages 2 0 R>>',
          '<</Type/Pages/Kids[3 0 R]/Count 1>>',
          '<</Type/Pages/Kids[2 0 R]/Count 1>>',
        ]),
    ],
    [
      'a page drawn a thousand times by forms in forms',
      () =>
        onePage({
          content: '/X0 Do',
          pageEntries: '/Resources<</XObject<</X0 6 0 R>>>>',
          objects: Array.from({ length: 4 }, (_, depth) =>
            stream(
              `/X${String(depth + 1)} Do `.repeat(6),
              `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X${String(depth + 1)} ${String(depth + 7)} 0 R>>>>`,
            ),
          ),
        }),
    ],
    [
      'three hundred megabytes out of three hundred kilobytes',
      () =>
        onePage({
          content: deflateSync(Buffer.alloc(300 * 1024 * 1024)),
          streamEntries: '/Filter/FlateDecode',
        }),
    ],
    [
      'the same in many streams',
      () => {
        const packed = stream(deflateSync(Buffer.alloc(30 * 1024 * 1024)), '/Filter/FlateDecode');
        return onePage({ content: text, objects: Array.from({ length: 10 }, () => packed) });
      },
    ],
  ])(
    '%s is refused in good time',
    async (_, make) => {
      const started = performance.now();
      expect(['damaged-pdf', 'no-text', 'unpacked-too-large']).toContain(await codeOfPdf(make()));
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    30_000,
  );

  it('whose page takes for ever is ended from outside', async () => {
    const entry = fileURLToPath(new URL('../../../host/command-line/chancery.ts', import.meta.url));
    const bytes = onePage({
      content: deflateSync(Buffer.alloc(150 * 1024 * 1024, 'q Q ')),
      streamEntries: '/Filter/FlateDecode',
    });
    const limits = { milliseconds: 8_000, memory: 256 };
    const { importWorker } = resourcesBeside(entry);
    const result = await importInWorker(importWorker, { bytes, fileName: 'a.pdf' }, limits);
    expect(['time-limit', 'memory-limit']).toContain(result.ok ? 'imported' : result.error.code);
  }, 30_000);
});
