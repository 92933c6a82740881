import { describe, expect, it } from 'vitest';
import { asEditionId } from '../../../core/dossier/ids.ts';
import { numberParagraphs } from '../../../core/dossier/number-paragraphs.ts';
import { encodeSingleByte, encodeUtf16 } from './encode-text.ts';
import { imported, textsOf, utf8 } from './import-for-test.ts';
import { seedA, seedB } from './seed-files.ts';

/** `heading: …`, `item: …`, `leftover: …`, or the bare text. */
const shown = (text: string) =>
  imported(utf8(text)).paragraphs.map(({ kind, text: words, leftover }) => {
    if (leftover) return `leftover: ${words}`;
    return kind === 'text' ? words : `${kind}: ${words}`;
  });

describe('the seeds', () => {
  it('reads A: 19 numbered paragraphs, a heading, a leftover, and the source line as metadata', () => {
    const document = imported(seedA.bytes, seedA.fileName);
    const paragraphs = numberParagraphs(asEditionId('e'), document.paragraphs);
    expect(paragraphs.filter(({ number }) => number !== null)).toHaveLength(19);
    expect(paragraphs.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([
      'Sharing experiences in developing financial centers',
    ]);
    expect(paragraphs.filter(({ leftover }) => leftover).map(({ text }) => text)).toEqual(['Comment (0)']);
    expect(paragraphs.find(({ number }) => number === 12)?.text).toContain('EVIPA');
    expect(document.metadata).toEqual({
      type: 'webpage',
      publisher: 'vietnamnet.vn',
      URL: 'https://vietnamnet.vn/pho-thu-tuong-bui-thanh-son-gap-ngoai-truong-my-marco-rubio-2420810.html',
    });
    expect(document.title).toBe(
      'Both sides expressed their delight that the meeting took place on the occasion…',
    );
  });

  it('reads B: 16 numbered paragraphs, curly quotes kept, the sign-off kept and understood', () => {
    const document = imported(seedB.bytes, seedB.fileName);
    const paragraphs = numberParagraphs(asEditionId('e'), document.paragraphs);
    expect(paragraphs.map(({ number }) => number)).toEqual(
      Array.from({ length: 16 }, (_, index) => index + 1),
    );
    expect(paragraphs.every(({ kind }) => kind === 'text')).toBe(true);
    expect(paragraphs[9]?.text).toContain('“yellow card”');
    expect(paragraphs[15]?.text.endsWith('ties./. VNA')).toBe(true);
    expect(document.metadata).toEqual({ type: 'document', publisher: 'VNA' });
  });

  it('keeps every word that is in the files', () => {
    for (const { bytes } of [seedA, seedB]) {
      const lines = new TextDecoder()
        .decode(bytes)
        .split('\n')
        .map((line) => line.trim());
      const expected = lines.filter((line) => line !== '' && !line.startsWith('Source:'));
      expect(textsOf(bytes)).toEqual(expected);
    }
  });
});

describe('encodings and line ends', () => {
  const french =
    'Le ministre a rencontré son homologue : « une coopération ».\nC’était l’essentiel, à 5 € près.';
  const vietnamese =
    'Phó Thủ tướng Bùi Thanh Sơn đã có các cuộc gặp song phương với Ngoại trưởng Mỹ.\nHai bên bày tỏ vui mừng.';
  const polish = 'Obie strony podkreśliły znaczenie współpracy gospodarczej.\nMinister spotkał się z kolegą.';
  const russian = 'Министр иностранных дел встретился со своим коллегой.\nСтороны подчеркнули важность.';

  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(vietnamese), vietnamese],
    ['UTF-8 with a byte-order mark', utf8(`\ufeff${vietnamese}`), vietnamese],
    ['UTF-16, little-endian', encodeUtf16(vietnamese, 'le'), vietnamese],
    ['UTF-16, big-endian', encodeUtf16(vietnamese, 'be'), vietnamese],
    ['windows-1252, with its quotation marks and the euro', encodeSingleByte(french, 'windows-1252'), french],
    ['windows-1250', encodeSingleByte(polish, 'windows-1250'), polish],
    ['ISO-8859-2', encodeSingleByte(polish, 'iso-8859-2'), polish],
    ['windows-1251', encodeSingleByte(russian, 'windows-1251'), russian],
    ['KOI8-R', encodeSingleByte(russian, 'koi8-r'), russian],
  ])('%s', (_, bytes, text) => {
    expect(textsOf(bytes)).toEqual(text.split('\n'));
  });

  it('windows-1258, whose tone marks stand after their letter and stay so', () => {
    const texts = textsOf(encodeSingleByte(vietnamese, 'windows-1258'));
    expect(texts.map((text) => text.normalize('NFC'))).toEqual(vietnamese.split('\n'));
    expect(texts.join('\n')).not.toBe(vietnamese);
  });

  it('finds the encoding though the first 200 KiB are plain ASCII', () => {
    const plain = `${'They met again. '.repeat(20)}\n`.repeat(650);
    const bytes = encodeSingleByte(plain + french, 'windows-1252');
    expect(textsOf(bytes).slice(-2)).toEqual(french.split('\n'));
  });

  it.each([
    ['Windows', '\r\n'],
    ['old Macintosh', '\r'],
    ['Unix', '\n'],
    ['line separator', '\u2028'],
    ['paragraph separator', '\u2029'],
    ['next line', '\u0085'],
    ['page break', '\f'],
  ])('line ends: %s', (_, end) => {
    expect(textsOf(['One sentence.', 'Another one.', '', 'A third.'].join(end))).toEqual([
      'One sentence.',
      'Another one.',
      'A third.',
    ]);
  });

  it.each([
    ['white space at both ends of a line goes', '  \u00a0Yes. \t', 'Yes.'],
    ['tabs and no-break spaces inside stay', 'a\tb\u00a0c.', 'a\tb\u00a0c.'],
    [
      'other control characters go',
      'They\u0007 met\u001b in Kuala\u007f Lumpur.',
      'They met in Kuala Lumpur.',
    ],
    ['quotation marks and dashes stay as they are', `'a' ‘b’ "c" “d” - – —.`, `'a' ‘b’ "c" “d” - – —.`],
    ['decomposed letters stay decomposed', 'e\u0301 é.', 'e\u0301 é.'],
    ['direction marks stay', 'a \u200fb\u200f.', 'a \u200fb\u200f.'],
  ])('%s', (_, text, expected) => {
    expect(textsOf(text)).toEqual([expected]);
  });
});

