import { describe, expect, it } from 'vitest';
import { asParagraphId } from '../../../core/dossier/ids.ts';
import type { Paragraph } from '../../../core/dossier/source.ts';
import { createEditionSearch, placeBefore, placeFrom } from '../../../core/search/find-in-edition.ts';
import { findInText, foldText } from '../../../core/search/find-in-text.ts';

/** What is found, as it stands in the text. */
const found = (text: string, phrase: string) =>
  findInText(foldText(text), foldText(phrase)).map(({ start, end }) => text.slice(start, end));

describe('finding a phrase in a text', () => {
  it.each([
    ['The yellow card', 'yellow', ['yellow'], 'a word'],
    ['The yellow card', 'llow c', ['llow c'], 'any run of characters'],
    ['EVIPA, EVFTA', 'ev', ['EV', 'EV'], 'without minding case'],
    ['aaaa', 'aa', ['aa', 'aa'], 'hits apart from each other'],
    ['Ngoại trưởng Bùi Thanh Sơn', 'ngoai truong', ['Ngoại trưởng'], 'Vietnamese typed without marks'],
    ['Nước Việt Nam và nước Đức', 'nuoc d', ['nước Đ'], 'đ, which Unicode does not take apart'],
    ['Vie\u0323\u0302t Nam', 'việt', ['Vie\u0323\u0302t'], 'composed letters in a decomposed text'],
    ['Việt Nam', 'Vie\u0323\u0302t', ['Việt'], 'decomposed letters in a composed text'],
    ['Viê\u0323t', 'vi', ['Vi'], 'no more than was asked for'],
    ['the ﬁnal oﬃce', 'final', ['ﬁnal'], 'a ligature by its letters'],
    ['the oﬃce', 'offi', ['oﬃ'], 'all of a ligature'],
    ['the oﬃce', 'fi', ['ﬃ'], 'all of a ligature of which a part was asked for'],
    ['Straße', 'strass', ['Straß'], 'ß as ss'],
    ['Straße', 's', ['S', 'ß'], 'ß once'],
    ['𝐁old 𝐭𝐞𝐱𝐭', 'text', ['𝐭𝐞𝐱𝐭'], 'letters that are surrogate pairs'],
    ['🇻🇳 flag 🚩 here', 'flag 🚩', ['flag 🚩'], 'signs that are surrogate pairs'],
    ['a 🚩b', 'b', ['b'], 'offsets behind a surrogate pair'],
    ['it’s “so”', 'it\'s "so"', ['it’s “so”'], 'quotation marks of a keyboard'],
    ['2020–2025', '2020-2025', ['2020–2025'], 'a dash as a hyphen'],
    ['and so on…', 'on...', ['on…'], 'three dots'],
    ['in\u00a0  2025', 'in 2025', ['in\u00a0  2025'], 'any white space as one space'],
    ['co\u00adopera\u00adtion', 'cooperation', ['co\u00adopera\u00adtion'], 'across soft hyphens'],
    ['coop\u00ad', 'coop', ['coop'], 'without the soft hyphen behind it'],
    ['المُدير العام', 'المدير', ['المُدير'], 'Arabic without vowel signs'],
    ['中越关系发展', '关系', ['关系'], 'Chinese'],
    ['ΛΟΓΟΣ', 'λογος', ['ΛΟΓΟΣ'], 'Greek with its other s'],
    ['İstanbul', 'istanbul', ['İstanbul'], 'a letter that grows in lower case'],
    ['1,500 (one)', '1,500 (', ['1,500 ('], 'punctuation'],
    ['no match', 'xyz', [], 'nothing'],
    ['no match', '', [], 'nothing for nothing'],
    ['no  match', '  ', [], 'nothing for white space'],
    ['co\u00adop', '\u00ad', [], 'nothing for what can’t be seen'],
  ] as const)('in “%s” for “%s” finds %j: %s', (text, phrase, hits, _why) => {
    expect(found(text, phrase)).toEqual(hits);
  });

  it('finds every text in itself, from its beginning to its end', () => {
    for (const text of ['Đối tác', 'ﬁﬂ', '👩‍👩‍👧 a', 'a\tb', 'ẵỗự', 'ぱぴ']) {
      expect(found(text, text)).toEqual([text]);
    }
  });
});

function paragraphs(texts: readonly string[]): Paragraph[] {
  return texts.map((text, index) => ({
    id: asParagraphId(`e.${String(index + 1)}`),
    kind: 'text',
    text,
    leftover: false,
    number: index + 1,
  }));
}

describe('finding a phrase in an edition', () => {
  const places = createEditionSearch(paragraphs(['one two', 'three', 'two, Hai hội two']))('two');

  it('says where, in reading order', () => {
    expect(places.map(({ index, start, end }) => [index, start, end])).toEqual([
      [0, 4, 7],
      [2, 0, 3],
      [2, 13, 16],
    ]);
  });

  it.each([
    [{ index: 0, offset: 0 }, 0, 2],
    [{ index: 0, offset: 4 }, 0, 2],
    [{ index: 0, offset: 5 }, 1, 0],
    [{ index: 1, offset: 0 }, 1, 0],
    [{ index: 2, offset: 13 }, 2, 1],
    [{ index: 2, offset: 14 }, 0, 2],
  ])('from %j goes to %i, and back to %i', (from, next, before) => {
    expect(placeFrom(places, from)).toBe(next);
    expect(placeBefore(places, from)).toBe(before);
  });

  it('finds in 5,000 paragraphs of Vietnamese faster than a person types', () => {
    const text =
      'Phó Thủ tướng Bùi Thanh Sơn đã gặp Ngoại trưởng Marco Rubio bên lề Hội nghị AMM-58 tại Kuala Lumpur. ';
    const search = createEditionSearch(paragraphs(Array.from({ length: 5_000 }, () => text.repeat(2))));
    const began = performance.now();
    expect(search('ngoai truong')).toHaveLength(10_000);
    const first = performance.now() - began;
    const again = performance.now();
    expect(search('ngoai truong m')).toHaveLength(10_000);
    const second = performance.now() - again;
    // Generous, because other tests run beside it; by itself it takes a tenth of this.
    expect([first < 3_000, second < 500]).toEqual([true, true]);
  });
});
