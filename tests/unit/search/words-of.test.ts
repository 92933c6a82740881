import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexedText, wordsOf } from '../../../core/search/words-of.ts';

describe('words as they are compared', () => {
  const rows: readonly [what: string, text: string, indexed: string][] = [
    ['Vietnamese', 'Việt Nam, đối tác chiến lược; ĐIỀU PHỐI', 'viet nam doi tac chien luoc dieu phoi'],
    ['Vietnamese in parts (NFD)', 'Việt Đối'.normalize('NFD'), 'viet doi'],
    ['Polish, Danish, Turkish', 'Łódź Ærø İstanbul ılık', 'lodz aero istanbul ilik'],
    ['German and French', 'Straße œuvre', 'strasse oeuvre'],
    ['ligatures and wide letters', 'ﬁnancial ＡＳＥＡＮ', 'financial asean'],
    ['Greek, with its last sigma', 'ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['Russian', 'Ёлка й', 'елка и'],
    ['Arabic with and without vowels', 'مُحَمَّد محمد', 'محمد محمد'],
    ['Hebrew with points', 'שָׁלוֹם', 'שלום'],
    ['Hindi, whose vowel signs are letters', 'हिन्दी', 'हिन्दी'],
    ['Chinese, a letter at a time', '越南外交部', '越 南 外 交 部'],
    ['Thai, each letter with its signs', 'ไทยดี', 'ไ ท ย ดี'],
    ['Japanese, whose marks are kept', 'がか', 'が か'.normalize('NFD')],
    ['numbers and apostrophes', "1,500.25 Vietnam's", '1 500 25 vietnam s'],
    ['a soft hyphen inside a word', 'Part\u00adner\u00ad ship', 'partner ship'],
    ['emoji and signs', '🇻🇳 → “x” ( * ) \u0000', 'x'],
    ['a mark with nothing before it', '\u0301', ''],
    ['nothing', '', ''],
  ];
  it.each(rows)('%s', (_, text, indexed) => {
    expect(indexedText(text)).toBe(indexed);
  });

  it('says where each stands in the text as it is', () => {
    const text = 'Ký với EU\u00ad: “Đối tác”'.normalize('NFD');
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end).normalize('NFC'))).toEqual([
      'Ký',
      'với',
      'EU',
      'Đối',
      'tác',
    ]);
  });

  it('are indexed as they are found, whatever the text', () => {
    const letters = fc.constantFrom(..."aZ9é\u0301đ\u00ad中ิ .,'\n\r\t");
    const texts = fc.oneof(fc.string({ unit: letters }), fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(texts, (text) => {
        const words = wordsOf(text).map(({ folded }) => folded);
        expect(indexedText(text)).toBe(words.join(' '));
      }),
      { numRuns: 1_000 },
    );
  });

  it('stand in order, apart, and are never empty, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let at = 0;
        for (const { start, end, folded } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(folded).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