describe('what a line is', () => {
  it.each<[string, string, string[]]>([
    [
      'a heading after a blank line, over text',
      'They met.\n\nTrade and investment\nThey agreed on trade.',
      ['They met.', 'heading: Trade and investment', 'They agreed on trade.'],
    ],
    [
      'a title and a heading, each in its own block',
      'Readout of the meeting of ministers\n\nTrade\n\nThey agreed.',
      ['heading: Readout of the meeting of ministers', 'heading: Trade', 'They agreed.'],
    ],
    [
      'a short line with a full stop is no heading',
      'They met.\n\nThey parted.\nThat was all that there was.',
      ['They met.', 'They parted.', 'That was all that there was.'],
    ],
    ['a short line with no text below is no heading', 'They met.\n\nHanoi', ['They met.', 'Hanoi']],
    [
      'a short line without a blank one above is no heading',
      'They met.\nTrade\nThey agreed on trade.',
      ['They met.', 'Trade', 'They agreed on trade.'],
    ],
    [
      'the lines of an address are no headings',
      'They met.\n\nMinistry of Foreign Affairs\nHanoi\nViet Nam',
      ['They met.', 'Ministry of Foreign Affairs', 'Hanoi', 'Viet Nam'],
    ],
    [
      'list items, word for word',
      'They asked for:\n- visits\n• trade\n1. talks\n(b) aid',
      ['They asked for:', 'item: - visits', 'item: • trade', 'item: 1. talks', 'item: (b) aid'],
    ],
    [
      'items with blank lines between are no headings',
      'They asked for:\n\n1. Visits\n\n2. Trade\n\nThat was all of it.',
      ['They asked for:', 'item: 1. Visits', 'item: 2. Trade', 'That was all of it.'],
    ],
    [
      'a numbered heading over text',
      'They met.\n\n2. Trade\nThey agreed on trade.',
      ['They met.', 'heading: 2. Trade', 'They agreed on trade.'],
    ],
    [
      'a heading over a list',
      'They met.\n\nRecommendations\n- Take note\n- Reply',
      ['They met.', 'heading: Recommendations', 'item: - Take note', 'item: - Reply'],
    ],
    [
      'leftovers of a web page',
      'Share\nPrint\nThey met.\nAdvertisement\nRead more: Other news\nThey parted.\nComments (12)\nBình luận (3)',
      [
        'leftover: Share',
        'leftover: Print',
        'They met.',
        'leftover: Advertisement',
        'leftover: Read more: Other news',
        'They parted.',
        'leftover: Comments (12)',
        'leftover: Bình luận (3)',
      ],
    ],
    [
      'sentences that begin like a leftover are text',
      'Share prices rose.\nComment (0) was all it said.\nPrint media reported it.',
      ['Share prices rose.', 'Comment (0) was all it said.', 'Print media reported it.'],
    ],
    [
      'a source line amid the text stays in it',
      'They met.\nSource: https://example.org/table\nThey parted.',
      ['They met.', 'Source: https://example.org/table', 'They parted.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('what a text says about where it comes from', () => {
  it.each<[string, string, object]>([
    [
      'the host name of a bare address, without www',
      'They met.\nSource: https://www.example.org/a?b=1',
      { type: 'webpage', URL: 'https://www.example.org/a?b=1', publisher: 'example.org' },
    ],
    [
      'the name before the address',
      'They met.\nSource: The Daily Example, https://example.org/a',
      { type: 'webpage', URL: 'https://example.org/a', publisher: 'The Daily Example' },
    ],
    [
      'a source line at the top',
      'Source: http://example.org/a\nThey met.',
      { type: 'webpage', URL: 'http://example.org/a', publisher: 'example.org' },
    ],
    [
      'an agency that signs off counts for more than a host',
      'They met./. VNA\nSource: https://example.org/a',
      { type: 'webpage', URL: 'https://example.org/a', publisher: 'VNA' },
    ],
    ['a sign-off in brackets', 'They met./. (Xinhua)', { type: 'document', publisher: 'Xinhua' }],
    ['a heading at the top is the title', 'On trade\nThey met.', { type: 'document', title: 'On trade' }],
    ['an address that is none says nothing', 'They met.\nSource: https://', { type: 'document' }],
    ['nothing', 'They met.', { type: 'document' }],
  ])('%s', (_, text, expected) => {
    expect(imported(utf8(text)).metadata).toEqual(expected);
  });

  it.each([
    ['a heading at the top', 'On trade\nThey met in Kuala Lumpur.', 'On trade'],
    ['a short first paragraph', 'They met.\nThey parted.', 'They met.'],
    ['exactly 80 units stay whole', `${'a'.repeat(79)}.`, `${'a'.repeat(79)}.`],
    [
      'longer: cut between words, without the comma',
      `${'word, '.repeat(20)}end.`,
      `${'word, '.repeat(12)}word…`,
    ],
    ['one endless word: cut between characters', 'a'.repeat(100), `${'a'.repeat(79)}…`],
    ['a surrogate pair is never cut', `a${'😀'.repeat(60)}`, `a${'😀'.repeat(39)}…`],
    ['a combining mark stays with its letter', `${'e\u0301'.repeat(60)}`, `${'e\u0301'.repeat(39)}…`],
    ['a leftover is no title', 'Share\nThey met.', 'They met.'],
  ])('title: %s', (_, text, expected) => {
    const { title } = imported(utf8(text));
    expect(title).toBe(expected);
    expect(title.length).toBeLessThanOrEqual(80);
  });
});
